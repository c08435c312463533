"""Names shortened as a list allows: initials, codes, single letters, a word that only one item has.

They are read only where every part of the response fits, and each fits one item alone.
"""

from collections.abc import Sequence

from bot.grading.names.match import Match, Part, piece_of
from bot.grading.prepared import PreparedQuestion
from bot.grading.reading.words import Word
from bot.grading.tables.word_weights import COMMON_WEIGHT

_SURE = 0.8
_LONGEST_CODE = 3
_SHORTEST_BEGINNING = 3
_SHORTEST_CUT = 3
_VOWELS = frozenset("aeiou")


def letters_in_a_row(prepared: PreparedQuestion, text: str) -> list[str]:
    """The items that the letters of one word stand for, all of them and each once, else none."""
    letters = "".join([each for each in text if each.isalnum()])
    names = [item.text for item in prepared.question.items]
    if prepared.shared.starts:
        names = [" ".join(each.split()[1:]) or each for each in names]
    firsts = [each[:1].upper() for each in names]
    if (
        len(letters) < _SHORTEST_BEGINNING
        or not letters.isupper()
        or len(set(firsts)) < len(firsts)
    ):
        return []
    if len(letters) != len(firsts) or set(letters) != set(firsts):
        return []
    own = {first: item.text for first, item in zip(firsts, prepared.question.items, strict=True)}
    return [own[each] for each in letters]


def shortened(
    prepared: PreparedQuestion, parts: Sequence[Part], named: frozenset[int]
) -> dict[int, Match]:
    """Place of a part → the item that it is short for; empty unless every part fits one item."""
    found: dict[int, Match] = {}
    taken = set(named)
    for at, part in enumerate(parts):
        items = [
            item.index
            for item in prepared.items
            if item.index not in named
            and item.phrases
            and any(_fits(part, text) for text in _texts(prepared, item.index))
        ]
        if len(items) != 1 or items[0] in taken:
            return _cut_words(prepared, parts, named)
        taken.add(items[0])
        phrase = prepared.items[items[0]].phrases[0]
        found[at] = Match(items[0], part, _SURE, "short", phrase, 1.0)
    return found


def _cut_words(
    prepared: PreparedQuestion, parts: Sequence[Part], named: frozenset[int]
) -> dict[int, Match]:
    """The parts that are names with words cut short: those say enough each by itself."""
    found: dict[int, Match] = {}
    for at, part in enumerate(parts):
        said = list(part.profile.content)
        for item in prepared.items:
            if not item.phrases:
                continue
            phrase = item.phrases[0]
            if (
                item.index not in named
                and item.index not in {match.item for match in found.values()}
                and len(said) == len(phrase.profile.content) > 1
                and _abbreviated(said, piece_of(phrase.reading.text))
            ):
                found[at] = Match(item.index, part, _SURE, "short", phrase, 1.0)
                break
    return found


def _texts(prepared: PreparedQuestion, index: int) -> list[str]:
    item = prepared.question.items[index]
    return [item.text, *item.accept]


def _fits(part: Part, text: str) -> bool:
    said = [each for each in part.reading.words if each.weight > 0.1] or list(part.reading.words)
    meant = piece_of(text)
    if not said or not meant.reading.words:
        return False
    if len(said) == 1 and _is_code(said[0].text, part.reading.text, meant):
        return True
    if any(each.number or each.code for each in said):
        return False
    stems = [each.stem for each in meant.profile.content]
    if len(said) == len(stems) > 1 and _abbreviated(said, meant):
        return True
    if not any(each.weight >= COMMON_WEIGHT for each in said) or len(said) >= len(stems):
        return False
    return all(
        each.stem in stems or any(_cut_short(each.text, own.text) for own in meant.profile.content)
        for each in said
    )


def _abbreviated(said: list[Word], meant: Part) -> bool:
    """Whether every word is the name's or cut short, in its order: "img class." for image class."""
    cut = 0
    for one, other in zip(meant.profile.content, said, strict=True):
        if one.stem == other.stem:
            continue
        if not _cut_short(other.text, one.text):
            return False
        cut += 1
    return 0 < cut < len(said) or cut == len(said) > 1


def _cut_short(short: str, long: str) -> bool:
    """Whether a word is the beginning of another, or its consonants: `seg`, `txt`, `img`."""
    if not _SHORTEST_CUT <= len(short) < len(long) or short[0] != long[0]:
        return False
    if long.startswith(short):
        return len(long) - len(short) > 1
    return not _VOWELS.intersection(short[1:]) and _in_order(short, long)


def _is_code(word: str, typed: str, meant: Part) -> bool:
    """Whether one word is a letter, a code, or the beginning of a name: `T`, `IR`, `gas`."""
    first = meant.reading.words[0].text
    single = len(meant.profile.content) == 1
    last = meant.reading.words[-1].text
    if len(word) == 1 and word == last and len(meant.reading.words) == 2:
        return True
    typed = typed.strip(" .")
    if len(word) <= _LONGEST_CODE and (typed.isupper() or (len(typed) == 2 and typed[0].isupper())):
        key = "".join([each.text for each in meant.reading.words])
        return word[0] == key[0] and _in_order(word, key)
    if not single or not word.isalpha():
        return False
    short, long = sorted((word, first), key=len)
    return (
        len(short) >= _SHORTEST_BEGINNING
        and (long.startswith(short) or long.endswith(short))
        and len(long) <= 3 * len(short)
    )


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(each in rest for each in letters)
