"""What can go wrong for a person, each error with its own words and the next step."""

from collections.abc import Sequence
from datetime import datetime

from bot.model.message import Button
from bot.model.obstacle import Obstacle
from bot.model.play import Play
from bot.model.text import shortened

_LONGEST_NAME = 50
"""Characters of a command's name that are given back."""
_WHO = (
    "Somebody who manages this team, or another quizmaster, can do it, or make you one with "
    "/quizmaster appoint."
)


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
        super().__init__(f"{command} is for quizmasters. {_WHO}")


class CannotAsk(Trouble):
    """A platform does not say now what hangs on its word; that is no refusal."""

    def __init__(self, platform: str, what: str) -> None:
        super().__init__(
            f"I could not ask {platform.capitalize()} just now {what}, so nothing was changed. "
            "Please try again in a minute."
        )


class InTheWay(Trouble):
    """Something keeps the quiz out of a channel; `again` is for when it is mended."""

    def __init__(self, obstacle: Obstacle, again: Button) -> None:
        super().__init__(f"{obstacle} Nothing was changed.", again)


class NoRound(Trouble):
    """There is no open question here."""

    def __init__(self, next_one: str) -> None:
        words = "No question is open here right now."
        super().__init__(f"{words} {next_one}".strip())


class AllOpen(Trouble):
    """There are questions, and none that could be asked without giving away an open one."""

    def __init__(self, sheet_title: str, again: str) -> None:
        super().__init__(
            f"Every question of the sheet {sheet_title} is open in this team now; a second post "
            f"would give its answer away. Nothing was posted. {again}"
        )


class RoundClosed(Trouble):
    """The round takes no answers any more; the person gets the full answer instead, and what they
    had said in time.
    """

    def __init__(self, play: Play, now: datetime, text: str = "") -> None:
        super().__init__("This question is closed.")
        self.play = play
        self.now = now
        self.text = text


class AlreadyFinished(Trouble):
    """The member has used their tries, or was right already; they see what they said, with its
    grade, and get back what they sent now.
    """

    def __init__(self, play: Play, text: str = "") -> None:
        super().__init__("You have answered this question.")
        self.play = play
        self.text = text


class UnknownCommand(Trouble):
    """A command that is not in the table; `near` is the one whose name is most like it."""

    def __init__(self, name: str, near: str = "", *buttons: Button) -> None:
        words = f"There is no command {shortened(name, _LONGEST_NAME)}."
        if near:
            words += f" Did you mean {near}?"
        super().__init__(f"{words} /quiz help lists all of them.", *buttons)


class Moved(Trouble):
    """A command under a former name; `now` are the names and help lines of what took its place,
    `allowed` says whether the person may use them.
    """

    def __init__(
        self, name: str, now: Sequence[tuple[str, str]], *buttons: Button, allowed: bool
    ) -> None:
        if not allowed:
            words = f"{name} has moved: it is {now[0][0]} now, which is for quizmasters. {_WHO}"
        elif len(now) == 1:
            words = f"{name} has moved: it is {now[0][0]} now. Nothing was done yet."
        else:
            each = " or ".join(f"{new} ({help_[0].lower()}{help_[1:]})" for new, help_ in now)
            words = f"{name} has moved: it is {each} now. Nothing was done yet."
        strange = {new.split()[0] for new, _ in now} - {name.split()[0]}
        if allowed and strange:
            words += _renewed(strange.pop())
        super().__init__(words, *buttons)


def _renewed(first: str) -> str:
    """What helps where a platform still has the commands of an earlier version."""
    return (
        f" If {first} is not known here, whoever runs this bot has to renew its commands: in "
        "Slack with what “quizsheet manifest slack” prints."
    )


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
        super().__init__(f"{who} {what} {when}. /quiz sheets shows what the sheets hold now.")


class RuledBefore(Trouble):
    """Another quizmaster has decided that case already; the first decision counts."""


class NoSheet(Trouble):
    """No such sheet, or none at all."""

    def __init__(self, name: str = "", known: str = "") -> None:
        if known:
            words = f'There is no sheet called "{name}" here. There is: {known}.'
        else:
            words = (
                "There is no sheet here yet. A quizmaster can bring one with /quizmaster upload."
            )
        super().__init__(words)
