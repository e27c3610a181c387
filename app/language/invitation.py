"""The letter that carries an invitation: in French, and before it in another language where one is asked for."""

from ..domain.code import in_groups
from ..domain.text import SOURCE
from .language import Language
from .spoken import spoken


def invitation_letter(code: str, base: str, days: int, lang: str = SOURCE) -> tuple[str, str]:
    """Return the subject and the text: the link, the same as a code, how long they last; no name and nothing else.

    `base` is the address of the site, without a slash at its end.
    """
    languages = [spoken(each) for each in dict.fromkeys((lang, SOURCE))]
    subject = " · ".join(each.say("Une invitation au bureau") for each in languages)
    return subject, "\n\n".join(_text(each, code, base, days) for each in languages) + "\n"


# Private


def _text(language: Language, code: str, base: str, days: int) -> str:
    lines = [
        language.say("Voici une invitation au bureau de « À deux pas ». Ouvrez ce lien :"),
        f"{base}/desk/join/{code}",
        language.say("ou tapez le code %(code)s à cette adresse :", code=in_groups(code)),
        f"{base}/desk/",
        language.say("Elle sert une seule fois, pendant %(days)s jours.", days=days),
    ]
    return "\n".join(lines)
