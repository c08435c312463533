"""Aiken: a question on one line, lettered choices below it, and `ANSWER: B`."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from bot.model.sheet import Sheet
from bot.sheets import complaints
from bot.sheets.card import Card, Deck, title_of
from bot.sheets.decode import decode

_OPTION = re.compile(r"([A-Z])[.)]\s+(\S.*)$")
_ANSWER = re.compile(r"ANSWER:\s*([A-Z](?:\s*,\s*[A-Z])*)\s*$", re.IGNORECASE)
HINT = "A question on one line, choices as A. and B. below it, then ANSWER: A"


@dataclass(frozen=True, slots=True)
class Aiken:
    """Aiken, as Moodle and others exchange it."""

    name: str = "aiken"
    suffixes: tuple[str, ...] = (".aiken",)

    def recognises(self, source: bytes, name: str) -> bool:
        """By `ANSWER: B` right below a lettered choice."""
        if name.lower().endswith((".md", ".markdown")):
            return False
        lines = [line.strip() for line in decode(source[:65536]).text.split("\n") if line.strip()]
        return any(
            _OPTION.match(option) and _ANSWER.match(answer) and answer.startswith("ANSWER")
            for option, answer in pairwise(lines)
        )

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """Line by line; what does not lead to an answer is reported and left out."""
        decoded = decode(source)
        deck = Deck(id, title_of(name), problems=list(decoded.problems))
        open_ = _Entry()
        for number, raw in enumerate(decoded.text.split("\n"), 1):
            line = raw.strip()
            if answer := _ANSWER.match(line):
                _close(open_, re.findall("[A-Z]", answer[1].upper()), deck)
                open_ = _Entry()
            elif (option := _OPTION.match(line)) and open_.prompt:
                open_.options[option[1]] = option[2]
            elif line:
                if open_.options:
                    _close(open_, [], deck)
                    open_ = _Entry()
                open_.line = open_.line or number
                open_.prompt.append(line)
        if open_.prompt:
            _close(open_, [], deck)
        return deck.sheet("Aiken file", HINT)


@dataclass(slots=True)
class _Entry:
    line: int = 0
    prompt: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)


def _close(entry: _Entry, letters: list[str], deck: Deck) -> None:
    if not entry.prompt:
        return
    right = tuple(entry.options[letter] for letter in letters if letter in entry.options)
    prompt = " ".join(entry.prompt)
    if len(entry.options) < 2 or not right or len(right) < len(letters):
        why = "its ANSWER names no choice" if letters else "no line says ANSWER: and a letter"
        why = why if len(entry.options) > 1 else "it has no lettered choices"
        deck.problems.append(complaints.skipped(entry.line, f"“{prompt[:60]}”", why))
        return
    deck.cards.append(Card(entry.line, prompt, right, options=tuple(entry.options.values())))
