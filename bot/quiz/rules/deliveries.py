"""What a round owes to its platform: the deliveries that are written together with its steps."""

from dataclasses import replace
from datetime import datetime

from bot.model.delivery import Delivery, DeliveryKind
from bot.model.message import Button
from bot.model.round import Round
from bot.quiz.rules.identity import named
from bot.quiz.rules.rules import Rules

_ORDER = (
    DeliveryKind.POST,
    DeliveryKind.CLOSE,
    DeliveryKind.REVEAL,
    DeliveryKind.REMIND,
    DeliveryKind.NOTICE,
    DeliveryKind.AMENDED,
)
"""What comes first in a round. A reminder stands after the reveal, so that one which is not yet due
holds up nothing when a quizmaster closes the round early; it then finds the round closed."""


def _of_round(round_: Round, kind: DeliveryKind, due_at: datetime) -> Delivery:
    return Delivery(
        team_id=round_.team_id,
        key=f"{kind.value}-{round_.id}",
        kind=kind,
        channel_id=round_.channel_id,
        due_at=due_at,
        round_id=round_.id,
        seq=_ORDER.index(kind) + 1,
    )


def opening(round_: Round, rules: Rules) -> tuple[Delivery, ...]:
    """The post, and the reminder where the round lasts long enough for one."""
    post = _of_round(round_, DeliveryKind.POST, round_.planned_at)
    remind_at = round_.closes_at - rules.remind_before
    if remind_at - round_.planned_at < rules.remind_before:
        return (post,)
    return (post, _of_round(round_, DeliveryKind.REMIND, remind_at))


def ending(round_: Round, now: datetime) -> tuple[Delivery, ...]:
    """The closed post and the reveal under it."""
    return (
        _of_round(round_, DeliveryKind.CLOSE, now),
        _of_round(round_, DeliveryKind.REVEAL, now),
    )


def notice(
    team_id: str,
    channel_id: str,
    member_id: str,
    text: str,
    *,
    key: str,
    now: datetime,
    round_id: str = "",
    buttons: tuple[Button, ...] = (),
) -> Delivery:
    """A word to one member in private."""
    return Delivery(
        team_id=team_id,
        key=key,
        kind=DeliveryKind.NOTICE,
        channel_id=channel_id,
        due_at=now,
        round_id=round_id,
        member_id=member_id,
        text=text,
        buttons=buttons,
        seq=_ORDER.index(DeliveryKind.NOTICE) + 1,
    )


def amended(round_: Round, ruling_id: str, now: datetime) -> Delivery:
    """A line under a reveal whose order a ruling changed."""
    return replace(
        _of_round(round_, DeliveryKind.AMENDED, now), key=f"am-{named(f'{round_.id} {ruling_id}')}"
    )


def gathered(
    team_id: str, channel_id: str, member_id: str, *, about: str, now: datetime
) -> Delivery:
    """What waits for quizmasters: to one of them, or with no member in their channel. The words
    stand for those who take no private messages.
    """
    return Delivery(
        team_id=team_id,
        key=f"ap-{named(f'{about} {channel_id} {member_id}')}",
        kind=DeliveryKind.APPEALS,
        channel_id=channel_id,
        due_at=now,
        member_id=member_id,
        text="Something waits for a quizmaster: /quizmaster appeals shows what.",
        seq=_ORDER.index(DeliveryKind.NOTICE) + 1,
    )
