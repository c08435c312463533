"""The full answer of a question: items, explanation, sources, and its place in the sheet."""

from bot.model.message import Block, Listing, Section, Small
from bot.model.question import Item, Mode, Place, Question
from bot.model.text import Text, emphasis, joined, line, link, strong
from bot.quiz.messages.question import pictures

_LONG = 60
"""Characters of an item from which a list reads better line by line."""


def solution(question: Question, label: str = "The full answer") -> tuple[Block, ...]:
    """The answer with its details, pictures and reason."""
    blocks: list[Block] = []
    texts = [with_details(item) for item in question.items]
    ordered = question.mode is Mode.ORDERED
    if len(texts) > 1 and (ordered or any(len(text) > _LONG for text in texts)):
        blocks.append(Section(line(strong(f"{label}:"))))
        blocks.append(Listing(tuple(line(text) for text in texts), ordered=ordered))
    else:
        blocks.append(Section(line(strong(f"{label}:"), " ", " · ".join(texts))))
    blocks.extend(pictures(question, Place.ANSWER))
    blocks.extend(reason(question))
    return tuple(blocks)


def reason(question: Question) -> tuple[Section, ...]:
    """Why the answer is right, where the sheet says so."""
    return (Section(line(strong("Why:"), f" {question.why}")),) if question.why else ()


def place(question: Question, sheet_title: str) -> Small:
    """Where it stands: sources and sheet, topic, line."""
    return Small(joined([*sources(question), _in_sheet(question, sheet_title)], " · "))


def sources(question: Question) -> tuple[Text, ...]:
    """The sources as links where they are addresses."""
    return tuple(
        (link(_host(source), source),)
        if source.startswith(("https://", "http://"))
        else line(source)
        for source in question.sources
    )


def _in_sheet(question: Question, sheet_title: str) -> Text:
    where = f" {question.file}" if question.file else ""
    line_number = f", line {question.line}" if question.line else ""
    return line("sheet ", emphasis(sheet_title), f"{where}{line_number}")


def with_details(item: Item) -> str:
    """An item with what the sheet lists under it."""
    return f"{item.text} ({'; '.join(item.nested)})" if item.nested else item.text


def _host(address: str) -> str:
    host = address.split("/")[2] if address.count("/") >= 2 else address
    return "AWS docs" if host == "docs.aws.amazon.com" else host.removeprefix("www.")
