"""A visitor: who somebody says they are. The playground has no passwords, so it believes them."""

import unicodedata
from dataclasses import dataclass
from zoneinfo import available_timezones

from bot.model.event import Actor
from bot.model.rights import Rights
from bot.platforms.web.room import CHANNEL_ID, CHANNEL_NAME, TEAM_ID, TEAM_NAME

HOST = "Ada"
"""The one who manages the playground; everyone else is an ordinary member."""
LONGEST_NAME = 40
"""Characters."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A member of the playground; the same name in any case is the same person."""

    id: str
    name: str
    zone: str = ""

    @property
    def rights(self) -> Rights:
        """What they may do here; the playground has no groups."""
        return rights_of(self.id)

    @property
    def actor(self) -> Actor:
        """The visitor in the words of the model."""
        return Actor(
            team_id=TEAM_ID,
            channel_id=CHANNEL_ID,
            member_id=self.id,
            name=self.name,
            channel_name=CHANNEL_NAME,
            team_name=TEAM_NAME,
            rights=self.rights,
            zone=self.zone,
        )


def rights_of(member_id: str) -> Rights:
    """The host manages the playground, and everybody belongs to it."""
    return Rights(manages=member_id == HOST.casefold(), groups=frozenset())


def visitor(name: str, zone: str = "") -> Visitor:
    """The visitor of that name, cleaned of what no name holds; the host where nothing is left."""
    folded = unicodedata.normalize("NFKC", name[: 4 * LONGEST_NAME])
    seen = "".join(" " if _unseen(char) else char for char in folded)
    cleaned = " ".join(seen.split())[:LONGEST_NAME].strip() or HOST
    # An action's arguments hold no colon, and a member's id may be one.
    id_ = cleaned.casefold()[:LONGEST_NAME].replace(":", "·").strip()
    return Visitor(id_, cleaned, zone if zone in available_timezones() else "")


def _unseen(char: str) -> bool:
    """Controls, direction marks, surrogates and what is not assigned."""
    return unicodedata.category(char).startswith("C")
