"""What the adapter itself has to say when something is in the way, to that person alone."""

from collections.abc import Mapping

from bot.model.action import Action
from bot.model.message import Button, Buttons, CodeBlock, Listing, Message, Section, Weight
from bot.model.text import line


def words(text: str) -> Message:
    """A single sentence or two."""
    return Message((Section(line(text)),), text)


OURS = words("Something went wrong on our side; nothing was lost. Please try again.")
NOT_MINE = words(
    "I did not post that message. Use this on a question of mine, and I pass your report on."
)
FORGOTTEN = words("I no longer have that form at hand. Please open it again where it came from.")
NO_FILE = words("I could not fetch that file from Discord. Please send it once more.")
SHARED = words("It is in the channel now.")


def open_form(title: str, action: Action) -> Message:
    """A form that has to be opened by a press."""
    button = Button("Open the form", action, Weight.PRIMARY)
    text = f"Here is the form you asked for: {title}."
    return Message((Section(line(text)), Buttons((button,))), text)


def correct_form(errors: tuple[str, ...], action: Action) -> Message:
    """A form that needs another look, with a button that opens it as it was sent."""
    text = "Almost there; your text is kept."
    button = Button("Correct it", action, Weight.PRIMARY)
    problems = Listing(tuple(line(error) for error in errors))
    return Message((Section(line(text)), problems, Buttons((button,))), text)


def typed_text(errors: tuple[str, ...], values: Mapping[str, str]) -> Message:
    """A form that cannot be opened again: what was wrong, and the text to copy."""
    text = "Almost there. Please open the form again; here is your text."
    kept = tuple(CodeBlock(value) for value in values.values() if value.strip())
    return Message((Section(line(text)), Listing(tuple(map(line, errors))), *kept), text)
