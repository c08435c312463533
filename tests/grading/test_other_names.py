"""The table of names in other languages, codes and symbols."""

from pathlib import Path

import pytest

from bot.grading.names.other_names import known_names, other_names
from tests.tables.__main__ import OUT, source


def test_the_table_is_what_the_command_writes() -> None:
    """Nobody wrote in it by hand, and a change of reading shows."""
    assert Path(OUT).read_text(encoding="utf-8") == source()


@pytest.mark.parametrize(
    ("key", "prompt", "names"),
    [
        ("austria", "Which country?", {"osterreich", "autriche", "aut"}),
        ("iron", "Which metal?", {"fe", "eisen"}),
        ("fe", "Which chemical element?", {"iron"}),
        ("mercury", "Which planet?", {"merkur"}),
    ],
)
def test_a_name_brings_its_names_elsewhere(key: str, prompt: str, names: set[str]) -> None:
    assert names <= other_names(key, prompt)


@pytest.mark.parametrize(("key", "prompt"), [("fe", "Which abbreviation?"), ("it", "Who does it?")])
def test_a_code_alone_says_nothing_where_its_kind_is_not_asked_for(key: str, prompt: str) -> None:
    assert other_names(key, prompt) == frozenset()


def test_what_is_mercury_depends_on_the_question() -> None:
    """The planet has no chemical symbol."""
    assert "hg" not in other_names("mercury", "Which planet is nearest to the sun?")
    assert "hg" in other_names("mercury", "Which metal is liquid?")


def test_known_names_are_never_mistyped_others() -> None:
    assert {"tuesday", "nigeria", "slovakia"} <= known_names()
