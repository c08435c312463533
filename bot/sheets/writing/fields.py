"""A question as named fields of HTML, as flashcard programs and their tables hold it."""

import html
from collections.abc import Iterable

from bot.model.question import Item, Mode, Place, Question
from bot.model.sheet import Sheet
from bot.sheets.columns import POINTED

NAMES = (
    "Question",
    "Answer",
    "Options",
    "Why",
    "Hint",
    "Source",
    "Topic",
    "Mode",
    "Accept",
    "Difficulty",
    "Id",
)
"""The names of the fields, in the order of `fields_of`; reading knows them all."""

_LEVELS = {0: "", 1: "easy", 2: "medium", 3: "hard"}


def fields_of(question: Question) -> tuple[str, ...]:
    """The fields of a question. What they cannot hold: details below an item, phrases that are
    wrong or too general, and other wordings of any but the first item.
    """
    first = question.items[0] if question.items else None
    mode = question.mode.value
    return (
        text(question.prompt) + _shown(question, Place.TOPIC) + _shown(question, Place.PROMPT),
        _listed(item.text for item in question.items) + _shown(question, Place.ANSWER),
        _listed(question.options),
        text(question.why),
        text(question.hint),
        text(" ".join(question.sources)),
        text(" › ".join(question.topic)),
        f"{mode} {question.need}" if question.mode is Mode.ANY and question.need > 1 else mode,
        text(" | ".join(_also(first)) if first else ""),
        _LEVELS[question.difficulty],
        question.id,
    )


def _also(item: Item) -> tuple[str, ...]:
    """Its other wordings, and its key points marked as such: a new field would make another kind of
    note of it, and the cards that people have would be imported twice.
    """
    points = (POINTED + " / ".join(point.wordings) for point in item.points)
    return (*item.accept, *points)


def tags_of(question: Question) -> tuple[str, ...]:
    """Its tags; spaces part tags in flashcard programs, so that those within one become `_`."""
    return tuple("_".join(tag.split()) for tag in question.tags)


def text(words: str) -> str:
    """Plain words as HTML."""
    return html.escape(words, quote=False)


def written(sheet: Sheet) -> tuple[Question, ...]:
    """The questions that go into a deck: those that have an answer."""
    return sheet.asked


def _listed(texts: Iterable[str]) -> str:
    found = [text(each) for each in texts]
    if len(found) <= 1:
        return "".join(found)
    return "<ul>" + "".join(f"<li>{each}</li>" for each in found) + "</ul>"


def _shown(question: Question, place: Place) -> str:
    """The pictures and code blocks at one place."""
    pictures = (
        f'<br><img src="{html.escape(image.url)}" alt="{html.escape(image.alt)}">'
        for image in question.images
        if image.place is place
    )
    blocks = (f"<pre>{text(block.text)}</pre>" for block in question.code if block.place is place)
    return "".join((*pictures, *blocks))
