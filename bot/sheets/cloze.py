"""Gaps to fill: a sentence with parts marked → one card for each gap."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.sheets.card import Card
from bot.sheets.wording import contains

GAP = "[…]"
_ANKI = re.compile(r"\{\{c(\d{1,3})::((?:(?!\{\{c\d).){1,2000}?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gap:
    """One marked part: where it stands, what it says, and which others are asked with it."""

    start: int
    end: int
    text: str
    hint: str = ""
    group: str = ""


def anki_gaps(text: str) -> list[Gap]:
    """The parts in `{{c1::answer::hint}}`."""
    found = []
    for match in _ANKI.finditer(text):
        answer, _, hint = match[2].partition("::")
        found.append(Gap(match.start(), match.end(), answer, hint, match[1]))
    return found


def cards_of(text: str, gaps: list[Gap], card: Card) -> Iterator[Card]:
    """A card for each group of gaps; the others are filled in. `card` gives all but prompt and
    answer.

    A gap whose answer stands elsewhere in the sentence is left out there too; where nothing of
    the sentence remains, there is no card.
    """
    groups = dict.fromkeys(gap.group for gap in gaps)
    for group in groups:
        asked = [gap for gap in gaps if gap.group == group]
        pieces, at = [], 0
        for gap in gaps:
            pieces += [text[at : gap.start], GAP if gap.group == group else gap.text]
            at = gap.end
        prompt = "".join([*pieces, text[at:]])
        answers = tuple(dict.fromkeys(gap.text.strip() for gap in asked))
        for answer in answers:
            prompt = _without(prompt, answer)
        if not any(character.isalnum() for character in prompt):
            continue
        hint = " · ".join(gap.hint for gap in asked if gap.hint)
        yield replace(
            card,
            prompt=f"Fill the gap: {prompt}" if len(answers) == 1 else f"Fill the gaps: {prompt}",
            answers=answers,
            hint=hint or card.hint,
            gap=group if len(groups) > 1 else "",
        )


def _without(prompt: str, answer: str) -> str:
    """The prompt with the answer taken out wherever it stands as words of its own."""
    if not contains(prompt, answer):
        return prompt
    return re.sub(rf"(?<!\w){re.escape(answer)}(?!\w)", GAP, prompt, flags=re.IGNORECASE)
