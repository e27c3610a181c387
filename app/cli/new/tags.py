"""The tag of a language as somebody typed it."""

from ...domain.text import N_, canonical_tag
from ...language.names import is_served, served_tag, tag_called
from ..telling import say
from .asking import refused


def read_tag(typed: str) -> str:
    """Return a tag as BCP 47 has it (`PT_br` is `pt-BR`), refused where CLDR knows no such language."""
    tag = canonical_tag(typed.strip())
    if is_served(tag):
        return tag
    near = served_tag(tag) or tag_called(typed.strip())
    if near:
        raise refused(say(_PERHAPS, tag=typed, guess=near))
    raise refused(say(_NONE, tag=typed))


_PERHAPS = N_("«\u00a0%(tag)s\u00a0» n’est pas le code d’une langue\u00a0: vouliez-vous dire %(guess)s\u00a0?")
_NONE = N_(
    "«\u00a0%(tag)s\u00a0» n’est pas le code d’une langue\u00a0: écrivez es pour l’espagnol, ar pour l’arabe, "
    "pt-BR pour le portugais du Brésil."
)
