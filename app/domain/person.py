"""Who keeps the map true: a name, a role, and the territories they look after. Families have no account."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from .text import N_


class Role(StrEnum):
    """What somebody does at the desk."""

    COORDINATOR = "coordinator"
    RELAY = "relay"
    TRANSLATOR = "translator"
    LEADER = "leader"
    VOLUNTEER = "volunteer"


ROLES = {
    Role.COORDINATOR: N_("Coordination"),
    Role.RELAY: N_("Habitant-relais"),
    Role.TRANSLATOR: N_("Traduction"),
    Role.LEADER: N_("Mène des balades"),
    Role.VOLUNTEER: N_("Bénévole au kiosque"),
}
"""What each role is called."""

JUDGES = frozenset({Role.COORDINATOR, Role.RELAY})
"""Who decides on what families send, and changes what a place says; the others read."""


TRANSLATORS = frozenset({Role.COORDINATOR, Role.TRANSLATOR})
"""Who writes what texts say in other languages, and reads it over."""


@dataclass(frozen=True)
class Person:
    """Somebody of the desk; no territory named means all of them."""

    id: int
    name: str
    role: Role
    territories: tuple[str, ...] = ()

    @property
    def may_judge(self) -> bool:
        """Tell whether this person decides, within their territories."""
        return self.role in JUDGES

    @property
    def may_invite(self) -> bool:
        """Tell whether this person invites others, within their territories."""
        return self.role is Role.COORDINATOR

    @property
    def may_translate(self) -> bool:
        """Tell whether this person translates, within their territories."""
        return self.role in TRANSLATORS

    @property
    def may_sign(self) -> bool:
        """Tell whether this person signs a whole language off: it is everybody's."""
        return self.role is Role.COORDINATOR and not self.territories

    def covers(self, territories: Collection[str]) -> bool:
        """Tell whether something of these territories is theirs; what belongs to none is for who has them all."""
        return not self.territories or not set(self.territories).isdisjoint(territories)

    def covers_all(self, territories: Collection[str]) -> bool:
        """Tell whether their scope holds another one; an empty one is that of everything."""
        return not self.territories or (bool(territories) and set(territories) <= set(self.territories))
