"""Keys of access over each database: added, used, ended by a new password."""

import json

import pytest
from flask import Flask

from app.library.desk.faults import KeyFault
from app.library.desk.origins import read_origin
from app.library.desk.passkeys import add_passkey, ask_to_add, ask_to_sign_in, read_passkeys, sign_in_by_key
from app.library.desk.people import add_person, answer_invitation, invite_person, read_people
from app.library.desk.sign_ins import sign_in, signed_in
from tests.web.desk.authenticator import SITE, Device

WORDS = "trois mots ensemble"
HERE = read_origin(SITE)


def test_a_key_opens_until_a_new_password(any_app: Flask) -> None:
    person = answer_invitation(add_person("Relais", "relay"), WORDS)
    secret, device = sign_in("Relais", WORDS), Device(count=3_000_000_000)
    made = device.make(ask_to_add(person, WORDS, "Mon téléphone", HERE, secret))
    add_passkey(person, json.dumps(made), "Mon téléphone", HERE, secret)
    device.count += 1
    assert signed_in(sign_in_by_key(json.dumps(device.sign(ask_to_sign_in(HERE))), HERE)) == person
    [key] = read_passkeys(person)
    assert (key.name, key.host, key.used is not None) == ("Mon téléphone", "quartier.example", True)

    answer_invitation(invite_person("Relais"), "un autre bon mot")
    assert [member.keys for member in read_people()] == [0]
    device.count += 1
    with pytest.raises(KeyFault):
        sign_in_by_key(json.dumps(device.sign(ask_to_sign_in(HERE))), HERE)
