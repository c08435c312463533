"""Bare numbers beside each other where one is asked for: groups of its digits, or several codes."""

import re

from bot.grading.finding import Finding
from bot.grading.names.match import SPELLED, Match, Part
from bot.grading.prepared import PreparedQuestion

_ROW = re.compile(r"\d{1,9}(?:[ \u00a0-]\d{1,9})+")
_MOST_HALVED = 2


def number_row(prepared: PreparedQuestion, part: Part) -> Finding | None:
    """What a row of numbers without a sign between amounts to; None where it is none.

    `76 00` is 7600 and `75 76 77` names three codes.
    """
    if not prepared.numbered:
        return None
    text = part.text.strip()
    if _ROW.fullmatch(text) is None:
        return None
    said = re.split(r"\D", text)
    for item in prepared.items:
        for phrase in item.phrases:
            number = phrase.reading.text.strip()
            if not number.isdigit():
                continue
            match = Match(item.index, part, SPELLED, "exact", phrase, 1.0)
            if "".join(said) == number and len({len(each) for each in said[1:]}) == 1:
                return Finding(1.0, (match,))
            if "-" not in text and number in said and len(set(said)) > 1:
                many = len(set(said)) > _MOST_HALVED
                if many:
                    return Finding(0.0, kind="everything")
                return Finding(0.5, (match,), kind="extra", sure=0.5)
    return None
