"""The buttons and forms of the game: each a verb with its arguments, declared once. Messages write
them, and the files of `commands` handle them.

A team stands in them by its name on its platform, for presses in private messages.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from bot.model.action import ActionKind, Nothing
from bot.model.answer import Answer
from bot.model.appeal import RulingKind
from bot.model.board import Window
from bot.model.delivery import Delivery
from bot.model.round import Round
from bot.model.team import name_of


@dataclass(frozen=True, slots=True)
class Place:
    """A channel in a team; empty means where the press was made."""

    team: str = ""
    channel_id: str = ""

    @property
    def place(self) -> "Place":
        """Itself: see `Placed`."""
        return self

    @classmethod
    def of(cls, team_id: str, channel_id: str) -> "Place":
        """The channel of a team with this id."""
        return cls(name_of(team_id), channel_id)


HERE = Place()


@runtime_checkable
class Placed(Protocol):
    """Arguments that name the place in which a button or form counts."""

    @property
    def place(self) -> Place:
        """The place; looked up, and never believed."""
        ...


class OfTeam:
    """Arguments that name a team, in which they count."""

    __slots__ = ()
    team: str

    @property
    def place(self) -> Place:
        """The team."""
        return Place(self.team)


@dataclass(frozen=True, slots=True)
class InRound(OfTeam):
    """A round, and its team."""

    round_id: str
    team: str = ""

    @classmethod
    def of(cls, round_: Round) -> "InRound":
        """The place of a round."""
        return cls(round_.id, name_of(round_.team_id))


@dataclass(frozen=True, slots=True)
class Picked(OfTeam):
    """One of a question's options, counted from 0."""

    round_id: str
    team: str
    option: int


UNSAID = -1
"""The version in a form of an earlier release, which does not say on what it was opened."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A channel whose set-up form was opened, and on which version of its schedule: 0 if there
    was none.
    """

    team: str = ""
    channel_id: str = ""
    seen: int = UNSAID

    @property
    def place(self) -> Place:
        """The channel."""
        return Place(self.team, self.channel_id)

    @classmethod
    def of(cls, place: Place, seen: int) -> "Opened":
        """The form for a channel, opened on this version."""
        return cls(place.team, place.channel_id, seen)


@dataclass(frozen=True, slots=True)
class Switch:
    """A member's setting in a channel, on or off."""

    on: bool
    team: str = ""
    channel_id: str = ""

    @property
    def place(self) -> Place:
        """Where it holds."""
        return Place(self.team, self.channel_id)


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page of one's own answers in a team: those after so many newer rounds."""

    skipped: int
    team: str = ""
    channel_id: str = ""

    @property
    def place(self) -> Place:
        """Where it was asked for."""
        return Place(self.team, self.channel_id)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a board."""

    window: Window


@dataclass(frozen=True, slots=True)
class EntryOf:
    """An entry of the sheet, by its question."""

    question_id: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A delivery that waits for somebody to mend something."""

    team: str
    channel_id: str
    key: str

    @property
    def place(self) -> Place:
        """Where it waits."""
        return Place(self.team, self.channel_id)

    @classmethod
    def of(cls, delivery: Delivery) -> "Waiting":
        """The place of a delivery."""
        return cls(name_of(delivery.team_id), delivery.channel_id, delivery.key)


@dataclass(frozen=True, slots=True)
class Moving:
    """A quiz that is to be taken from one channel of a team to another."""

    team: str
    channel_id: str
    """Where it shall be."""
    source_id: str
    """Where it is."""

    @property
    def place(self) -> Place:
        """Where it shall be."""
        return Place(self.team, self.channel_id)


@dataclass(frozen=True, slots=True)
class Proposed(OfTeam):
    """A proposal, its team and, of a sheet that takes the place of another, what stood there when
    it was previewed.
    """

    proposal_id: str
    team: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class OfSheet:
    """A sheet."""

    sheet_id: str


@dataclass(frozen=True, slots=True)
class OfMember(OfTeam):
    """A person of a team."""

    member_id: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class OfAnswer(OfTeam):
    """One of one's own answers, by its number in a round."""

    round_id: str
    number: int
    team: str = ""

    @classmethod
    def of(cls, answer: Answer) -> "OfAnswer":
        """The place of an answer."""
        return cls(answer.round_id, answer.number, name_of(answer.team_id))


@dataclass(frozen=True, slots=True)
class OfAppeal(OfTeam):
    """A case, by one of its appeals."""

    appeal_id: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class Deciding(OfTeam):
    """A case with what is to be decided about it."""

    appeal_id: str
    kind: RulingKind
    team: str = ""


@dataclass(frozen=True, slots=True)
class Reviewing(OfTeam):
    """A question that was reported, by one of the reports, with what is to be decided about it."""

    report_id: str
    kind: RulingKind
    team: str = ""


@dataclass(frozen=True, slots=True)
class Counting(OfTeam):
    """A case, and what its quizmaster saw that would count."""

    appeal_id: str
    seen: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class OfRuling(OfTeam):
    """A decision."""

    ruling_id: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class OfPhrase(OfTeam):
    """A phrase of a team."""

    phrase_id: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class OfQuestion(OfTeam):
    """A question of a sheet."""

    sheet_id: str
    question_id: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class TeamPage(OfTeam):
    """A page of what a team has: that after so many."""

    skipped: int
    team: str = ""


@dataclass(frozen=True, slots=True)
class OfCommand:
    """A command, by the one or two words of its path."""

    first: str
    second: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The words."""
        return (self.first, self.second) if self.second else (self.first,)


RUN = ActionKind("run", OfCommand)
"""Does what a command does, for whoever cannot type it."""

ANSWER = ActionKind("answer", InRound)
"""Opens the form."""
SEND = ActionKind("send", InRound)
"""The form with an answer."""
PICK = ActionKind("pick", Picked)
HINT = ActionKind("hint", InRound)
REPORTING = ActionKind("reporting", InRound)
"""Opens the form with what is wrong with a question."""
REPORT = ActionKind("report", InRound)
"""The form with what is wrong with a question."""

BOARD = ActionKind("board", Stretch)
ME = ActionKind("me", Place)
OWN_ANSWERS = ActionKind("own", OwnPage)
HIDE = ActionKind("hide", Switch)
REMIND = ActionKind("remind", Switch)

ENTRY = ActionKind("entry", EntryOf)
SHARE = ActionKind("share", EntryOf)
SUGGEST = ActionKind("suggest", Nothing)
"""Opens the form for a question."""
SUGGESTED = ActionKind("suggested", Nothing)

SCHEDULE = ActionKind("schedule", Place)
"""Opens the set-up form."""
SCHEDULED = ActionKind("scheduled", Opened)
PAUSE = ActionKind("pause", Place)
RESUME = ActionKind("resume", Place)
"""Lets a quiz go on that is paused or at rest."""
MOVE = ActionKind("move", Moving)
PREVIEW = ActionKind("preview", Place)
"""Shows to one person how a question will look."""
ASK = ActionKind("ask", Place)
RETRY = ActionKind("retry", Waiting)
DISMISS = ActionKind("dismiss", OfMember)
TELL = ActionKind("tell", Switch)
"""Whether one wants a word when something needs a quizmaster."""

UPLOADED = ActionKind("uploaded", Nothing)
"""The form with a file."""
USE = ActionKind("use", OfSheet)
ACCEPT = ActionKind("accept", Proposed)
DECLINE = ActionKind("decline", Proposed)

APPEAL = ActionKind("appeal", OfAnswer)
"""Opens the form of a member who was right."""
APPEALED = ActionKind("appealed", OfAnswer)
CASES = ActionKind("cases", TeamPage)
"""Lists what waits for a quizmaster."""
CASE = ActionKind("case", OfAppeal)
"""Shows one case with the sheet's answer."""
RULE = ActionKind("rule", Deciding)
"""Shows what would follow from a decision, or opens its form."""
RULED = ActionKind("ruled", Deciding)
"""The form of a decision about one answer."""
WORDING = ActionKind("wording", OfAppeal)
"""Opens the form with the words that are to count."""
WORDED = ActionKind("worded", OfAppeal)
COUNT = ActionKind("count", Counting)
"""Lets words count for everybody."""
UNDO = ActionKind("undo", OfRuling)
PHRASES = ActionKind("phrases", TeamPage)
WITHDRAW = ActionKind("withdraw", OfPhrase)
FLAGGING = ActionKind("flagging", EntryOf)
"""Opens the form with what is wrong with an entry of the sheet."""
FLAG = ActionKind("flag", EntryOf)
REVIEW = ActionKind("review", Reviewing)
"""Opens the form of a decision about a question that was reported."""
REVIEWED = ActionKind("reviewed", Reviewing)
AGAIN = ActionKind("again", OfQuestion)
"""Asks a question again that was set aside."""
LOG = ActionKind("log", TeamPage)
