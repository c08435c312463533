"""What a quizmaster sees of a file that was handed over."""

from collections.abc import Sequence

from bot.model.action import Nothing
from bot.model.attachment import Attachment
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Document,
    FileInput,
    Form,
    Listing,
    Message,
    Section,
    Small,
    Weight,
)
from bot.model.proposal import Proposal
from bot.model.question import Question
from bot.model.sheet import Problem, Severity, Sheet
from bot.model.text import Text, emphasis, line, shortened, strong
from bot.quiz.actions import ACCEPT, DECLINE, UPLOADED, USE, OfSheet, Proposed
from bot.quiz.messages.formatting import count
from bot.quiz.ports.files import Changes

FILE = "file"
"""The name of the field."""
_SHOWN = 5
_SAMPLES = 3
_AGAIN = (
    "The sheet of that name has changed since you saw the preview, so I have not taken yours yet. "
    "This is what it would change now."
)


def form(largest: int) -> Form:
    """The form for a file of at most `largest` bytes."""
    return Form(
        title="Bring a sheet",
        action=UPLOADED.action(Nothing()),
        inputs=(FileInput(FILE, "Your sheet", largest),),
        blocks=(
            Section(
                line("Markdown, CSV, an Anki deck and several others. You see a preview first.")
            ),
            Small(line(f"At most {largest / 1e6:g} MB")),
        ),
        submit="Preview",
    )


def exported(sheet: Sheet, file: Attachment, *, left_out: int = 0) -> Message:
    """A sheet as a file, without what is being asked at the moment."""
    words = f"{sheet.title}: {count(len(sheet.questions), 'question')}."
    blocks: list[Block] = [Section(line(words)), Document(file)]
    if left_out:
        blocks.append(Small(line(f"{_being_asked(left_out)} The file is whole after the reveal.")))
    return Message(tuple(blocks), summary=words)


def _being_asked(left_out: int) -> str:
    """Why something is missing: an answer in it would tell what is open."""
    if left_out == 1:
        return "One question is being asked and you have not answered it, so it is left out."
    return f"{left_out} questions tell what is being asked, so they are left out until you answer."


def preview(
    proposal: Proposal,
    changes: Changes,
    problems: Sequence[Problem],
    hard: Sequence[Problem],
    *,
    replaces: bool,
    standing: str,
    again: bool = False,
) -> Message:
    """So many questions in so many topics, what would change, problems, what will be `hard` to judge,
    three samples.

    The buttons carry what the sheet was compared with, `standing`; `again` says that this has
    changed since the preview before.
    """
    which = Proposed(proposal.id, standing=standing)
    sheet = proposal.sheet
    topics = len({question.topic for question in sheet.asked})
    found = f": {count(len(sheet.asked), 'question')} in {count(topics, 'topic')}."
    blocks: list[Block] = [Section(line(_AGAIN))] if again else []
    blocks.append(Section(line(strong(sheet.title), found)))
    if replaces:
        blocks.append(Section(line(_changed(changes))))
    blocks.append(Listing(tuple(_sample(question) for question in _samples(sheet))))
    blocks += _problems(problems)
    blocks += _hard(hard)
    blocks.append(
        Buttons(
            (
                Button("Take it", ACCEPT.action(which), Weight.PRIMARY),
                Button("Leave it", DECLINE.action(which)),
            )
        )
    )
    blocks.append(Small(line("Nothing changes until you press Take it.")))
    return Message(tuple(blocks), summary=_AGAIN if again else f"{sheet.title}{found}")


def taken(sheet: Sheet) -> Message:
    """The sheet is there; where to use it."""
    words = f"{sheet.title} is ready, with {count(len(sheet.asked), 'question')}."
    return Message.of(words, Button("Use it in this channel", USE.action(OfSheet(sheet.id))))


def nothing(name: str, problems: Sequence[Problem]) -> Message:
    """A file without a question that could be asked."""
    words = f"I found no question with an answer in {name}, so nothing was changed."
    advice = (
        "A question begins with Q. and its answer is a list below it. /quizmaster export shows one."
    )
    return Message((Section(line(words)), *_problems(problems), Small(line(advice))), summary=words)


def _changed(changes: Changes) -> str:
    parts = [
        f"{number} {what}"
        for number, what in (
            (changes.added, "new"),
            (changes.reworded, "reworded"),
            (changes.removed, "gone"),
            (changes.kept, "unchanged"),
        )
        if number
    ]
    return f"It replaces the sheet of that name: {', '.join(parts)}. History stays with the rest."


def _samples(sheet: Sheet) -> tuple[Question, ...]:
    """Three questions from the beginning, the middle and the end."""
    asked = sheet.asked
    places = dict.fromkeys((0, len(asked) // 2, len(asked) - 1))
    return tuple(asked[place] for place in list(places)[:_SAMPLES])


def _sample(question: Question) -> Text:
    answer = " · ".join(item.text for item in question.items)
    return line(shortened(question.prompt, 150), " ", emphasis(shortened(answer, 150)))


def _hard(notes: Sequence[Problem]) -> list[Block]:
    """Answers that people may give rightly and not be understood; the first few, and what helps."""
    if not notes:
        return []
    what = "answer" if len(notes) == 1 else "answers"
    opening = f"{len(notes)} {what} will be hard to judge; they are asked all the same."
    shown = [line(f"Line {each.line}: {each}") for each in notes[:_SAMPLES]]
    if len(notes) > _SAMPLES:
        shown.append(line(f"and {len(notes) - _SAMPLES} more; quizsheet check lists them all"))
    return [Section(line(opening)), Listing(tuple(shown))]


def _problems(problems: Sequence[Problem]) -> list[Block]:
    if not problems:
        return []
    worst = sorted(problems, key=lambda each: each.severity is not Severity.ERROR)
    rows = tuple(line(f"line {each.line}: {each}") for each in worst[:_SHOWN])
    more = len(problems) - len(rows)
    blocks: list[Block] = [
        Section(line(strong(count(len(problems), "problem")))),
        Listing(rows),
    ]
    if more:
        blocks.append(Small(line(f"and {more} more")))
    return blocks
