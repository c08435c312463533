"""The question as people see it: asked in the channel, in the form and in private, and with its full
answer.
"""

from datetime import datetime

from bot.model.message import (
    Block,
    Button,
    Buttons,
    CodeBlock,
    Form,
    Listing,
    Message,
    Picture,
    Section,
    Small,
    TextInput,
    Weight,
)
from bot.model.question import Item, Mode, Place, Question
from bot.model.round import Round
from bot.model.team import name_of
from bot.model.text import Span, clocked, emphasis, line, plain, strong
from bot.quiz.actions import ANSWER, HINT, PICK, REMIND, SEND, InRound, Picked, Switch
from bot.quiz.messages.formatting import at, clock, count, day, moment
from bot.quiz.rules.calendar import local
from bot.quiz.rules.rules import Rules
from bot.quiz.rules.typed.zones import zone_words

ANSWER_INPUT = "answer"
"""The name of the field for the answer."""
_LONG = 60
"""Characters of an item from which a list reads better line by line."""
_ROW = 5
"""Buttons that stand side by side on every platform."""


def expected(question: Question) -> str:
    """What kind of answer is wanted, in one short sentence."""
    total = len(question.items)
    if question.options:
        number = "One" if picked_by_button(question) else f"{total}"
        return f"{number} of: " + " · ".join(question.options)
    match question.mode:
        case Mode.TEXT:
            return "Answer in a sentence."
        case Mode.ORDERED:
            return f"All {total}, in order."
        case Mode.ALL:
            return f"Name all {total}."
        case Mode.ANY if question.need > 1:
            return f"Name any {question.need} of {total}."
        case _:
            return "One answer."


def pictures(question: Question, *places: Place) -> tuple[Block, ...]:
    """The pictures and code that stand in certain places of a question."""
    shown: list[Block] = [
        CodeBlock(code.text, code.language) for code in question.code if code.place in places
    ]
    shown.extend(
        Picture(alt=image.alt or "Picture from the sheet", url=image.url)
        for image in question.images
        if image.place in places
    )
    return tuple(shown)


def _asked(question: Question) -> tuple[Block, ...]:
    wanted, shown = expected(question), pictures(question, Place.PROMPT)
    return (Section(line(question.prompt, " ", emphasis(wanted))), *shown)


def _titled(round_: Round, title: str) -> tuple[Block, ...]:
    """The question under its title, topic and day."""
    question = round_.question
    topic = f" · {question.topic[-1]}" if question.topic else ""
    asked, when = _asked(question), day(round_.local_date)
    return (Section(line(strong(title), f"{topic} · {when}")), *asked)


def answer_button(round_: Round, label: str = "Answer") -> Button:
    """The way into the form; it carries the team, for presses in private messages."""
    return Button(label, ANSWER.action(InRound.of(round_)), Weight.PRIMARY)


def hint_button(round_: Round, rules: Rules) -> Button:
    """The way to the hint, with what it costs."""
    return Button(f"Hint −{rules.hint_costs}", HINT.action(InRound.of(round_)))


def picked_by_button(question: Question) -> bool:
    """Whether the options are pressed instead of typed: a choice of one."""
    return bool(question.options) and question.need == 1 and len(question.items) == 1


def ways_to_answer(round_: Round, rules: Rules) -> tuple[Block, ...]:
    """The buttons of an open question; a choice of one has its options as buttons."""
    hint = (hint_button(round_, rules),) if round_.question.hint else ()
    if not picked_by_button(round_.question):
        return (Buttons((answer_button(round_), *hint)),)
    team = name_of(round_.team_id)
    picks = tuple(
        Button(option, PICK.action(Picked(round_.id, team, number)))
        for number, option in enumerate(round_.question.options)
    )
    rows = tuple(Buttons(picks[first : first + _ROW]) for first in range(0, len(picks), _ROW))
    return (*rows, Buttons(hint)) if hint else rows


def post(round_: Round, rules: Rules) -> Message:
    """The daily post, while it is open."""
    closes = local(round_.closes_at, round_.zone)
    another_day = closes.date() != round_.local_date
    day_of_it = f"{day(closes.date())} " if another_day else ""
    words = f"{day_of_it}{clock(closes)} {zone_words(round_.zone)}"
    when = clocked(words, round_.closes_at, dated=another_day)
    return Message(
        (
            *_titled(round_, "Question of the day"),
            *ways_to_answer(round_, rules),
            Small(line(f"{round_.answered} answered · closes ", when)),
        ),
        summary=f"Question of the day: {round_.question.prompt}",
    )


def preview(round_: Round, rules: Rules) -> Message:
    """How a question will look in its channel, without buttons that do something."""
    shown = post(round_, rules)
    note = "Only you see this. It is an example: which question comes is drawn when it is posted."
    blocks = tuple(block for block in shown.blocks if not isinstance(block, Buttons))
    ways = [b.label for block in shown.blocks if isinstance(block, Buttons) for b in block.buttons]
    buttons = line("Buttons under it: " + ", ".join(ways))
    return Message((Small(line(note)), *blocks, Small(buttons)), summary=shown.summary)


def closed_post(round_: Round) -> Message:
    """The daily post, once it takes no more answers."""
    return Message(
        (
            *_titled(round_, "Question of the day"),
            Small(line(strong("closed"), f" · {round_.answered} answered · the answer is below")),
        ),
        summary=f"Closed: {round_.question.prompt}",
    )


def form(round_: Round, tries_left: int, longest: int) -> Form:
    """The form: the question in full, one field of at most `longest` characters, what is expected,
    how many tries are left.
    """
    question = round_.question
    several = question.mode is not Mode.ANY or question.need > 1
    left = "last try" if tries_left == 1 else f"{count(tries_left, 'try', 'tries')} left"
    return Form(
        title="Your answer",
        action=SEND.action(InRound.of(round_)),
        blocks=(*_asked(question), Small(line(f"Only you see what you write · {left}"))),
        inputs=(
            TextInput(
                name=ANSWER_INPUT,
                label="Answer",
                lines=4 if several else 1,
                placeholder="One on each line, or with commas between" if several else "",
                max_length=longest,
            ),
        ),
    )


def hint(round_: Round, costs: int) -> Message:
    """The hint, and how many points it costs; 0 for one that was taken before."""
    price = f" It costs {costs} points of this question." if costs else ""
    text = round_.question.hint
    return Message(
        (
            Section(line(strong("Hint:"), f" {text}{price}")),
            Buttons((answer_button(round_),)),
        ),
        summary=f"Hint: {text}",
    )


def today(round_: Round, now: datetime, rules: Rules, *, finished: bool) -> Message:
    """Today's question in private."""
    until = line("open until ", moment(round_.closes_at, now, round_.zone))
    blocks: list[Block] = [*_titled(round_, "Today's question")]
    if finished:
        blocks.append(Small(line("You have answered · ", *until, ", then the answer is posted")))
    else:
        blocks += ways_to_answer(round_, rules)
        blocks.append(Small(line(f"{round_.answered} answered · ", *until)))
    return Message(tuple(blocks), summary=f"Today's question: {round_.question.prompt}")


def reminder(round_: Round, now: datetime, words: str, rules: Rules) -> Message:
    """A word in private before a question closes."""
    closes = line(" It closes ", *at(round_.closes_at, now, round_.zone), ".")
    stop = Switch(on=False, team=name_of(round_.team_id), channel_id=round_.channel_id)
    return Message(
        (
            Section(line(strong(words), *closes)),
            *_asked(round_.question),
            *ways_to_answer(round_, rules),
            Buttons((Button("Stop reminding me", REMIND.action(stop)),)),
        ),
        summary=f"{words}{plain(closes)}",
    )


def solution(
    question: Question, label: str = "The full answer", sheet_title: str = ""
) -> tuple[Block, ...]:
    """The answer with its details, pictures and reason, and with its place in the sheet where the
    title is given.
    """
    texts = [with_details(item) for item in question.items]
    ordered = question.mode is Mode.ORDERED
    shown = pictures(question, Place.ANSWER)
    stands = _place(question, sheet_title) if sheet_title else ()
    blocks: list[Block] = []
    if len(texts) > 1 and (ordered or any(len(text) > _LONG for text in texts)):
        blocks.append(Section(line(strong(f"{label}:"))))
        blocks.append(Listing(tuple(line(text) for text in texts), ordered=ordered))
    else:
        blocks.append(Section(line(strong(f"{label}:"), " ", " · ".join(texts))))
    blocks.extend(shown)
    if question.why:
        blocks.append(Section(line(strong("Why:"), f" {question.why}")))
    if stands:
        blocks.append(Small(line(*stands)))
    return tuple(blocks)


def reason(question: Question) -> tuple[Section, ...]:
    """Why the answer is right, where the sheet says so."""
    return (Section(line(strong("Why:"), f" {question.why}")),) if question.why else ()


def place(question: Question, sheet_title: str) -> Small:
    """Where it stands: sources and sheet, topic, line."""
    return Small(line(*_place(question, sheet_title)))


def _place(question: Question, sheet_title: str) -> tuple[str | Span, ...]:
    """The sources, as links where they are addresses, and the place in the sheet."""
    parts: list[str | Span] = []
    for source in question.sources:
        address = source.startswith(("https://", "http://"))
        parts += [Span(_host(source), link=source) if address else source, " · "]
    where = f" {question.file}" if question.file else ""
    number = f", line {question.line}" if question.line else ""
    return (*parts, "sheet ", emphasis(sheet_title), f"{where}{number}")


def with_details(item: Item) -> str:
    """An item with what the sheet lists under it."""
    return f"{item.text} ({'; '.join(item.nested)})" if item.nested else item.text


def _host(address: str) -> str:
    host = address.split("/")[2] if address.count("/") >= 2 else address
    return "AWS docs" if host == "docs.aws.amazon.com" else host.removeprefix("www.")
