"""What can go wrong for a person, each error with its own words and the next step."""

from datetime import datetime

from bot.model.message import Button
from bot.model.play import Play
from bot.model.round import Round


class Trouble(Exception):
    """Something that the person can understand and act upon; it is shown to them alone.

    `words` say what happened, what was kept, and what to do; `buttons` offer the next step.
    """

    def __init__(self, words: str, *buttons: Button) -> None:
        super().__init__(words)
        self.words = words
        self.buttons = buttons


class NotQuizmaster(Trouble):
    """Somebody else's business."""

    def __init__(self, command: str) -> None:
        super().__init__(
            f"{command} is for quizmasters. Somebody who manages this team, or another "
            "quizmaster, can do it or make you one."
        )


class NoRound(Trouble):
    """There is no open question here."""

    def __init__(self, next_one: str) -> None:
        words = "No question is open here right now."
        super().__init__(f"{words} {next_one}".strip())


class RoundClosed(Trouble):
    """The round takes no answers any more; the person gets the full answer instead."""

    def __init__(self, round_: Round, now: datetime) -> None:
        super().__init__("This question is closed.")
        self.round = round_
        self.now = now


class AlreadyFinished(Trouble):
    """The member has used their tries, or was right already; they see their grade again."""

    def __init__(self, play: Play) -> None:
        super().__init__("You have answered this question.")
        self.play = play


class UnknownCommand(Trouble):
    """A command that is not in the table."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no command {name}. /quiz help lists all of them.")


class UnknownAction(Trouble):
    """A button of another version, or of a round that is no longer kept."""

    def __init__(self) -> None:
        super().__init__(
            "That button belongs to something that is no longer here. "
            "/quiz today shows what is open now."
        )


class BadArgument(Trouble):
    """A value that cannot be used; the words say which and what would fit."""


class Decided(Trouble):
    """Somebody has decided that already, and it stays so."""

    def __init__(self, who: str, accepted: bool, when: str) -> None:
        what = "accepted it" if accepted else "left it out"
        super().__init__(f"{who} {what} {when}. /quiz sheet shows what the sheets hold now.")


class NoSheet(Trouble):
    """No such sheet, or none at all."""

    def __init__(self, name: str = "", known: str = "") -> None:
        if known:
            words = f'There is no sheet called "{name}" here. There is: {known}.'
        else:
            words = "There is no sheet here yet. A quizmaster can bring one with /quiz upload."
        super().__init__(words)
