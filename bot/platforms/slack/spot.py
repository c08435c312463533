"""The spot where somebody waits for a reply."""

from dataclasses import dataclass
from enum import StrEnum

from bot.platforms.slack.origin import Origin


class Surface(StrEnum):
    """What the person has in front of them."""

    CHANNEL = "channel"
    MODAL = "modal"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Spot:
    """Who waits, where, and by which ways they can be reached."""

    team_id: str
    member_id: str
    key: str
    """The id under which this was delivered; the same for every repetition."""
    origin: Origin
    trigger_id: str = ""
    """Opens one dialog within three seconds."""
    surface: Surface = Surface.CHANNEL
    view_id: str = ""
    """The dialog in which it happened."""
    waiting: str = ""
    """The dialog that asks for a moment's patience, once it is open."""
    repeated: bool = False
    """Whether Slack delivered this before."""
