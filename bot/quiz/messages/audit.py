"""The audit log and insights, as quizmasters read them."""

from collections.abc import Sequence
from datetime import datetime

from bot.model.audit import AuditEntry
from bot.model.message import Block, Button, Buttons, Listing, Message, Section, Small
from bot.model.team import Member, name_of
from bot.model.text import Text, emphasis, line, plain, shortened, strong
from bot.quiz.actions import LOG, TeamPage
from bot.quiz.messages.formatting import at, in_line

PAGE = 10
"""Entries on a page."""
_ABOUT, _WORDS = 100, 100
_GONE = "Somebody"


def log(
    team_id: str, entries: Sequence[AuditEntry], total: int, skipped: int, now: datetime, zone: str
) -> Message:
    """A page of what was done, the newest first."""
    if not total:
        return Message.of("Quizmasters have changed nothing here within a year.")
    title = "What quizmasters did"
    ways = []
    team = name_of(team_id)
    if skipped:
        ways.append(Button("Later", LOG.action(TeamPage(max(0, skipped - PAGE), team))))
    if skipped + len(entries) < total:
        ways.append(Button("Earlier", LOG.action(TeamPage(skipped + len(entries), team))))
    blocks: list[Block] = [
        Section(line(strong(title))),
        Listing(tuple(_row(each, now, zone) for each in entries)),
        Small(line("Kept for a year; members' words for 90 days.")),
    ]
    if ways:
        blocks.append(Buttons(tuple(ways)))
    return Message(tuple(blocks), summary=title)


def _row(entry: AuditEntry, now: datetime, zone: str) -> Text:
    about = f": {shortened(entry.about, _ABOUT)}" if entry.about else ""
    words = (" — ", emphasis(in_line(entry.words, _WORDS))) if entry.words else ()
    why = f" ({shortened(entry.why, _WORDS)})" if entry.why else ""
    when = plain(at(entry.at, now, zone))
    return line(strong(entry.name or _GONE), f" {entry.what}{about}", *words, f"{why}, {when}")


def corrected(member: Member, points: int, *, again: bool) -> Message:
    """Somebody's points are others now."""
    change = f"{points:+d} {'point' if abs(points) == 1 else 'points'}"
    when = "already " if again else ""
    return Message.of(
        f"Done {when}for {member.name}: {change} in this channel. They are told, with your reason."
    )
