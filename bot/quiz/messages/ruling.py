"""Decisions as quizmasters make them: what would follow, the forms, what was done, and the way back."""

from collections.abc import Sequence
from datetime import datetime

from bot.model.appeal import Case, Draft, Ruling, RulingKind
from bot.model.grade import Grade
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Choice,
    ChoiceInput,
    Form,
    Input,
    Listing,
    Message,
    Section,
    Small,
    TextInput,
    Weight,
)
from bot.model.team import name_of
from bot.model.text import emphasis, line, plain, shortened, strong
from bot.quiz.actions import (
    CASES,
    COUNT,
    RULE,
    RULED,
    WORDED,
    WORDING,
    Counting,
    Deciding,
    TeamPage,
)
from bot.quiz.messages.case import DONE, undo_button, which
from bot.quiz.messages.formatting import at, count, in_line
from bot.quiz.messages.verdict import judged
from bot.quiz.rules.identity import named

WORD, WORDS, ITEM = "word", "words", "item"
"""The names of the fields."""
LONGEST = 300
"""Characters of a word to members."""
LONGEST_WORDS = 1000
"""Characters of words that count."""
_PROMPT, _SAID = 200, 200
_LABEL = 75
"""Characters of a button and of a choice that every platform has room for."""
_WORDINGS = 5


def seen(draft: Draft) -> str:
    """What a button carries of a draft, so that nothing else is accepted than what was shown."""
    return named(f"{draft.item}\n{draft.words}\n{draft.word}")


def preview(
    case: Case,
    draft: Draft,
    *,
    wordings: Sequence[tuple[str, int]],
    members: int,
    points: int,
    own: Grade | None,
    warnings: Sequence[str],
) -> Message:
    """What would follow if words counted for everybody, before they do."""
    question = case.round.question
    several = len(question.items) > 1
    item = f" as {shortened(draft.item, 100)}" if several else ""
    opening = f"{in_line(draft.words, _SAID)} would count{item} from now on, in this team."
    blocks: list[Block] = [
        Section(line(strong(shortened(question.prompt, _PROMPT)))),
        Section(line(opening)),
    ]
    blocks += [Section(line(strong("Please look: "), each)) for each in warnings]
    if own is None:
        blocks.append(
            Section(
                line(
                    "It changes nothing for the answer itself, ",
                    in_line(case.answer.text, _SAID),
                    ": change the words, or accept the answer once.",
                )
            )
        )
    else:
        blocks.append(Section(line("The answer itself would be: ", judged(own, question), ".")))
    if members:
        blocks.append(
            Section(line(f"It concerns {count(members, 'member')}, +{count(points, 'point')}:"))
        )
        rows = [
            line(emphasis(in_line(text, _SAID)), f" — {count(number, 'member')}")
            for text, number in wordings[:_WORDINGS]
        ]
        if len(wordings) > _WORDINGS:
            rows.append(line(f"and {len(wordings) - _WORDINGS} more wordings"))
        blocks.append(Listing(tuple(rows)))
    else:
        blocks.append(Section(line("It gives nobody more points for what was said until now.")))
    if draft.word:
        blocks.append(Small(line("Your word to them: ", in_line(draft.word, LONGEST))))
    team = name_of(case.appeal.team_id)
    accept = COUNT.action(Counting(case.appeal.id, seen(draft), team))
    effect = f": {count(members, 'member')}, +{count(points, 'point')}" if members else ""
    ways = [
        Button("Change words, add a word", WORDING.action(which(case))),
        Button("Accept once", RULE.action(Deciding(case.appeal.id, RulingKind.ONCE, team))),
    ]
    if members or own is not None:
        label = f"Accept for everybody{effect}"[:_LABEL]
        ways.insert(0, Button(label, accept, Weight.PRIMARY))
    blocks.append(Buttons(tuple(ways)))
    return Message(tuple(blocks), summary=opening)


def wording_form(case: Case, draft: Draft) -> Form:
    """The words that are to count, for which item, and a word to those whom it concerns."""
    inputs: list[Input] = [
        TextInput(WORDS, "Words that count", lines=2, value=draft.words, max_length=LONGEST_WORDS)
    ]
    items = case.round.question.items
    if len(items) > 1:
        choices = tuple(
            Choice(str(number), shortened(item.text, _LABEL))
            for number, item in enumerate(items[:25])
        )
        chosen = next((n for n, item in enumerate(items[:25]) if item.text == draft.item), 0)
        inputs.append(ChoiceInput(ITEM, "They stand for", choices, str(chosen)))
    inputs.append(_word(draft.word))
    return Form(
        title="Accept for everybody",
        action=WORDED.action(which(case)),
        inputs=tuple(inputs),
        blocks=(Section(line(shortened(case.round.question.prompt, _PROMPT))),),
        submit="Show what follows",
    )


def _word(value: str = "") -> TextInput:
    return TextInput(
        WORD,
        "A word to those it concerns (not needed)",
        lines=2,
        value=value,
        required=False,
        max_length=LONGEST,
    )


def ruling_form(case: Case, kind: RulingKind) -> Form:
    """Confirms a decision about the answer alone, with a word to its member."""
    titles = {
        RulingKind.ONCE: ("Accept once", "counts in full"),
        RulingKind.PARTLY: ("Partly", "counts half"),
    }
    title, what = titles.get(kind, ("Decline", "is not counted"))
    many = (
        f", for {count(len(case.appeals), 'member')} who appealed" if len(case.appeals) > 1 else ""
    )
    return Form(
        title=title,
        action=RULED.action(Deciding(case.appeal.id, kind, name_of(case.appeal.team_id))),
        inputs=(_word(),),
        blocks=(
            Section(line(shortened(case.round.question.prompt, _PROMPT))),
            Section(
                line(
                    in_line(case.answer.text, _SAID),
                    f" {what}{many}. Nothing follows for what others say.",
                )
            ),
        ),
        submit=title,
    )


def done(ruling: Ruling, members: int, points: int, names: Sequence[str]) -> Message:
    """What was decided, whom it concerned, and the way back."""
    who = f" {' and '.join(names)} had appealed." if names else ""
    effect = ""
    if ruling.kind is not RulingKind.DECLINED:
        effect = f" {count(members, 'member')}, {points:+d} {'point' if abs(points) == 1 else 'points'}; each is told."
    else:
        effect = f" {count(members, 'member')} will be told."
    words = f"Done: you {DONE[ruling.kind]}.{effect}{who}"
    return Message(
        (
            Section(line(words)),
            Small(line("It can be undone for a week.")),
            Buttons((undo_button(ruling),)),
        ),
        summary=words,
    )


def undone(ruling: Ruling, members: int, points: int) -> Message:
    """It was taken back."""
    words = f"Taken back. {count(members, 'member')}, {points:+d} points; each is told, and what was appealed waits again."
    team = name_of(ruling.team_id)
    again = Button("What waits", CASES.action(TeamPage(0, team)))
    return Message.of(words, again)


def decided_before(
    case_ruling: Ruling, now: datetime, zone: str, *, undoable: bool
) -> tuple[str, tuple[Button, ...]]:
    """Somebody was faster."""
    words = f"{case_ruling.by.name} {DONE[case_ruling.kind]} {plain(at(case_ruling.by.at, now, zone))}, and it stays so."
    return words, (undo_button(case_ruling),) if undoable else ()
