"""Our own JSON: a sheet as the product holds it, with the version of its form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from bot.model.question import Code, Image, Item, KeyPoint, Mode, Question
from bot.model.sheet import Problem, Sheet
from bot.sheets import complaints
from bot.sheets.card import LONGEST_TEXT, prompt_of, sheet_of, tidy, title_of
from bot.sheets.decode import decode
from bot.sheets.hypertext import url_of
from bot.sheets.ids import derive_id, is_id
from bot.sheets.inline import is_showable

VERSION = 1
_BEGINS = re.compile(rb'\s{0,99}\{\s{0,99}"quizsheet"\s{0,9}:')


@dataclass(frozen=True, slots=True)
class Document:
    """The whole file; its version stands first, so that its beginning tells what it is."""

    quizsheet: int
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class QuizsheetJson:
    """Our own JSON."""

    name: str = "json"
    suffixes: tuple[str, ...] = ()

    def recognises(self, source: bytes, name: str) -> bool:
        """By its first key."""
        return _BEGINS.match(source.removeprefix(b"\xef\xbb\xbf")[:256]) is not None

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """The sheet, with every text on one line and every number within its bounds."""
        decoded = decode(source)
        try:
            document = msgspec.json.decode(decoded.text, type=Document)
        except (msgspec.MsgspecError, RecursionError, ValueError) as error:
            reason = str(error).lower() or "it is nested too deeply"
            found = complaints.unreadable(1, "a sheet in JSON", reason)
            return Sheet(id, title_of(name), problems=(found,))
        if document.quizsheet > VERSION:
            reason = f"it was written by a newer version ({document.quizsheet})"
            found = complaints.unreadable(1, "a sheet in JSON", reason)
            return Sheet(id, title_of(name), problems=(found,))
        return _settled(document.sheet, id, title_of(name))


def _settled(sheet: Sheet, id: str, title: str) -> Sheet:  # noqa: A002 - the model's word
    """A sheet from outside in the form that readers give; questions that ask nothing left out."""
    found: list[Problem] = []
    questions: list[Question] = []
    for number, question in enumerate(sheet.questions, 1):
        settled = _question(question, question.line or number)
        if settled:
            questions.append(settled)
        else:
            found.append(complaints.no_prompt(question.line or number))
    made = sheet_of(questions, id, tidy(sheet.title) or title, found, sheet.tags)
    return replace(
        made,
        glossary=sheet.glossary,
        images=tuple(_images(sheet.images)),
        code=tuple(_code(sheet.code)),
        tags=tuple(_texts(sheet.tags)),
        language=tidy(sheet.language) or "en",
        exams=sheet.exams,
    )


def _question(question: Question, line: int) -> Question | None:
    prompt = prompt_of(question.prompt)
    if not prompt:
        return None
    topic = tuple(_texts(question.topic, repeated=True))
    items = tuple(settled for item in question.items if (settled := _item(item)))
    return replace(
        question,
        id=question.id if is_id(question.id) else derive_id(prompt, topic),
        prompt=prompt,
        items=items,
        need=max(1, min(question.need, len(items))) if question.mode is Mode.ANY else 1,
        topic=topic,
        line=line,
        why=tidy(question.why),
        hint=tidy(question.hint),
        sources=tuple(_texts(question.sources)),
        images=tuple(_images(question.images)),
        code=tuple(_code(question.code)),
        tags=tuple(_texts(question.tags)),
        options=tuple(_texts(question.options)),
        difficulty=question.difficulty if question.difficulty in range(4) else 0,
        term=tidy(question.term),
    )


def _item(item: Item) -> Item | None:
    text = tidy(item.text)
    if not text:
        return None
    return Item(
        text,
        tuple(phrase for phrase in _texts(item.accept) if phrase != text),
        tuple(_texts(item.reject)),
        tuple(_texts(item.more)),
        tuple(_texts(item.nested, repeated=True)),
        item.line,
        tuple(point for each in item.points if (point := _point(each))),
    )


def _point(point: KeyPoint) -> KeyPoint | None:
    wordings = tuple(each for each in _texts(point.wordings) if any(map(str.isalnum, each)))
    return KeyPoint(wordings) if wordings else None


def _texts(texts: tuple[str, ...], *, repeated: bool = False) -> Iterator[str]:
    found = [text for each in texts if (text := tidy(each))]
    yield from found if repeated else dict.fromkeys(found)


def _images(images: tuple[Image, ...]) -> Iterator[Image]:
    for image in images:
        if is_showable(image.url):
            yield replace(image, url=url_of(image.url), alt=tidy(image.alt)[:200])


def _code(blocks: tuple[Code, ...]) -> Iterator[Code]:
    for block in blocks:
        yield replace(block, text=block.text[:LONGEST_TEXT].strip("\n"))
