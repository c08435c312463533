"""Words one slip of the finger away; the number depends on the word alone, not on the sheet."""

from collections.abc import Iterable, Iterator

_MOST_LETTERS = 40
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def alphabet_of(words: Iterable[str]) -> str:
    """The letters of a sheet; the Latin ones where it has too many to try."""
    letters = {letter for word in words for letter in word if letter.isalpha()}
    return "".join(sorted(letters)) if len(letters) <= _MOST_LETTERS else _LATIN


def slips(word: str, alphabet: str) -> Iterator[str]:
    """What a word may have been before two letters were swapped, or one was added, hit wrongly or
    left out, in this order. Digits stay as they are: `ec2` is no mistyped `ec3`.
    """
    for at in range(len(word) - 1):
        if word[at] != word[at + 1] and not (word[at].isdigit() and word[at + 1].isdigit()):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    letters = [at for at in range(len(word)) if not word[at].isdigit()]
    for at in letters:
        yield word[:at] + word[at + 1 :]
    for at in letters:
        head, tail = word[:at], word[at + 1 :]
        for letter in alphabet:
            yield head + letter + tail
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        for letter in alphabet:
            yield head + letter + tail
