"""What somebody's device and we say to each other about keys of access: WebAuthn, by py_webauthn; no database here.

A key is made on the device and stays there (*discoverable*: it knows whose it is, so nobody types a name), and signs
only once the device has made sure of the person: finger, face or code.

Loaded by name at the first need (`passkeys.py`): every worker would carry 8 MB for what few people have.
"""

from json import loads
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from OpenSSL.crypto import Error as CertificateError
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    bytes_to_base64url,
    options_to_json_dict,
    parse_authentication_credential_json,
    parse_client_data_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from ...domain.person import Person
from ...domain.text import N_
from .faults import KeyFault
from .origins import ANSWERS_WITHIN_S, NewKey, Origin

_LONGEST = 20_000
"""Signs of an answer: a real one has two thousand."""

_RP_NAME = "À deux pas"
_BROKEN = (
    WebAuthnException,
    *(InvalidSignature, UnsupportedAlgorithm, CertificateError),
    *(ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError),
)
"""What py_webauthn, and what it reads CBOR and keys with, raise at an answer that is not one."""


def creation_options(origin: Origin, person: Person, challenge: bytes, held: list[str]) -> dict[str, Any]:
    """Return what a browser is told to make a key; a device that holds one of theirs makes no second."""
    options = generate_registration_options(
        rp_id=origin.host,
        rp_name=_RP_NAME,
        user_id=handle_of(person.id),
        user_name=person.name,
        user_display_name=person.name,
        challenge=challenge,
        timeout=ANSWERS_WITHIN_S * 1000,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            require_resident_key=True,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(each)) for each in held],
    )
    return options_to_json_dict(options)


def request_options(origin: Origin, challenge: bytes) -> dict[str, Any]:
    """Return what a browser is told to sign with whichever key of this host the person picks."""
    options = generate_authentication_options(
        rp_id=origin.host,
        challenge=challenge,
        timeout=ANSWERS_WITHIN_S * 1000,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options)


def challenge_in(answer: str) -> bytes:
    """Return what the device says it was asked; whether we asked it is the caller's to find out."""
    try:
        told = parse_client_data_json(base64url_to_bytes(_parts(answer)["clientDataJSON"]))
    except _BROKEN as error:
        raise KeyFault(_UNREADABLE) from error
    return told.challenge


def credential_in(answer: str) -> str:
    """Return the id of the key that has signed."""
    try:
        return bytes_to_base64url(parse_authentication_credential_json(answer).raw_id)
    except _BROKEN as error:
        raise KeyFault(_UNREADABLE) from error


def verify_new(answer: str, challenge: bytes, origin: Origin) -> NewKey:
    """Return the key that a device has made for us; raise `KeyFault`."""
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=origin.host,
            expected_origin=origin.text,
            require_user_verification=True,
        )
    except _BROKEN as error:
        raise KeyFault(_NOT_MADE) from error
    return NewKey(bytes_to_base64url(made.credential_id), made.credential_public_key, made.sign_count)


def verify(answer: str, challenge: bytes, origin: Origin, key: NewKey, person: int) -> int:
    """Return how often the key has signed now; raise `KeyFault` for any other's answer, or a copy that lags behind.

    Many devices do not count: zero after zero is well.
    """
    try:
        if parse_authentication_credential_json(answer).response.user_handle not in (None, handle_of(person)):
            raise KeyFault
        signed = verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=origin.host,
            expected_origin=origin.text,
            credential_public_key=key.public_key,
            credential_current_sign_count=key.sign_count,
            require_user_verification=True,
        )
    except _BROKEN as error:
        raise KeyFault from error
    return signed.new_sign_count


def handle_of(person: int) -> bytes:
    """Return how a device names whose key it holds: no name, no address."""
    return f"person {person}".encode()


# Private


def _parts(answer: str) -> dict[str, str]:
    """Return what a device has answered, of either ceremony."""
    if len(answer) > _LONGEST:
        raise ValueError(len(answer))
    found: dict[str, str] = loads(answer)["response"]
    return found


_UNREADABLE = N_("La réponse de votre appareil n’est pas lisible : recommencez, ou entrez avec votre mot de passe.")
_NOT_MADE = N_(
    "Votre appareil n’a pas fait de clé qui convienne (il doit vérifier que c’est vous : empreinte, visage ou code). "
    "Recommencez ; votre mot de passe marche toujours."
)
