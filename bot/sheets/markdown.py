"""Our Markdown: headings are topics, `Q.` asks, bullets answer."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from bot.model.question import Code, Image, Place, Question
from bot.model.sheet import Problem, Sheet
from bot.sheets import problems
from bot.sheets.assemble import Assembler
from bot.sheets.blocks import Scanner
from bot.sheets.cousins.cousins import in_our_notation
from bot.sheets.decode import decode
from bot.sheets.definitions import Definition, questions_of
from bot.sheets.drafts import DefinitionDraft
from bot.sheets.frontmatter import FrontMatter, read_front_matter
from bot.sheets.ids import with_unique_ids
from bot.sheets.keys import Said, read_keys
from bot.sheets.lines import split
from bot.sheets.notation import Numbered, renumbered
from bot.sheets.pairs import pair_of
from bot.sheets.questions import Built, build


@dataclass(frozen=True, slots=True)
class Markdown:
    """Cheat sheets as people write them; see docs/sheets.md."""

    name: str = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def recognises(self, source: bytes, name: str) -> bool:
        """Any text may be Markdown."""
        return True

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """Decode, scan line by line, assemble, and build."""
        decoded = decode(source)
        found = list(decoded.problems)
        if not decoded.text.strip():
            return Sheet(id, _title(name), problems=tuple(found or [problems.empty()]))
        lines, too_long = split(decoded.text)
        front = read_front_matter(lines)
        other = [] if front.notation else in_our_notation(lines, front.lines)
        if other:
            above = [Numbered(number, line) for number, line in enumerate(lines[: front.lines], 1)]
            sheet = read_numbered([*above, *other], id=id, name=name)
        else:
            sheet = read_lines(lines, id=id, name=name)
        return with_problems(sheet, [*found, *too_long])


def read_numbered(notation: Sequence[Numbered], *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
    """The sheet in lines of our notation that stand elsewhere in their file."""
    sheet = read_lines([line.text for line in notation], id=id, name=name)
    return renumbered(sheet, [line.number for line in notation])


def read_lines(lines: list[str], *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
    """The sheet in lines of our own notation, front matter included."""
    front = read_front_matter(lines)
    scanner, assembler = Scanner(lines, front.lines), Assembler()
    for block in scanner:
        assembler.take(block)
    questions, found = _questions(assembler, front)
    return with_problems(
        Sheet(
            id=id,
            title=front.title or assembler.first_heading or _title(name),
            questions=_carrying(questions, assembler.images, assembler.code),
            glossary=front.glossary,
            images=tuple(_all_images(assembler.images, questions)),
            code=tuple(assembler.code),
            tags=front.tags or front.keywords,
            language=front.language or "en",
            exams=front.exams,
        ),
        [*front.problems, *scanner.problems, *found],
    )


def with_problems(sheet: Sheet, found: Sequence[Problem]) -> Sheet:
    """The sheet with more problems; that it asks nothing is only said where nothing else is."""
    known = [problem for problem in sheet.problems if problem != problems.nothing_to_ask()]
    every = sorted([*known, *found], key=lambda problem: problem.line)
    if not every and not sheet.questions:
        every = [problems.nothing_to_ask()]
    return replace(sheet, problems=tuple(every))


def _title(name: str) -> str:
    return PurePath(name).stem.replace("-", " ").replace("_", " ").strip().capitalize() or "Sheet"


def _questions(assembler: Assembler, front: FrontMatter) -> tuple[list[Question], list[Problem]]:
    """All questions in the order of the file, their ids unique, the authors' own ids first."""
    found: list[Problem] = []
    claims: dict[str, int] = {}
    named: list[Question] = []
    unnamed: list[Question] = []
    outside: list[Definition] = []
    for draft in assembler.drafts:
        if isinstance(draft, DefinitionDraft):
            if definition := _definition(draft, front.tags):
                found += definition.said.problems
                name = _claim(definition.said, claims, found)
                outside.append(replace(definition, said=replace(definition.said, id=name)))
            continue
        built = build(draft, front.tags)
        found += built.problems
        if built.question is None:
            continue
        name = _claim(built.said, claims, found)
        if name:
            named.append(replace(built.question, id=name))
        else:
            unnamed.append(built.question)
        unnamed += questions_of(_within(built))
    for question in questions_of(outside):
        (named if question.id in claims else unnamed).append(question)
    questions = with_unique_ids([*named, *unnamed], set())
    return sorted(questions, key=lambda question: question.line), found


def _claim(said: Said, claims: dict[str, int], found: list[Problem]) -> str:
    """The author's id, or nothing where there is none or another question has it already."""
    if said.id in claims:
        found.append(problems.repeated_id(said.id_line, said.id, f"line {claims[said.id]}"))
        return ""
    if said.id:
        claims[said.id] = said.id_line
    return said.id


def _definition(draft: DefinitionDraft, tags: tuple[str, ...]) -> Definition | None:
    """A bullet outside any question, if it says what a term means."""
    pair = pair_of(draft.item.text)
    if pair is None:
        return None
    said = read_keys(draft.item.keys)
    said = replace(said, images=(*draft.images, *said.images))
    return Definition(pair, draft.item.line, draft.topic, said, tags, tuple(draft.sources))


def _within(built: Built) -> list[Definition]:
    """The definitions among the items of one answer."""
    question = built.question
    if question is None:
        return []
    said = Said(why=question.why, difficulty=question.difficulty)
    return [
        Definition(
            pair, item.line, question.topic, said, question.tags, question.sources, question.prompt
        )
        for item, pair in zip(question.items, built.pairs, strict=False)
        if pair
    ]


def _all_images(inline: Sequence[Image], questions: Sequence[Question]) -> Iterator[Image]:
    """Every picture of the file: those in the text, and those that a key names."""
    yield from inline
    known = set(inline)
    for question in questions:
        for image in question.images:
            if image not in known:
                known.add(image)
                yield image


def _carrying(
    questions: list[Question], images: Sequence[Image], code: Sequence[Code]
) -> tuple[Question, ...]:
    """The questions, with what none of them holds given to the next one in the file, or to the
    last where none follows.
    """
    if not questions:
        return ()
    lines = [question.line for question in questions]
    held = {image for question in questions for image in question.images}
    written = {block for question in questions for block in question.code}
    found: defaultdict[int, tuple[list[Image], list[Code]]] = defaultdict(lambda: ([], []))
    for image in images:
        if image not in held:
            at = min(bisect_right(lines, image.line), len(lines) - 1)
            found[at][0].append(replace(image, place=Place.TOPIC))
    for block in code:
        if block not in written:
            at = min(bisect_right(lines, block.line), len(lines) - 1)
            found[at][1].append(replace(block, place=Place.TOPIC))
    for at, (pictures, blocks) in found.items():
        question = questions[at]
        questions[at] = replace(
            question, images=(*pictures, *question.images), code=(*blocks, *question.code)
        )
    return tuple(questions)
