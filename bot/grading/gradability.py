"""Which questions of a sheet will be hard to judge, and what their author can write."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.grading.pipeline import grade
from bot.grading.prepare import prepare
from bot.grading.prepared import PARAGRAPH, SENTENCE
from bot.grading.prose.passage import passage_of
from bot.grading.reading.reading import read
from bot.model.grade import Verdict
from bot.model.question import Item, Kind, Mode, Question
from bot.model.sheet import Problem, Severity, Sheet

_POINTS = "Write a line for each thing that counts, such as point: faster reads / quicker look-ups"
_WORDINGS = "Add one or two other ways to say it, parted by slashes."
_READINGS = "Write one of them, and the other as accept: or as an item of its own."
_APART = "Name each as short as a colleague would say it, and without another one's words."
_DEPENDS = "Ask for what it depends on, or name the case in the question."
_SIBLINGS = "Write the other one below it as reject: so that a typing mistake is not taken for it."
_SHORTEST_NAME = 3
_LONGEST_NAME = 24
_LONGEST_STATED = 8
"""Words of an only bullet up to which it is held to its words, as a name is."""
_MOST_NAMES = 400
"""Names of one topic that are compared with each other: a bound on hostile sheets."""
_DEPENDING = ("it depends", "depends on", "that depends", "this depends")


def hard_to_judge(sheet: Sheet) -> tuple[Problem, ...]:
    """A note for each such question, in the order of the sheet.

    Answers of questions that were made from definitions are the author's words about a term, told
    about once where they stand.
    """
    found: dict[tuple[str, int, str], Problem] = {}
    for question in sheet.asked:
        for message, hint in _about(question):
            note = Problem(question.line, message, hint, Severity.NOTE, question.file)
            found.setdefault((note.file, note.line, note.message), note)
    for note in _siblings(sheet):
        found.setdefault((note.file, note.line, note.message), note)
    files = {question.file: at for at, question in reversed(list(enumerate(sheet.questions)))}
    return tuple(sorted(found.values(), key=lambda note: (files.get(note.file, 0), note.line)))


def _about(question: Question) -> Iterator[tuple[str, str]]:
    """What makes one question hard, each with what helps."""
    for item in question.items:
        if item.text.lower().startswith(_DEPENDING):
            yield "The answer depends on something that the question does not name.", _DEPENDS
        if question.mode is Mode.TEXT or _is_statement(question):
            yield from _about_prose(item)
            if item.points and not _says_itself(question, item):
                yield "Its key points, said one after the other, would not be right.", _APART
        elif " / " in item.text and not item.accept and not question.options:
            yield f"“{_short(item.text)}” can be read in two ways.", _READINGS


def _says_itself(question: Question, item: Item) -> bool:
    """Whether somebody who says the key points as the author names them would be right."""
    listed = ", ".join(point.name for point in item.points)
    return grade(prepare(replace(question, mode=Mode.TEXT)), listed).verdict is Verdict.CORRECT


def _is_statement(question: Question) -> bool:
    """Whether the only bullet of an answer is more than a name; key points make prose of it."""
    if len(question.items) > 1 or question.options:
        return False
    return len(read(question.items[0].text).words) > _LONGEST_STATED


def _about_prose(item: Item) -> Iterator[tuple[str, str]]:
    lone = [point.name for point in item.points if len(point.wordings) == 1]
    if len(lone) > 1 or (lone and len(item.points) == 1):
        names = ", ".join(f"“{_short(name)}”" for name in lone[:3])
        yield f"Key points with one wording alone: {names}.", _WORDINGS
    if item.points:
        return
    meant = passage_of(read(item.text).text)
    if SENTENCE <= len(meant.content) <= PARAGRAPH:
        yield "This answer in a sentence names no key points.", _POINTS
    elif len(meant.content) > PARAGRAPH:
        yield "This answer is long, and names no key points.", _POINTS


def _siblings(sheet: Sheet) -> Iterator[Problem]:
    """Names of one topic, asked for by different questions, that a single letter tells apart."""
    topics: dict[tuple[str, ...], dict[str, tuple[Question, Item]]] = defaultdict(dict)
    for question in sheet.asked:
        if question.mode is Mode.TEXT or question.options:
            continue
        names = topics[question.topic]
        for item in question.items:
            key = read(item.text).key
            if _SHORTEST_NAME < len(key) <= _LONGEST_NAME and key.isalpha():
                names.setdefault(key, (question, item))
    for names in topics.values():
        kept = sorted(names)[:_MOST_NAMES]
        for at, one in enumerate(kept):
            for other in kept[at + 1 :]:
                apart = names[one][0] is not names[other][0]
                if apart and OSA.distance(one, other, score_cutoff=1) == 1:
                    yield from _sibling(*names[one], names[other][1])


def _sibling(question: Question, item: Item, other: Item) -> Iterator[Problem]:
    if question.kind is Kind.DEFINITION or other.text in item.reject:
        return
    message = f"“{_short(item.text)}” and “{_short(other.text)}” differ in one letter."
    yield Problem(question.line, message, _SIBLINGS, Severity.NOTE, question.file)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
