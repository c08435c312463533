"""A question made ready for grading: everything about it that no response changes."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.grading.clauses.prohibitions import forbids
from bot.grading.lexicon import EMPTY_LEXICON, Lexicon
from bot.grading.lists.shared_words import SharedWords, shared_words
from bot.grading.names.aliases import halves_of, has_other_name, initials
from bot.grading.names.letters import letters_of
from bot.grading.names.other_names import other_names
from bot.grading.names.symbols import is_symbol
from bot.grading.names.wordings import is_command, is_identifier, shared_ends, wordings
from bot.grading.names.writings import writings
from bot.grading.names.written import bare_name, is_written
from bot.grading.notation import notation_of, signs_of
from bot.grading.prepared import (
    Phrase,
    PreparedItem,
    PreparedQuestion,
    Ungradable,
    is_brief,
    is_long,
)
from bot.grading.prose.key_points import Point, anchored
from bot.grading.prose.passage import Passage, passage_of
from bot.grading.quantities.unit import called_otherwise
from bot.grading.reading.normalise import fold, plain
from bot.grading.reading.profile import profile_of
from bot.grading.reading.reading import Reading, read
from bot.grading.tables.word_weights import CLAUSE, FILLER
from bot.grading.yes_or_no import is_yes_or_no
from bot.model.question import Item, Mode, Question

_NONE: frozenset[str] = frozenset()
_PHRASE = 4
_LISTED_PHRASE = 3
"""Content words from which plain words are a phrase; in a list they are so sooner."""
_KNOT = re.compile(r"[,;:()]")
_AND = re.compile(r"\s+(?:and|&)\s+")
_LONGEST_JOINED = 12
_HALVED = re.compile(r"\b(?:hemisphere|which\s+of\s+the\s+two|parity)\b", re.IGNORECASE)
OF_ORDER = re.compile(
    r"\b(?:first|second|third|fourth|fifth|then|next|last|final|follow)", re.IGNORECASE
)
"""Words of order."""


def prepare(question: Question, lexicon: Lexicon = EMPTY_LEXICON) -> PreparedQuestion | Ungradable:
    """`question` with its aliases and tables, or what is wrong with it. Never raises.

    Costs about as much as grading ten responses.
    """
    if not question.items:
        return Ungradable(question, "It has no answer.")
    for item in question.items:
        if not plain(fold(item.text)).strip():
            return Ungradable(question, "An item of its answer is blank.")
    try:
        return prepared_of(question, lexicon)
    except Exception as error:  # one item must not stop a sheet, a day's question, a stream
        return Ungradable(question, f"Its answer cannot be read ({type(error).__name__}).")


def prepared_of(question: Question, lexicon: Lexicon) -> PreparedQuestion:
    """`question` with its aliases and tables, where its items say something."""
    shared = shared_ends(question)
    items = tuple(
        _prepared(index, item, lexicon, shared, question, listed=not _single(question))
        for index, item in enumerate(question.items)
    )
    exact: dict[str, tuple[int, str]] = {}
    for item in items:
        for phrase in item.phrases:
            if phrase.notation is None:
                exact.setdefault(phrase.reading.key, (item.index, phrase.rule))
    for item in items:
        for phrase in item.phrases:
            if phrase.notation is not None:
                continue
            if not phrase.command:
                exact.setdefault(phrase.reading.core, (item.index, phrase.rule))
            for short in () if phrase.literal else initials(phrase.reading.words):
                exact.setdefault(short, (item.index, "initials"))
    for item in items:
        for phrase in item.phrases:
            if phrase.notation is None and phrase.terse:
                text = phrase.reading.text
                for other in (*writings(text), *called_otherwise(text, question.prompt)):
                    exact.setdefault(read(other).key, (item.index, phrase.rule))
                for other in other_names(phrase.reading.key, question.prompt):
                    exact.setdefault(other, (item.index, "alias"))
    keys = {*exact, *(phrase.reading.key for item in items for phrase in item.phrases)}
    terse = all(
        item.phrases[0].terse or any(each.acronym for each in item.phrases)
        for item in items
        if item.phrases
    )
    return PreparedQuestion(
        question=question,
        items=items,
        need=_need(question),
        exact=exact,
        remarked=frozenset(
            phrase.reading.key for item in items for phrase in (*item.rejected, *item.more)
        ),
        acronyms={
            phrase.reading.key: item.index
            for item in items
            for phrase in item.phrases
            if is_acronym(phrase.reading) and not _spelled_out(item, phrase.reading.key)
        },
        asked=profile_of(read(question.prompt).words, runs=False),
        own=lexicon.own(keys) if lexicon.terms else _NONE,
        siblings=lexicon.siblings_of(keys) if lexicon.fields else _NONE,
        lexicon=lexicon,
        knots=_knots(items),
        small=frozenset(key for key in exact if key in FILLER),
        noted=any(phrase.notation is not None for item in items for phrase in item.phrases),
        kept=frozenset(
            sign
            for item in items
            for phrase in item.phrases
            if phrase.notation is not None
            for sign in signs_of(phrase.reading.text, phrase.notation)
        ),
        shared=SharedWords()
        if _single(question)
        else shared_words([item.text for item in question.items]),
        signs=frozenset(
            sign for item in question.items for sign in item.text if not sign.isalnum()
        ),
        terse=terse,
        named=terse
        and not any(
            each.text in CLAUSE
            for item in items
            for phrase in item.phrases[:1]
            for each in phrase.profile.words
        ),
        paired=sum(item.halves is not None for item in items) > 1,
        forbidding=forbids(question.prompt)
        and not any(phrase.profile.negates for item in items for phrase in item.phrases),
        written={
            item.index: frozenset(bare_name(each.reading.text) for each in item.phrases)
            for item in items
            if is_written(question.items[item.index].text, question.prompt)
        },
        halved=_HALVED.search(question.prompt) is not None,
        yes_or_no=len(question.items) == 1 and is_yes_or_no(question.items[0].text),
        numbers=frozenset(
            number for item in items for phrase in item.phrases for number in phrase.profile.numbers
        ),
        numbered=any(each.isdigit() for item in question.items for each in item.text),
        ordinal=any(OF_ORDER.search(item.text) is not None for item in question.items),
        lettered=any(is_symbol(item.text) for item in question.items),
    )


def _single(question: Question) -> bool:
    """Whether one item suffices."""
    return len(question.items) < 2 or (question.mode is Mode.ANY and question.need == 1)


def _knots(items: tuple[PreparedItem, ...]) -> tuple[tuple[str, str], ...]:
    """Each wording with commas, parentheses or colons, and a plain name of its item."""
    found = []
    for item in items:
        names = [phrase.reading.text for phrase in item.phrases if phrase.rule != "exact"]
        plain = next((each for each in names if _KNOT.search(each) is None), None)
        if plain is not None:
            found += [
                (phrase.reading.text.lower(), plain)
                for phrase in item.phrases
                if _KNOT.search(phrase.reading.text) is not None
            ]
    return tuple(found)


def is_acronym(reading: Reading) -> bool:
    """Whether a name is an initialism: one word of two to six capitals and digits."""
    text = reading.text.strip().replace("&", "").replace(".", "")
    return 2 <= len(text) <= 6 and text.isalnum() and text.isupper() and not text.isdigit()


def _spelled_out(item: PreparedItem, short: str) -> bool:
    """Whether the sheet itself says what the initials stand for: then those words count."""
    return any(
        short in initials(phrase.reading.words)
        for phrase in item.phrases
        if any(len(each.text) > 1 for each in phrase.reading.words)
    )


def _need(question: Question) -> int:
    count = len(question.items)
    if question.mode in (Mode.ALL, Mode.ORDERED):
        return count
    return max(1, min(question.need, count)) if question.mode is Mode.ANY else 1


def _prepared(
    index: int,
    item: Item,
    lexicon: Lexicon,
    shared: frozenset[str],
    question: Question,
    *,
    listed: bool,
) -> PreparedItem:
    prompt = question.prompt
    halves = halves_of(item.text)
    phrases = tuple(_phrases(item, lexicon, shared, prompt))
    if is_command(item.text):
        phrases = tuple([replace(each, command=True) for each in phrases])
    least = _LISTED_PHRASE if listed else _PHRASE
    phrases = tuple(
        [replace(each, loose=True) if _loose(each, least) else each for each in phrases]
    )
    rejected = tuple(_phrase(each, "reject", prompt) for each in item.reject)
    more = tuple(_phrase(each, "more", prompt) for each in item.more)
    keys = {phrase.reading.key for phrase in phrases}
    return PreparedItem(
        index=index,
        phrases=phrases,
        rejected=rejected,
        more=more,
        literal=frozenset(
            phrase.spoken for phrase in (*rejected, *more) if phrase.reading.key in keys
        ),
        parts=_parts(item.text),
        halves=None
        if halves is None
        else (profile_of(read(halves[0]).words), profile_of(read(halves[1]).words)),
        value=None if halves is None else _phrase(halves[1], "exact", prompt),
        value_names=_NONE if halves is None else other_names(read(halves[1]).key, prompt),
        prose=_passages(item, phrases) if question.mode is Mode.TEXT else (),
        points=_points(item) if question.mode is Mode.TEXT else (),
    )


def _passages(item: Item, phrases: tuple[Phrase, ...]) -> tuple[Passage, ...]:
    """Its wordings of a sentence or two; with key points, also shorter and longer ones."""
    return tuple(
        passage_of(each.reading.text)
        for each in phrases
        if item.points or not (is_brief(each) or is_long(each))
    )


def _points(item: Item) -> tuple[Point, ...]:
    found = [
        Point(each.name, tuple(passage_of(read(words).text) for words in each.wordings))
        for each in item.points
    ]
    return anchored(found, passage_of(read(item.text).text))


def _loose(phrase: Phrase, least: int) -> bool:
    """Whether a wording is a phrase of plain words rather than a name: "put on the lid"."""
    profile = phrase.profile
    return (
        len(profile.content) >= least
        and len(profile.words) > len(profile.content)
        and not any(each.isupper() for each in phrase.reading.text[1:])
    )


def _parts(text: str) -> tuple[Phrase, ...]:
    """Both sides of the only "and" of a short wording, where each says something."""
    sides = _AND.split(text)
    if len(sides) != 2 or "," in text or len(text.split()) > _LONGEST_JOINED:
        return ()
    found = tuple(_phrase(each, "half") for each in sides)
    return found if all(each.profile.content for each in found) else ()


def _phrase(text: str, rule: str, prompt: str = "") -> Phrase:
    reading = read(text)
    return Phrase(
        reading=reading,
        profile=profile_of(reading.words),
        rule=rule,
        literal=has_other_name(text),
        loose=False,
        letters=letters_of(text, reading.words),
        acronym=is_acronym(reading),
        identifier=is_identifier(text),
        command=is_command(text),
        notation=notation_of(text, prompt),
    )


def _phrases(item: Item, lexicon: Lexicon, shared: frozenset[str], prompt: str) -> Iterator[Phrase]:
    seen: set[str] = set()
    for text, rule in wordings(item, shared, prompt):
        phrase = _phrase(text, rule, prompt)
        words = " ".join([each.base for each in phrase.reading.words]) or phrase.reading.key
        if words and words not in seen:
            seen.add(words)
            yield replace(phrase, identifier=True) if is_identifier(item.text) else phrase
            for other in lexicon.aliases.get(phrase.reading.key, ()):
                alias = _phrase(other, "alias", prompt)
                words = " ".join([each.base for each in alias.reading.words])
                if words not in seen:
                    seen.add(words)
                    yield alias
