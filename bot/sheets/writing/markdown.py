"""Our own Markdown, such that reading it again gives the same sheet.

Each question is written as an author would write it. Where the reader's usual guesses would then
make something else of it, `verbatim: yes` stands below it and every setting is spelled out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import yaml

from bot.model.question import Code, Image, Item, Kind, Mode, Place, Question
from bot.model.sheet import Sheet
from bot.sheets.cousins.cousins import in_our_notation
from bot.sheets.ids import derive_id
from bot.sheets.inline import addresses
from bot.sheets.markdown import read_lines
from bot.sheets.pairs import pairs_of
from bot.sheets.writing.escaping import coded, inline, line, phrases, wordings

_WAYS = ((True, False), (True, True), (False, False), (False, True))
"""Ways to write a question, the plainest first: a choice as boxes, the mode spelled out."""
_LEVELS = {1: "easy", 2: "medium", 3: "hard"}
_WIDEST = 1_000_000
"""Columns of front matter; it must not be folded, since its strings are read line by line."""


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A sheet as Markdown; see docs/sheets.md."""

    name: str = "markdown"
    title: str = "Markdown, everything kept"
    suffix: str = ".md"

    def write(self, sheet: Sheet) -> bytes:
        """Front matter, then the questions under their headings."""
        count = len(sheet.tags)
        shared = all(question.tags[:count] == sheet.tags for question in sheet.questions)
        tags = sheet.tags if shared else ()
        lines = list(_front_matter(sheet, tags))
        topic: tuple[str, ...] = ()
        questions = sheet.questions
        at = 0
        while at < len(questions):
            written = _written(questions, at, tags)
            headings = list(_headings(topic, questions[at].topic))
            loose = list(_loose(questions[at]))
            if loose and not headings and at:
                # A heading again, so that what follows does not belong to the question above.
                headings = list(_headings((), questions[at].topic))[-1:] or ["#"]
            lines += ["", *headings] if headings else []
            lines += ["", *loose] if loose else []
            lines += ["", *written.lines]
            topic = questions[at].topic
            at += written.count
        if not questions:
            lines += ["", *_pictures(sheet.images), *_blocks(sheet.code)]
        text = "\n".join(lines).strip("\n") + "\n"
        if in_our_notation(text.split("\n"), 0):
            # Some words of it would look like another convention.
            text = text.replace("---\n", "---\nnotation: quizsheet\n", 1)
        return text.encode()


@dataclass(frozen=True, slots=True)
class _Written:
    """Lines, and how many questions of the sheet they stand for."""

    lines: tuple[str, ...]
    count: int = 1


def _written(questions: Sequence[Question], at: int, tags: tuple[str, ...]) -> _Written:
    """The plainest wording that reads as meant. The definitions that follow are left to the reader
    where it makes the same ones from the answer.
    """
    question = questions[at]
    ways = _WAYS if question.options else _WAYS[2:]
    short = _without_implied(question)
    for boxes, spelled_out in ways:
        lines = tuple(_lines(short, tags, boxes=boxes, spelled_out=spelled_out))
        made = _read_back(lines, question.topic)
        expected = questions[at : at + len(made)]
        if made and [_bare(each) for each in made] == [_bare(each, tags) for each in expected]:
            return _Written(lines, len(made))
    if short != question:
        # What seemed to be implied was not, so that it is said.
        lines = tuple(_lines(question, tags, spelled_out=True))
        if [_bare(each) for each in _read_back(lines, question.topic)] == [_bare(question, tags)]:
            return _Written(lines)
    return _Written(tuple(_lines(question, (), spelled_out=True, verbatim=True)))


def _without_implied(question: Question) -> Question:
    """The question without the other wordings that the reader finds in its items by itself: the
    term of `Term - definition`, and each of several short answers on one bullet.
    """
    pairs = pairs_of([inline(item.text) for item in question.items])
    items = []
    for item, pair in zip(question.items, pairs, strict=True):
        implied = {pair.term, *pair.aliases} if pair else set()
        if len(question.items) == 1:
            implied |= {part.strip() for part in item.text.split(",")}
        items.append(
            replace(item, accept=tuple(each for each in item.accept if each not in implied))
        )
    return replace(question, items=tuple(items))


def _read_back(lines: Iterable[str], topic: tuple[str, ...]) -> tuple[Question, ...]:
    """What the reader makes of one question."""
    above = [*_headings((), topic), *lines]
    return read_lines(
        [part for line in above for part in line.split("\n")], id="", name=""
    ).questions


def _bare(question: Question, tags: tuple[str, ...] = ()) -> Question:
    """A question without what only a whole file can settle: lines, and what stands above it."""
    return replace(
        question,
        tags=question.tags[len(tags) :],
        line=0,
        file="",
        items=tuple(replace(item, line=0) for item in question.items),
        images=tuple(replace(i, line=0) for i in question.images if i.place is not Place.TOPIC),
        code=tuple(replace(c, line=0) for c in question.code if c.place is not Place.TOPIC),
    )


# The parts of a file.


def _front_matter(sheet: Sheet, tags: tuple[str, ...]) -> list[str]:
    exams = {
        exam.name: {
            **({"retired": exam.retired} if exam.retired else {}),
            **{domain.name: domain.weight for domain in exam.domains},
        }
        for exam in sheet.exams
    }
    glossary = {
        term: [inline(alias).replace("|", "&#124;") for alias in aliases]
        for term, aliases in sheet.glossary.aliases
    }
    language = sheet.language if sheet.language != "en" else ""
    return _fields(
        {
            "title": sheet.title,
            "language": language,
            "tags": [_tag(tag) for tag in tags],
            "keywords": [] if tags else [_tag(tag) for tag in sheet.tags],
            "exams": exams,
            "glossary": glossary,
        }
    )


def _fields(fields: dict[str, object]) -> list[str]:
    said = {name: value for name, value in fields.items() if value}
    if not said:
        return []
    text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=_WIDEST)
    return ["---", *text.rstrip("\n").split("\n"), "---"]


def _headings(above: tuple[str, ...], topic: tuple[str, ...]) -> Iterator[str]:
    """The headings that lead from one topic to another."""
    shared = 0
    while shared < min(len(above), len(topic)) and above[shared] == topic[shared]:
        shared += 1
    if len(topic) < len(above) and shared == len(topic):
        # Back up to a heading that stands above already: said once more, it closes the deeper ones.
        shared -= 1
    if above and not topic:
        yield "#"
    for level in range(max(shared, 0), len(topic)):
        title = inline(topic[level])
        yield f"{'#' * (level + 1)} {title[:-1] + '&#35;' if title.endswith('#') else title}"


def _loose(question: Question) -> Iterator[str]:
    """What stands in the topic, above the question."""
    yield from _pictures(image for image in question.images if image.place is Place.TOPIC)
    yield from _blocks(block for block in question.code if block.place is Place.TOPIC)


# The parts of a question.


def _lines(
    question: Question,
    tags: tuple[str, ...],
    *,
    boxes: bool = False,
    spelled_out: bool = False,
    verbatim: bool = False,
) -> Iterator[str]:
    yield f"Q. {inline(question.prompt, linked=question.sources)}"
    yield from _placed(question, Place.PROMPT)
    prose = question.mode is Mode.TEXT and len(question.items) == 1
    prose = prose and not question.items[0].nested
    if prose:
        yield f"A. {_prose(question.items[0].text, question.sources)}"
    elif boxes:
        yield from _boxes(question)
    else:
        for number, item in enumerate(question.items, 1):
            lead = f"{number}." if question.mode is Mode.ORDERED else "-"
            yield f"{lead} {line(item.text, linked=question.sources)}"
            yield from _below(item)
    if not question.items and any(image.place is Place.ANSWER for image in question.images):
        yield "-"
    shown = list(_placed(question, Place.ANSWER))
    if shown and question.items and not prose:
        # Right below a key, a line would continue it.
        yield ""
    yield from shown
    if prose:
        yield from _phrases(question.items[0], "")
    if question.options and not boxes:
        yield f"options: {phrases(question.options)}"
    if spelled_out:
        yield f"mode: {question.mode.value}{f' {question.need}' if question.need > 1 else ''}"
    yield from _settings(question, tags)
    if verbatim:
        yield "verbatim: yes"


def _boxes(question: Question) -> Iterator[str]:
    """A choice as boxes, the right ones ticked."""
    wrong = set(question.options) - {item.text for item in question.items}
    items = {item.text: item for item in question.items}
    for option in question.options:
        item = items.get(option)
        yield f"- [{'x' if item else ' '}] {line(option, linked=question.sources)}"
        if item:
            own = tuple(phrase for phrase in item.reject if phrase not in wrong)
            yield from _below(replace(item, reject=own))


def _below(item: Item) -> Iterator[str]:
    for detail in item.nested:
        yield f"  - {line(detail)}"
    yield from _phrases(item, "  ")


def _phrases(item: Item, indent: str) -> Iterator[str]:
    for name, texts in (("accept", item.accept), ("reject", item.reject), ("more", item.more)):
        if texts:
            yield f"{indent}{name}: {phrases(texts)}"
    for point in item.points:
        yield f"{indent}point: {wordings(point.wordings)}"


def _settings(question: Question, tags: tuple[str, ...]) -> Iterator[str]:
    if question.why:
        yield f"why: {inline(question.why)}"
    if question.hint:
        yield f"hint: {inline(question.hint)}"
    for source in question.sources:
        yield f"source: {source if addresses(source) == (source,) else inline(source)}"
    if own := question.tags[len(tags) :]:
        yield f"tags: {', '.join(_tag(tag) for tag in own)}"
    if question.difficulty:
        yield f"difficulty: {_LEVELS[question.difficulty]}"
    if question.id != derive_id(question.prompt, question.topic):
        yield f"id: {question.id}"
    if question.term:
        yield f"defines: {inline(question.term)}"
    elif question.kind is Kind.DEFINITION:
        yield "kind: definition"


def _placed(question: Question, place: Place) -> Iterator[str]:
    yield from _pictures(image for image in question.images if image.place is place)
    yield from _blocks(block for block in question.code if block.place is place)


def _pictures(images: Iterable[Image]) -> Iterator[str]:
    for image in images:
        yield f"![{coded(image.alt)}]({image.url})"


def _blocks(blocks: Iterable[Code]) -> Iterator[str]:
    for block in blocks:
        fence = "```"
        while fence in block.text:
            fence += "`"
        yield from (f"{fence}{block.language}", *block.text.split("\n"), fence)


def _prose(text: str, linked: tuple[str, ...]) -> str:
    """A text behind `A.`, which would introduce a list if it ended in a colon."""
    written = inline(text, linked=linked)
    return f"{written[:-1]}&#58;" if written.endswith(":") else written


def _tag(tag: str) -> str:
    return inline(tag).replace(",", "&#44;").replace("#", "&#35;", 1 if tag[0] == "#" else 0)
