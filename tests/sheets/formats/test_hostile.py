"""Whatever is handed in, reading ends soon, raises nothing, and says what is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sheets import read_sheet
from bot.sheets.formats import FORMATS

from .reading import FIXTURES, messages, text

_LAUGHS = "\n".join(
    [
        "a0: &a0 [lol, lol]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FORMATS), st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_by_any_format(form: object, source: bytes) -> None:
    sheet = form.read(source, id="junk", name="junk")  # type: ignore[attr-defined]  # a Format
    assert all(question.items for question in sheet.asked)
    assert len({question.id for question in sheet.questions}) == len(sheet.questions)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(path.name for path in FIXTURES.iterdir())), st.data())
def test_a_file_that_was_cut_or_scrambled_is_read(name: str, data: st.DataObject) -> None:
    source = bytearray((FIXTURES / name).read_bytes())
    for _ in range(data.draw(st.integers(0, 5))):
        at = data.draw(st.integers(0, len(source) - 1))
        source[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(source)))
    sheet = read_sheet(bytes(source[:cut]), id="x", name=name)
    assert sheet == read_sheet(bytes(source[:cut]), id="x", name=name)


def test_aliases_that_multiply_are_never_followed() -> None:
    sheet = text(_LAUGHS, "laughs.yaml")
    assert len(sheet.questions) == 1
    assert len(sheet.problems) == 39


@pytest.mark.parametrize("words", ["[" * 100_000, "- " * 50_000, "{a: " * 50_000, "a:\n" * 20_000])
def test_nesting_without_end_is_refused(words: str) -> None:
    sheet = text(words, "deep.yaml")
    assert not sheet.asked
    assert sheet.problems


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system ['true']", "!!python/name:os.system"]
)
def test_yaml_makes_nothing_but_words(tag: str) -> None:
    sheet = text(f"Which?: {tag}\nWhat?:\n- this\n", "evil.yaml")
    assert "What?" in [question.prompt for question in sheet.questions]


def test_json_without_end_is_refused() -> None:
    for start in ('{"quizsheet": 1, "sheet": ', '{"incorrect_answers": 1, "correct_answer": '):
        sheet = text(start + "[" * 100_000, "deep.json")
        assert sheet.questions == ()
        assert sheet.problems


def test_a_huge_field_is_said_and_stops_the_table() -> None:
    sheet = text(f"question,answer\nWhich?,oak\nWhat?,{'x' * 200_000}\n", "huge.csv")
    assert [question.prompt for question in sheet.questions] == ["Which?"]
    assert "3: This cannot be read as a table" in messages(sheet)[0]


def test_a_long_text_is_cut_and_said() -> None:
    sheet = text(f"question,answer\nWhich?,{'long ' * 5_000}\n", "long.csv")
    assert len(sheet.questions[0].items[0].text) <= 4_000
    assert "was cut" in messages(sheet)[0]


@pytest.mark.parametrize("name", ["a.csv", "a.md", "a.txt", "a.yaml", "a.gift", "a.json"])
def test_nul_characters_are_left_out(name: str) -> None:
    sheet = read_sheet(b"question,answer\nWhich\0?,o\0ak\n" * 3, id="x", name=name)
    assert all("\0" not in question.prompt for question in sheet.questions)


@pytest.mark.parametrize(
    "line",
    [
        "{" * 20_000,
        "::" * 20_000,
        "{=" * 20_000,
        "{{c1::" * 20_000,
        "<" * 50_000,
        "==" * 20_000,
        "[" * 20_000,
        "**" * 20_000,
        "<details><summary>" * 2_000,
        "&#" * 20_000,
        "- [](#" * 5_000,
        "A. " * 10_000,
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.csv", "a.gift", "a.txt"])
def test_no_line_costs_more_than_its_length(line: str, name: str) -> None:
    """Runs into the time limit of the whole suite if a pattern goes astray."""
    tagged = f"#flashcards\n{line}\nQ: x\nA: y\nC: [{line}]\n"
    read_sheet(line.encode(), id="x", name=name)
    read_sheet(tagged.encode(), id="x", name=name)
