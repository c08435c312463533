"""The port through which the game remembers.

Every method is one transaction: when it returns, what it says is committed and survives a
crash; when it raises, nothing was changed. All instants are timezone-aware and in UTC; local
dates stand beside them. Every method that takes a `team_id` sees and changes that team alone.
Several processes may use one store at once; what is said of races below holds between them too.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.model.answer import Answer, Recorded
from bot.model.delivery import Delivery
from bot.model.play import Play
from bot.model.proposal import Proposal
from bot.model.round import MessageRef, Round
from bot.model.schedule import Schedule
from bot.model.sheet import Sheet
from bot.model.team import Member, Quizmasters, Team, UserGroup
from bot.quiz.ports.history import History

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


@dataclass(frozen=True, slots=True)
class Due:
    """What waits to be done over all teams, the longest due first."""

    schedules: tuple[Schedule, ...]
    """Those of teams that are not paused, with `next_at <= now`."""
    closings: tuple[Round, ...]
    """Open rounds with `closes_at <= now`."""
    counts: tuple[Round, ...]
    """Open rounds whose post shows an old count that was last refreshed before an instant."""
    deliveries: bool
    """Whether there is something to lease for the platforms that were named."""


class Teams(Protocol):
    """Teams, their members, and what was heard from their platforms."""

    async def save_team(self, team: Team) -> None:
        """Write a team, replacing name and pause of one that exists."""
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

    async def add_questions(self, team_id: str, sheet: Sheet) -> None:
        """Add the questions of a sheet to the stored one of its id, made where there is none.

        A question whose id is there already changes nothing; of two additions at once none is
        lost.
        """
        ...

    async def sheet(self, team_id: str, sheet_id: str) -> Sheet | None:
        """The sheet with its questions and glossary (problems are not kept), or None."""
        ...

    async def sheets(self, team_id: str) -> tuple[SheetEntry, ...]:
        """The team's own sheets by title; those of `LIBRARY` only when asked for by that id."""
        ...


class Schedules(Protocol):
    """When questions come."""

    async def save_schedule(self, schedule: Schedule) -> None:
        """Write a schedule, replacing the one of the same channel and slot."""
        ...

    async def rest(self, schedule: Schedule, why: str) -> bool:
        """Pause a schedule that stands as it was read; False, changing nothing, if it was changed
        since.
        """
        ...

    async def schedules(self, team_id: str, channel_id: str) -> tuple[Schedule, ...]:
        """The schedules of a channel, by opening time."""
        ...


class Rounds(Protocol):
    """Rounds, from the plan to the reveal."""

    async def plan(
        self,
        round_: Round,
        owed: tuple[Delivery, ...],
        schedule: Schedule | None,
        rivals: frozenset[str] = frozenset(),
    ) -> bool:
        """Write a round with the deliveries it owes and, with a schedule, its next instant.

        `schedule.next_at` is the instant to come. Returns False, changing nothing but that
        instant, if the channel already has a round on that local day and slot: whoever comes
        second learns that it was done. A round in state `skipped` owes only notices.

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


class Outbox(Protocol):
    """Deliveries and their leases."""

    async def lease(
        self, platforms: frozenset[str], worker: str, now: datetime, until: datetime, limit: int
    ) -> tuple[Delivery, ...]:
        """Take due deliveries of these platforms' teams for one worker until an instant.

        No delivery is leased to two workers at a time; one whose lease has expired is due
        again. Teams that are paused, and deliveries with an earlier open one of the same round,
        are left alone. Leasing a POST moves its round from planned to posting. What was leased
        brings its round along.
        """
        ...

    async def delivered(self, delivery: Delivery, ref: MessageRef | None, now: datetime) -> None:
        """Record that a delivery was made. A POST opens its round with `ref` as its post; a
        REVEAL makes it revealed. Recording twice changes nothing.
        """
        ...

    async def postpone(self, delivery: Delivery, due_at: datetime, reason: str) -> None:
        """Give the lease back and try again at an instant."""
        ...

    async def give_up(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Stop trying. A POST that never came out makes its round skipped; a REVEAL that cannot
        be posted makes it revealed, so that look-ups open.
        """
        ...

    async def owe(self, delivery: Delivery) -> bool:
        """Owe one more message; False if its key is already known."""
        ...

    async def hasten(self, team_id: str, key: str, now: datetime) -> bool:
        """Try a delivery now that was put off; False if it does not wait: it was made, given up,
        or a worker has it in hand.
        """
        ...

    async def forget_deliveries(self, before: datetime) -> None:
        """Drop the deliveries that were made, or given up, before an instant."""
        ...

    async def due(
        self, platforms: frozenset[str], now: datetime, counted_before: datetime, limit: int
    ) -> Due:
        """What is due at `now`, at most `limit` of each kind, seen at one moment. Of deliveries
        and counts, only those of the given platforms: nobody here can show the others.

        Costs grow with what is due, not with what exists.
        """
        ...

    async def next_instant(self, platforms: frozenset[str] | None = None) -> datetime | None:
        """The earliest instant at which a schedule, a closing or a delivery becomes due.

        Of deliveries, only those of the given platforms count, for nobody here can send the
        others; None counts them all. Costs the same however much is stored.
        """
        ...


class Proposals(Protocol):
    """What members suggest and quizmasters bring, until somebody decides."""

    async def save_proposal(self, proposal: Proposal) -> None:
        """Keep a proposal; the same id again changes nothing."""
        ...

    async def proposal(self, team_id: str, proposal_id: str) -> Proposal | None:
        """The proposal, or None if there is none or it is settled."""
        ...

    async def settle(self, team_id: str, proposal_id: str) -> bool:
        """Take a proposal away; of two concurrent calls exactly one hears True."""
        ...

    async def forget_proposals(self, before: datetime) -> None:
        """Drop the proposals made before an instant that nobody settled."""
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
