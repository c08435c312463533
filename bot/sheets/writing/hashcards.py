"""hashcards: `Q:` and `A:` in plain Markdown."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.question import Place, Question
from bot.model.sheet import Sheet
from bot.sheets.writing.escaping import coded, inline
from bot.sheets.writing.fields import written


@dataclass(frozen=True, slots=True)
class HashcardsDeck:
    """A deck of front and back; why, hints, modes and topics stay behind."""

    name: str = "hashcards"
    title: str = "hashcards, plain text"
    suffix: str = ".hashcards.md"

    def write(self, sheet: Sheet) -> bytes:
        """The deck's name in TOML, then a card for each question that has an answer."""
        # A JSON string is a TOML string too.
        lines = ["---", f"name = {json.dumps(sheet.title, ensure_ascii=False)}", "---"]
        for question in written(sheet):
            lines += ["", *_card(question)]
        return ("\n".join(lines) + "\n").encode()


def _card(question: Question) -> Iterator[str]:
    yield f"Q: {_text(question.prompt)}"
    for option in question.options:
        yield f"- {_text(option)}"
    yield from _shown(question, prompt=True)
    if len(question.items) == 1:
        yield f"A: {_text(question.items[0].text)}"
    else:
        yield "A:"
        yield from (f"- {_text(item.text)}" for item in question.items)
    yield from _shown(question, prompt=False)


def _text(words: str) -> str:
    return inline(words, linked=(words,))


def _shown(question: Question, *, prompt: bool) -> Iterator[str]:
    for image in question.images:
        if (image.place is not Place.ANSWER) is prompt:
            yield f"![{coded(image.alt)}]({image.url})"
    for block in question.code:
        if (block.place is not Place.ANSWER) is prompt:
            yield from (f"```{block.language}", *block.text.split("\n"), "```")
