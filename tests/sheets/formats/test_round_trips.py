"""What is written is read again, as far as the format can hold it."""

from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings

from bot.model.question import Mode, Question
from bot.model.sheet import Sheet
from bot.sheets import read_path, read_sheet
from bot.sheets.formats import format_of
from bot.sheets.ids import derive_id
from bot.sheets.writing import WRITERS, writer_named
from bot.sheets.writing.markdown import MarkdownFile

from .reading import FIXTURES, fixture, text
from .sheets import bare, bare_question, sheets

CONTENT = Path(__file__).parents[3] / "content"
_LOSSLESS = ("markdown", "json")
_PATIENT = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)  # fmt: skip


def again(sheet: Sheet, form: str) -> Sheet:
    """A sheet written in a format, and read again by looking."""
    writer = writer_named(form)
    assert writer is not None
    return read_sheet(writer.write(sheet), id=sheet.id, name=f"sheet{writer.suffix}")


def rewritten(words: str) -> str:
    """What our Markdown becomes when it is read and written."""
    sheet = text(dedent(words), "sheet.md")
    return MarkdownFile().write(sheet).decode()


@_PATIENT
@given(sheets())
def test_markdown_loses_nothing_of_any_sheet(sheet: Sheet) -> None:
    assert bare(again(sheet, "markdown")) == bare(sheet)


@_PATIENT
@given(sheets())
def test_json_loses_nothing_of_any_sheet(sheet: Sheet) -> None:
    assert bare(again(sheet, "json")) == bare(sheet)


def _in_fields(question: Question) -> Question:
    """What a flashcard's fields can hold of a question."""
    first = question.items[0].accept if question.items else ()
    items = [replace(item, accept=(), reject=(), more=(), nested=()) for item in question.items]
    right = {item.text for item in items}
    wrong = tuple(option for option in question.options if option not in right)
    items = [replace(item, reject=wrong) for item in items]
    if items and first and not question.options:
        items[0] = replace(items[0], accept=first)
    return replace(
        bare_question(question),
        items=tuple(replace(item, line=0) for item in items),
        kind=type(question.kind).QUESTION,
        term="",
        tags=tuple("_".join(tag.split()) for tag in question.tags),
    )


@pytest.mark.parametrize("form", ["csv", "tsv", "anki"])
@pytest.mark.parametrize("file", sorted(CONTENT.glob("*.md")), ids=lambda path: path.stem)
def test_tables_and_decks_keep_what_their_fields_hold(form: str, file: Path) -> None:
    sheet = read_path(file)
    expected = {question.id: _in_fields(question) for question in sheet.asked}
    back = {question.id: bare_question(question) for question in again(sheet, form).questions}
    assert back.keys() == expected.keys()
    for id_, question in back.items():
        known = expected[id_]
        assert (question.prompt, question.mode, question.need) == (
            known.prompt,
            known.mode,
            known.need,
        )
        assert [item.text for item in question.items] == [item.text for item in known.items]
        assert question.items[0].accept == known.items[0].accept
        assert (question.why, question.hint, question.sources) == (
            known.why,
            known.hint,
            known.sources,
        )
        assert (set(question.tags), question.topic) == (set(known.tags), known.topic)


@pytest.mark.parametrize("form", ["csv", "tsv", "anki"])
def test_choices_survive_tables_and_decks(form: str) -> None:
    sheet = fixture("boxes.md")
    back = again(sheet, form)
    expected = [(q.prompt, q.options, [(i.text, i.reject) for i in q.items]) for q in sheet.asked]
    found = [(q.prompt, q.options, [(i.text, i.reject) for i in q.items]) for q in back.questions]
    assert sorted(found) == sorted(expected)


def test_hashcards_keep_both_sides() -> None:
    sheet = read_path(CONTENT / "security.md")
    back = again(sheet, "hashcards")
    assert back.title == sheet.title
    assert [question.prompt for question in back.questions] == [
        question.prompt for question in sheet.asked
    ]
    for question, known in zip(back.questions, sheet.asked, strict=True):
        assert [item.text for item in question.items] == [item.text for item in known.items]


@pytest.mark.parametrize("form", [writer.name for writer in WRITERS])
def test_what_is_written_is_recognised_by_looking(form: str) -> None:
    writer = writer_named(form)
    assert writer is not None
    content = writer.write(fixture("bold.md"))
    expected = "csv" if form == "tsv" else form
    assert format_of(content, f"sheet{writer.suffix}").name == expected


@pytest.mark.parametrize("form", [writer.name for writer in WRITERS])
def test_questions_and_answers_survive_every_format(form: str) -> None:
    sheet = fixture("bold.md")
    back = again(sheet, form)
    assert {question.prompt: question.items[0].text for question in back.asked} == {
        question.prompt: question.items[0].text for question in sheet.asked
    }


@pytest.mark.parametrize("name", sorted(path.name for path in FIXTURES.iterdir()))
@pytest.mark.parametrize("form", _LOSSLESS)
def test_every_convention_can_become_ours(name: str, form: str) -> None:
    sheet = fixture(name)
    assert bare(again(sheet, form)) == bare(sheet)


@pytest.mark.parametrize("form", _LOSSLESS)
def test_the_shipped_sheet_survives(form: str) -> None:
    sheet = read_path(CONTENT)
    assert bare(again(sheet, form)) == bare(sheet)


@pytest.mark.parametrize("form", _LOSSLESS)
def test_the_real_sheet_survives(form: str, real_sheet: Path) -> None:
    sheet = read_path(real_sheet)
    assert bare(again(sheet, form)) == bare(sheet)


def test_plain_questions_are_written_plainly() -> None:
    """What an author would write is left alone; only the title moves into front matter."""
    words = """\
        # Trees
        ## Needles

        Q. Which trees keep their needles?
        - Pine (Pinus)
          accept: a pine
        - Fir
        why: Their leaves are waxy.
        source: https://example.org/a

        Q. Why do leaves fall?
        A. Trees save water in winter.

        Q. Name three trees.
        - oak
        - ash
        - elm
        mode: any 3

        Q. Which one is a tree?
        - [ ] rose
        - [x] oak
        """
    assert rewritten(words) == "---\ntitle: Trees\n---\n\n" + dedent(words)


def test_definitions_within_an_answer_are_left_to_the_reader() -> None:
    words = "Q. What does each do?\n- Drone - mates with a queen\n- Worker - gathers nectar\n"
    assert len(text(words, "bees.md").questions) > 1
    assert rewritten(words).endswith(f"---\n\n{words}")


def test_writing_twice_changes_nothing_more() -> None:
    once = rewritten((CONTENT / "training.md").read_text(encoding="utf-8"))
    assert rewritten(once) == once


@pytest.mark.parametrize(
    "answer", ["TODO", "-", "a, b, c", "term - what it means", "[x] box", "Ref: book"]
)
def test_words_that_mean_something_to_the_reader_survive(answer: str) -> None:
    (question,) = fixture("cards-sides.md").questions
    item = replace(question.items[0], text=answer, nested=())
    odd = replace(question, items=(item,), mode=Mode.ANY, id=derive_id("odd", ()))
    sheet = Sheet("odd", "Odd", (odd,))
    assert again(sheet, "markdown").questions[0].items[0].text == answer
