"""What stands behind a comma and tells more of the name before it, rather than names another thing."""

import re
from collections.abc import Callable, Sequence

from bot.grading.names.match import Part
from bot.grading.names.other_names import is_place
from bot.grading.prepared import PreparedQuestion
from bot.grading.quantities.scan import scan
from bot.grading.tables import listed

_SMALL = listed("a an the of in on at for by to with and is it")
_FOR_A_PLACE = re.compile(r"\b(?:countr|nation|state|where|continent|region)", re.IGNORECASE)


def without_details(
    prepared: PreparedQuestion,
    parts: Sequence[Part],
    wrong: Sequence[Part],
    right: Callable[[Part], bool],
) -> list[Part]:
    """The parts of `wrong` that are names: behind a right one a number, a country, words in small
    letters behind a capital only describe.
    """
    first = next((at for at, each in enumerate(parts) if right(each)), len(parts))
    head = parts[first].text if first < len(parts) else ""
    behind = list(parts[first + 1 :])
    return [each for each in wrong if each not in behind or not _describes(prepared, head, each)]


def _describes(prepared: PreparedQuestion, head: str, part: Part) -> bool:
    words = part.reading.words
    if not words:
        return True
    if prepared.noted:
        found = scan(part.text)
        return bool(found.quantities) and any(
            each not in _SMALL and len(each) > 2 for each in (*found.before, *found.after)
        )
    if words[0].number or words[0].code or part.text[:1].isdigit():
        return not any(phrase.profile.numbers for item in prepared.items for phrase in item.phrases)
    if is_place(part.reading.key) and _FOR_A_PLACE.search(prepared.question.prompt) is None:
        return not any(
            is_place(phrase.reading.key) for item in prepared.items for phrase in item.phrases
        )
    if len(part.text) == 1:
        return True  # what a slash left of a unit
    return head[:1].isupper() and len(part.text.split()) > 1 and part.text.islower()
