"""Cards: what other formats hold, in plain words, on their way to becoming questions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from bot.model.question import Code, Image, Item, KeyPoint, Mode, Question
from bot.model.sheet import Glossary, Problem, Sheet
from bot.sheets import complaints
from bot.sheets.ids import derive_id, is_id, with_unique_ids
from bot.sheets.keys import wordings_of
from bot.sheets.modes import usual_mode, usual_need
from bot.sheets.questions import is_placeholder, with_choices

LONGEST_TEXT = 4_000
"""Characters of one text that are kept; more than any chat shows."""
DEEPEST = 6
"""Headings that a topic may have above it, as Markdown has six levels."""
SHORT = 8
"""Words up to which an answer is a term rather than prose."""

_SENTENCES = re.compile(r"[.!?;:]\s")
_PICTURE = "What does the picture show?"
_CODE = "What about this code?"


@dataclass(frozen=True, slots=True)
class Card:
    """One question of another format. Texts may hold line breaks and spare white space."""

    line: int
    prompt: str
    answers: tuple[str, ...] = ()
    """The items of the answer."""
    accept: tuple[str, ...] = ()
    """Other wordings of the first answer."""
    points: tuple[str, ...] = ()
    """The key points of an answer in prose, each as its wordings parted by slashes."""
    options: tuple[str, ...] = ()
    """The choices in their order, right ones included; empty for free text."""
    mode: Mode | None = None
    need: int = 0
    topic: tuple[str, ...] = ()
    why: str = ""
    hint: str = ""
    sources: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    code: tuple[Code, ...] = ()
    tags: tuple[str, ...] = ()
    difficulty: int = 0
    id: str = ""
    gap: str = ""
    """Which gap of a sentence it asks for, where there are several."""


@dataclass(slots=True)
class Deck:
    """Gathers cards and what is wrong with them, and makes the sheet."""

    id: str
    title: str
    tags: tuple[str, ...] = ()
    cards: list[Card] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def sheet(self, kind: str, hint: str) -> Sheet:
        """The sheet; where it is empty, `kind` and `hint` say what was looked for."""
        questions, found = questions_of(self.cards)
        problems = [*self.problems, *found]
        if not questions and not problems:
            problems.append(complaints.nothing_found(kind, hint))
        return sheet_of(questions, self.id, self.title, problems, self.tags)


def sheet_of(
    questions: Iterable[Question],
    id: str,  # noqa: A002 - the model's word
    title: str,
    problems: Iterable[Problem] = (),
    tags: tuple[str, ...] = (),
) -> Sheet:
    """A sheet of finished questions, in their order; ids are made unique, and one that the source
    gave goes before one that was derived.
    """
    given = list(questions)
    order = sorted(range(len(given)), key=lambda at: given[at].id == _derived(given[at]))
    settled = with_unique_ids((given[at] for at in order), set())
    unique = [question for _, question in sorted(zip(order, settled, strict=True), key=_first)]
    return Sheet(
        id=id,
        title=title or "Sheet",
        questions=tuple(unique),
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
        glossary=Glossary(),
        images=tuple(dict.fromkeys(image for each in unique for image in each.images)),
        code=tuple(dict.fromkeys(block for each in unique for block in each.code)),
        tags=tags,
    )


def questions_of(cards: Iterable[Card]) -> tuple[list[Question], list[Problem]]:
    """The questions of cards, and what was wrong; a card that asks nothing yields none."""
    questions: list[Question] = []
    found: list[Problem] = []
    for card in cards:
        found += _too_long(card)
        question = question_of(card)
        if question is None:
            found.append(complaints.no_prompt(card.line))
            continue
        if not question.answered:
            found.append(complaints.unanswered(card.line))
        questions.append(question)
    return questions, found


def question_of(card: Card) -> Question | None:
    """The question of a card, or None where there is nothing to ask."""
    topic = _topic(card.topic)
    prompt = prompt_of(card.prompt, images=bool(card.images), code=bool(card.code))
    if not prompt:
        return None
    options = tuple(dict.fromkeys(text for each in card.options if (text := tidy(each))))
    texts = [text for each in card.answers if (text := tidy(each))]
    if not options:
        texts = [text for text in texts if not is_placeholder(text)]
    texts = list(dict.fromkeys(texts))
    accept = tuple(
        dict.fromkeys(t for each in card.accept if (t := tidy(each)) and t not in texts[:1])
    )
    items = [Item(text, line=card.line) for text in texts]
    if items:
        items[0] = replace(items[0], accept=accept, points=_points(card.points))
    if len(options) > 1:
        items = list(with_choices(items, options))
    pointed = len(items) == 1 and bool(items[0].points)
    mode = card.mode or (Mode.TEXT if pointed else _mode(prompt, texts, choice=len(options) > 1))
    need = card.need or (1 if options else usual_need(mode, len(items)))
    return Question(
        id=card.id if is_id(card.id) else derive_id(prompt, topic),
        prompt=prompt,
        mode=mode,
        items=tuple(items),
        need=max(1, min(need, len(items))) if mode is Mode.ANY else 1,
        topic=topic,
        line=card.line,
        why=tidy(card.why),
        hint=tidy(card.hint),
        sources=tuple(dict.fromkeys(text for each in card.sources if (text := tidy(each)))),
        images=card.images,
        code=card.code,
        tags=tags_of(card.tags),
        options=options if len(options) > 1 else (),
        difficulty=card.difficulty,
    )


def _points(written: Iterable[str]) -> tuple[KeyPoint, ...]:
    found = (wordings_of(tidy(each)) for each in written)
    return tuple(dict.fromkeys(KeyPoint(each) for each in found if each))


def tidy(text: str) -> str:
    """A text on one line, cut where it is too long for a chat."""
    return " ".join(text[: 2 * LONGEST_TEXT].split())[:LONGEST_TEXT].strip()


def prompt_of(text: str, *, images: bool = False, code: bool = False) -> str:
    """What to ask; a lone picture or code block gets words, a lone sign is quoted."""
    prompt = tidy(text)
    if any(character.isalnum() for character in prompt):
        return prompt
    if prompt:
        return f"What is “{prompt}”?"
    return _PICTURE if images else _CODE if code else ""


def tags_of(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags, each once, without the sign that some formats put before them."""
    return tuple(dict.fromkeys(tag for each in tags if (tag := tidy(each).lstrip("# "))))


def is_short(text: str) -> bool:
    """Whether an answer is a term that can be said word by word."""
    return len(text.split()) <= SHORT and not _SENTENCES.search(text)


def title_of(name: str) -> str:
    """A title made from a file's name."""
    stem = PurePath(name).stem.replace("-", " ").replace("_", " ").strip()
    return " ".join(stem.split()).capitalize() or "Sheet"


def _first(pair: tuple[int, Question]) -> int:
    return pair[0]


def _derived(question: Question) -> str:
    return derive_id(question.prompt, question.topic)


def _topic(titles: tuple[str, ...]) -> tuple[str, ...]:
    """The path without empty titles, no deeper than Markdown can say it."""
    path = tuple(title for each in titles if (title := tidy(each)))
    if len(path) <= DEEPEST:
        return path
    return (*path[: DEEPEST - 1], " › ".join(path[DEEPEST - 1 :]))


def _mode(prompt: str, texts: list[str], *, choice: bool) -> Mode:
    if choice:
        return Mode.ANY if len(texts) <= 1 else Mode.ALL
    if len(texts) == 1 and not is_short(texts[0]):
        return Mode.TEXT
    return usual_mode(prompt, len(texts))


def _too_long(card: Card) -> Iterator[Problem]:
    longest = max((len(text) for text in (card.prompt, card.why, *card.answers)), default=0)
    if longest > LONGEST_TEXT:
        yield complaints.shortened(card.line, longest, LONGEST_TEXT)
