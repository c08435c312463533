"""A delivery: one message that the bot owes to a platform, with an idempotency key."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.model.message import Button
from bot.model.round import Round


class DeliveryKind(StrEnum):
    """What is owed; the message itself is composed when it is sent."""

    POST = "post"
    """The round's question, in its channel."""
    CLOSE = "close"
    """The post, edited to show that the round is closed."""
    REVEAL = "reveal"
    """The answer and who scored, in the post's thread."""
    REMIND = "remind"
    """A word before the round closes to those who asked for it and have not answered: when it is
    due it becomes one notice for each of them."""
    NOTICE = "notice"
    """A word to one member, the quizmaster as a rule, in private."""
    AMENDED = "amended"
    """A line under the reveal: what was announced has another order now."""
    APPEALS = "appeals"
    """What waits for a decision: to one quizmaster in private, or in their channel."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One owed message.

    `key` is at most 25 characters (Discord's nonce) and unique within the team. `seq` orders
    what is owed for one round: a delivery is not leased while an earlier one of its round is open.
    """

    team_id: str
    key: str
    kind: DeliveryKind
    channel_id: str
    due_at: datetime
    round_id: str = ""
    member_id: str = ""
    """For a notice: the person to tell."""
    text: str = ""
    """For a notice: the words."""
    buttons: tuple[Button, ...] = ()
    """For a notice: the ways on."""
    seq: int = 0
    attempts: int = 0
    """How often it was leased, this time included."""
    platform: str = field(default="", compare=False)
    """Of one that was leased: the platform of its team."""
    arrivals: int = field(default=0, compare=False)
    """Of one that was leased: how often its team had let the bot in by then."""
    round: Round | None = field(default=None, compare=False)
    """Of one that was leased: its round as it stands; None where it has none or that is gone."""
