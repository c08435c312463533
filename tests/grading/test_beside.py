"""What people put beside a name, and how they write lists: the frame changes nothing."""

import pytest

from bot.grading import PreparedQuestion, grade, prepare
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question

PAIRS = (
    ("barometer", "hygrometer"),
    ("Oslo", "Bergen"),
    ("purl stitch", "slip stitch"),
    ("Treaty of Tordesillas", "Treaty of Utrecht"),
    ("useEffect", "useMemo"),
    ("sulfuric acid", "acetic acid"),
    ("Wolfgang Amadeus Mozart", "Antonio Salieri"),
)
"""A right name and a wrong one of its kind."""

RIGHT = (
    "{x}, because that is how it works", "{x} (I looked it up)", "it's {x}, I think",
    "{x} - the one we talked about", "definitely {x}!!", "{x}, as far as I know", "I'd say {x}.",
    "{x}; the others make no sense", "{x}, not {y}", "not {y} but {x}", "{y}? no, {x}",
    "{y}... wait, {x}", "I thought {y}, but it's {x}", "{x} ({y} is something else)",
    "{x}, {y} is something else", "{x}, whereas {y} is for other cases", "**{x}**", "- {x}",
    "the answer is {x}", "{x}, which we use all the time", "{x} since it fits the question",
    "it used to be {y}, now it is {x}", "{x} is right, {y} is wrong", "{x}, unlike {y}",
)  # fmt: skip
WRONG = (
    "{y}, because {x} is something else", "{y} ({x} is something else)",
    "{y}; {x} is for other cases", "{x}? no, {y}", "not {x}", "not {x} but {y}",
    "we moved from {x} to {y}", "it used to be {x}, now it is {y}", "{y}, not {x}",
    "{y} since {x} makes no sense", "{y}, {x} is something else", "{y} instead of {x}",
    "I thought {x}, but it's {y}", "{y} is right, {x} is wrong",
)  # fmt: skip
HALF = ("{x} or {y}", "{y} or {x}", "either {x} or {y}", "{x} and {y}")

COLOURS = ("crimson", "teal", "ochre", "indigo")
WHOLE_LISTS = (
    "crimson, teal, ochre, indigo", "crimson, teal, ochre and indigo",
    "crimson\nteal\nochre\nindigo", "1. crimson\n2. teal\n3. ochre\n4. indigo",
    "crimson; teal; ochre; indigo", "crimson/teal/ochre/indigo", "crimson + teal + ochre + indigo",
    "crimson -> teal -> ochre -> indigo", "crimson > teal > ochre > indigo",
    "1) crimson 2) teal 3) ochre 4) indigo", "crimson ✅ teal ✅ ochre ✅ indigo",
    "I think crimson, teal, ochre, indigo, right?", "crimson (as we saw), teal, ochre, indigo",
    "crimson, teal, ochre, indigo, because that is how it is", "crimson|teal|ochre|indigo",
    "**crimson**, **teal**, **ochre**, **indigo**", "first crimson, then teal, ochre and indigo",
    "azure? no, crimson; teal; ochre; indigo",
)  # fmt: skip


def asked(*names: str, mode: Mode = Mode.ANY) -> PreparedQuestion:
    prepared = prepare(Question("", "Which?", mode, tuple(Item(each) for each in names)))
    assert isinstance(prepared, PreparedQuestion)
    return prepared


@pytest.mark.parametrize("frame", RIGHT)
def test_what_stands_beside_the_right_name_costs_nothing(frame: str) -> None:
    """Explanations, corrections, contrasts: the name that is given is right."""
    for x, y in PAIRS:
        assert grade(asked(x), frame.format(x=x, y=y)).verdict is Verdict.CORRECT, (x, y)


@pytest.mark.parametrize("frame", WRONG)
def test_a_mention_of_the_right_name_earns_nothing(frame: str) -> None:
    """Another name is given, and the right one only told of, denied or left behind."""
    for x, y in PAIRS:
        assert grade(asked(x), frame.format(x=x, y=y)).verdict is Verdict.WRONG, (x, y)


@pytest.mark.parametrize("frame", HALF)
def test_two_names_are_half_an_answer(frame: str) -> None:
    """One right and one wrong claimed together."""
    for x, y in PAIRS:
        found = grade(asked(x), frame.format(x=x, y=y))
        assert (found.verdict, found.score) == (Verdict.PARTIAL, 0.5), (x, y)


@pytest.mark.parametrize("said", WHOLE_LISTS)
@pytest.mark.parametrize("mode", [Mode.ALL, Mode.ORDERED])
def test_a_list_is_complete_however_it_is_written(said: str, mode: Mode) -> None:
    """Separators, numbers, remarks and lead-ins change nothing."""
    assert grade(asked(*COLOURS, mode=mode), said).verdict is Verdict.CORRECT


def test_one_more_name_costs_half_an_item_in_any_place() -> None:
    """At the end, at the beginning, and in the middle."""
    for said in (
        "crimson, teal, ochre, indigo, beige",
        "beige, crimson, teal, ochre, indigo",
        "crimson, teal, beige, ochre and indigo",
    ):
        found = grade(asked(*COLOURS, mode=Mode.ALL), said)
        assert (found.verdict, found.score) == (Verdict.PARTIAL, 0.875), said
