"""The port through which the game remembers.

Every method is one transaction: when it returns, what it says is committed and survives a
crash; when it raises, nothing was changed. All instants are timezone-aware and in UTC; local
dates stand beside them. Every method that takes a `team_id` sees and changes that team alone.
Several processes may use one store at once; what is said of races below holds between them too.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.model.answer import Answer, Recorded
from bot.model.delivery import Delivery
from bot.model.play import Play
from bot.model.proposal import Decision, Proposal
from bot.model.round import MessageRef, Round
from bot.model.schedule import Schedule
from bot.model.sheet import Sheet
from bot.model.team import Member, Quizmasters, Team, UserGroup
from bot.quiz.ports.history import History
from bot.quiz.ports.outbox import Outbox
from bot.quiz.ports.schedules import Schedules

LIBRARY = "library:shipped"
"""The team id under which sheets stand that come with the installation; every team may read it."""

ADDITIONS = "+"
"""Ends the id of a team's additions to the sheet whose id stands before it."""


class StoreError(Exception):
    """The store cannot do its work now (disk full, database gone); nothing was changed."""


class StillUntold(Exception):
    """A question cannot be asked now: the answer to it, or to its kin, was not told yet."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A stored sheet as lists show it; `version` changes with every change of its content."""

    team_id: str
    id: str
    title: str
    asked: int
    version: str


@dataclass(frozen=True, slots=True)
class Asked:
    """How often and when a channel last had a question."""

    question_id: str
    times: int
    last: date


class Taken(StrEnum):
    """What became of taking a proposed sheet."""

    TAKEN = "taken"
    DECIDED = "decided"
    """Somebody decided before, or the proposal is gone."""
    CHANGED = "changed"
    """Another sheet stands there than the one that it was compared with."""


class Teams(Protocol):
    """Teams, their members, and what was heard from their platforms."""

    async def arrived(self, team_id: str, name: str) -> None:
        """Note that a team let the bot in, once more or for the first time: nothing holds it back
        from now on. A name that is empty leaves the one that is known.
        """
        ...

    async def left(self, team_id: str, why: str, seen: int | None = None) -> bool:
        """Pause a team that shut the bot out, be it one that was never met; its name stays.

        `seen` is how often it had let the bot in when that was found out (see
        `Delivery.arrivals`): if it has done so again since, nothing changes and the answer is
        False. None means whatever happened since.
        """
        ...

    async def team(self, team_id: str) -> Team | None:
        """The team, or None."""
        ...

    async def greet(self, team_id: str, member_id: str, name: str, team_name: str = "") -> None:
        """Write the name that a member has now, or a new member; their settings stay. A team that
        was never met is written too, and one that was stays as it is.
        """
        ...

    async def member(self, team_id: str, member_id: str) -> Member | None:
        """The member, or None if never seen."""
        ...

    async def set_member(
        self,
        team_id: str,
        member_id: str,
        *,
        hidden: bool | None = None,
        quizmaster: bool | None = None,
        told: bool | None = None,
    ) -> Member | None:
        """Change what is given of a member, and nothing else; the member as they are then, or None
        if never seen.
        """
        ...

    async def volunteer(self, team_id: str, member_id: str) -> None:
        """Tell a member from now on when something needs a quizmaster, unless they ever said
        whether they want it.
        """
        ...

    async def retire(self, team_id: str, member_id: str) -> None:
        """Tell a member no more, as if they had never said whether they want it."""
        ...

    async def set_reminder(
        self, team_id: str, channel_id: str, member_id: str, wanted: bool
    ) -> None:
        """Remember whether a member wants a word before the channel's questions close."""
        ...

    async def wants_reminder(self, team_id: str, channel_id: str, member_id: str) -> bool:
        """Whether the member asked for reminders in the channel."""
        ...

    async def to_remind(self, round_: Round) -> tuple[Member, ...]:
        """Those who asked for reminders in the round's channel and have not answered in it."""
        ...

    async def first_time(self, team_id: str, key: str, now: datetime) -> bool:
        """Whether this event key is new; of two concurrent calls exactly one hears True."""
        ...

    async def forget_keys(self, before: datetime) -> None:
        """Drop the event keys heard before an instant."""
        ...


class QuizmasterList(Protocol):
    """Who looks after the quiz of a team."""

    async def quizmasters(self, team_id: str) -> Quizmasters:
        """Those who were appointed, those who want to be told, and the groups whose people are
        quizmasters. Costs grow with them, not with the team.
        """
        ...

    async def add_group(self, group: UserGroup) -> None:
        """Make the people of a group quizmasters; one that is there gets its present name."""
        ...

    async def drop_group(self, team_id: str, group_id: str) -> bool:
        """Take it back; False if the group was none."""
        ...


class Sheets(Protocol):
    """Sheets and their questions."""

    async def save_sheet(self, team_id: str, sheet: Sheet) -> str:
        """Write a sheet whole, by its id, and return its version; same content, same version.

        No history moves: this is for a sheet whose ids are those that it had.
        """
        ...

    async def replace_sheet(
        self,
        team_id: str,
        sheet: Sheet,
        over: SheetEntry | None,
        renamed: tuple[tuple[str, str], ...],
    ) -> bool:
        """Write a sheet in the place of another one and, with it, move what hangs on the ids of
        its questions.

        `over` is the entry of the sheet with which the new one was compared: the team's own by
        this id, else that of `LIBRARY`, which the new one hides from this team; None if there is
        neither. If it is not what stands there now, somebody else was first: nothing changes,
        the answer is False, and the new sheet has to be compared again. A sheet that stands
        there as it is already changes nothing either; that is True.

        `renamed` holds pairs (old id, new id), which hold at once: two questions may swap their
        ids. The sheet's rounds, in whatever state, belong to the new id from then on, and
        everything that is asked by a question's id (`asked`, a round's `question.id`) says so;
        what was posted, said and earned stays as it is. Rounds that have the new id already and
        are in no pair keep it: they are one history then. Rounds of a sheet of `LIBRARY` move in
        every team but those that have a sheet of their own by its id. What a team added to the
        sheet under an old id (see `ADDITIONS`) stands under the new one, where it is one with
        the sheet's own. Costs grow with the rounds of these questions, not with all rounds.

        A round that is planned while the sheet is replaced, from the sheet before, keeps the id
        that it was planned with. Raises ValueError if two questions have the same id.
        """
        ...

    async def sheet(self, team_id: str, sheet_id: str) -> Sheet | None:
        """The sheet with its questions and glossary (problems are not kept), or None."""
        ...

    async def sheets(self, team_id: str) -> tuple[SheetEntry, ...]:
        """The team's own sheets by title; those of `LIBRARY` only when asked for by that id."""
        ...


class Rounds(Protocol):
    """Rounds, from the plan to the reveal."""

    async def plan(
        self,
        round_: Round,
        owed: tuple[Delivery, ...],
        read: Schedule | None = None,
        next_at: datetime | None = None,
        rivals: frozenset[str] = frozenset(),
    ) -> bool:
        """Write a round with the deliveries it owes and, where it comes from a schedule, the next
        instant of that one.

        `read` is the schedule from which it was planned. If it does not stand as it was read any
        more (changed, paused, moved on by another planner, gone), or its team is paused, nothing
        changes and the answer is False. False too, changing nothing but the instant, if the
        channel already has a round on that local day and slot: whoever comes second learns that
        it was done. A round in state `skipped` owes only notices.

        `rivals` are the ids of questions whose answer this one would give away, its own with
        them. If one of them has a round in the team whose answer was not told yet (see `untold`),
        nothing changes and `StillUntold` is raised; of several that are planned at once, in one
        channel or in several, exactly one is written.
        """
        ...

    async def round(self, team_id: str, round_id: str) -> Round | None:
        """The round, or None."""
        ...

    async def round_at(self, ref: MessageRef) -> Round | None:
        """The round whose post is this message, or None."""
        ...

    async def rounds(self, team_id: str, channel_id: str, limit: int) -> tuple[Round, ...]:
        """The channel's latest rounds, newest first, skipped ones included."""
        ...

    async def asked(self, team_id: str, channel_id: str) -> tuple[Asked, ...]:
        """Every question that the channel has had, skipped rounds left out."""
        ...

    async def live_questions(self, team_id: str, now: datetime) -> tuple[Round, ...]:
        """The team's rounds whose answer is withheld at `now` (see `Round.withheld`)."""
        ...

    async def live_elsewhere(
        self, team_id: str, member_id: str, now: datetime
    ) -> tuple[Round, ...]:
        """The rounds whose answer is withheld at `now` in the other teams of the team's platform
        in which this person was met.

        With `live_with` the one look across teams: an answer that is open in one of them must not
        be told in another. Costs grow with the person's teams.
        """
        ...

    async def live_with(
        self, team_id: str, sheet_id: str, question_ids: Collection[str], now: datetime, limit: int
    ) -> tuple[Round, ...]:
        """Rounds in other teams of the team's platform that ask one of these questions of a sheet,
        or any of it if none is named, and whose answer is withheld at `now`; at most `limit`, by
        which costs grow.
        """
        ...

    async def untold(self, team_id: str) -> tuple[Round, ...]:
        """The team's rounds whose answer was not told yet, the oldest first: they are planned,
        posted or open, or closed with their reveal still owed.
        """
        ...

    async def played_days(
        self, team_id: str, channel_id: str, *, closed: bool = False
    ) -> tuple[date, ...]:
        """The local days on which the channel had a round that was posted, oldest first; with
        `closed`, only those of rounds that are closed, for what others may see.
        """
        ...

    async def close(self, round_: Round, owed: tuple[Delivery, ...], now: datetime) -> bool:
        """Close an open round and owe its close and reveal; False if it was not open.

        An answer is either recorded before, and then counted in the reveal, or refused after.
        """
        ...

    async def refresh_count(self, round_: Round, now: datetime) -> bool:
        """Claim the refresh of a round's count; of several processes exactly one hears True."""
        ...


class Answers(Protocol):
    """What members said, hints they took, and the points that follow."""

    async def record(self, answer: Answer, team_name: str = "") -> Recorded:
        """Write an answer with its points in the ledger and count its member in the round.

        The member is written under the name that the answer has, and so is a team that was never
        met, under `team_name`: nothing else need be written before. Refused as CLOSED if the round takes no answers at `answer.said_at`; REPEATED if the
        member's event key was recorded before; OVERTAKEN if `answer.number` is not the next
        one of this member in this round. Only RECORDED changes anything.
        """
        ...

    async def answers(
        self, team_id: str, round_id: str, member_id: str | None = None
    ) -> tuple[Answer, ...]:
        """The answers of a round, of one member or of all, in the order in which they came."""
        ...

    async def play(self, team_id: str, round_id: str, member_id: str) -> Play | None:
        """A round with what one member has done in it, seen at one moment; None if there is no
        such round. Every press on a post begins here: it is one short look.
        """
        ...

    async def take_hint(self, round_: Round, member_id: str, now: datetime) -> bool:
        """Remember that a member took the round's hint; False if they had it before."""
        ...


class Proposals(Protocol):
    """What members suggest and quizmasters bring, and what was decided about it."""

    async def save_proposal(self, proposal: Proposal) -> None:
        """Keep a proposal; the same id again changes nothing."""
        ...

    async def proposal(self, team_id: str, proposal_id: str) -> Proposal | None:
        """The proposal, with the decision where there is one; None if there is no such proposal."""
        ...

    async def decide(
        self, team_id: str, proposal_id: str, decision: Decision, owed: tuple[Delivery, ...] = ()
    ) -> bool:
        """Note what was decided about a proposal, with what is owed for it. False, changing
        nothing, if somebody decided before or it is gone.

        The questions of one that adds them and is accepted join the stored sheet of their id,
        made where there is none: a question whose id is there already changes nothing, and of two
        additions at once none is lost. One that takes a sheet's place is accepted by `take`.
        """
        ...

    async def take(
        self,
        team_id: str,
        proposal_id: str,
        decision: Decision,
        sheet: Sheet,
        over: SheetEntry | None,
        renamed: tuple[tuple[str, str], ...],
    ) -> Taken:
        """Note that a proposed sheet was accepted, and write it in the place of the one with which
        it was compared, as `Sheets.replace_sheet` does; both or nothing.
        """
        ...

    async def forget_proposals(self, before: datetime) -> None:
        """Drop the proposals made before an instant, decided or not."""
        ...


class Store(
    Teams,
    QuizmasterList,
    Sheets,
    Schedules,
    Rounds,
    Answers,
    History,
    Outbox,
    Proposals,
    Protocol,
):
    """Everything that the game remembers."""
