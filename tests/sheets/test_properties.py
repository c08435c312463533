"""What holds for every file."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.model.question import Mode
from bot.model.sheet import Sheet
from bot.sheets import inherit_ids, notes_on, read_sheet

PIECES = [
    *(
        "Q. ",
        "__Q. ",
        "**Q.** ",
        "A. ",
        "- ",
        "  - ",
        "1. ",
        "# ",
        "### ",
        "> ",
        "```",
        "~~~",
        "---",
        "===",
        "***",
    ),
    *(
        "accept: ",
        "  reject: ",
        "mode: any 3",
        "mode: text",
        "id: a",
        "id: b",
        "id: B!",
        "why: ",
        "tags: a, b",
        "image: x",
    ),
    *(
        "Ref: http://a.b",
        "[a](http://b.c)",
        "![x](y.png)",
        '<img src="z">',
        "<!--",
        "-->",
        "<b>",
        "`",
        "**",
        "__",
        "_",
    ),
    *(
        " - ",
        " | ",
        "—",
        " : ",
        "(",
        ")",
        "[",
        "]",
        ", ",
        ".",
        "?",
        "term",
        "what it means",
        "steps of",
        "TODO",
    ),
    *("\n", "\n", "\n\n", "\t", "    ", "\r\n", "\0", "é", "ﬁ", "\u2028", "𝛼"),
]
sheets = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def asking(questions: list[tuple[str, str, str]]) -> str:
    """A sheet of questions, each a prompt, its answer, and an id or nothing."""
    return "\n\n".join(
        f"Q. {prompt}?\n- {answer}\n" + (f"id: {name}\n" if name else "")
        for prompt, answer, name in questions
    )


versions = st.lists(
    st.tuples(
        st.sampled_from(["Which tree bears acorns", "Which tree bears an acorn", "Who"]),
        st.sampled_from(["oak", "elm"]),
        st.sampled_from(["a", "b", "", "a-2"]),
    ),
    max_size=4,
).map(asking)
"""Versions of one sheet, which share prompts, answers and ids in every way."""


def sound(sheet: Sheet) -> None:
    ids = [question.id for question in sheet.questions]
    assert len(set(ids)) == len(ids)
    assert all(question.items and question.prompt for question in sheet.asked)
    for question in sheet.questions:
        assert all(item.text and "\n" not in item.text for item in question.items)
        assert 1 <= question.need <= max(1, len(question.items))
        assert question.mode is Mode.ANY or question.need == 1
        assert question.line >= 1
    assert all(problem.line >= 1 and problem.message for problem in sheet.problems)


@given(st.binary(max_size=400))
def test_any_bytes_are_read(source: bytes) -> None:
    sound(read_sheet(source, id="a", name="a.md"))


@given(st.text(max_size=400))
def test_any_text_is_read(source: str) -> None:
    sound(read_sheet(source.encode("utf-8", "replace"), id="a", name="a.md"))


@given(sheets)
def test_anything_like_a_sheet_is_read(source: str) -> None:
    sheet = read_sheet(source.encode(), id="a", name="a.md")
    sound(sheet)
    notes_on(sheet, sources=True)


@given(sheets)
def test_reading_twice_gives_the_same(source: str) -> None:
    first = read_sheet(source.encode(), id="a", name="a.md")
    assert read_sheet(source.encode(), id="a", name="a.md") == first


@given(sheets | versions, sheets | versions)
def test_every_question_is_accounted_for_once_when_a_sheet_is_replaced(
    before: str, after: str
) -> None:
    old = read_sheet(before.encode(), id="a", name="a.md")
    new = read_sheet(after.encode(), id="a", name="a.md")
    result = inherit_ids(old, new)
    sound(result.sheet)
    now = [question.id for question in result.sheet.questions]
    assert sorted(now) == sorted([*result.kept, *result.reworded, *result.added])
    known = {question.id for question in old.questions}
    renamed = {before for before, _ in result.renamed}
    assert known == ({*result.kept, *result.reworded, *result.removed} & known) | renamed


@given(versions, versions)
@example(
    asking([("Who", "oak", "a"), ("Which tree bears acorns", "oak", "b")]),
    asking([("Which tree bears acorns", "oak", "a")]),
)
@settings(max_examples=300)
def test_no_two_questions_come_under_one_history(before: str, after: str) -> None:
    """Wherever ids went, each question's history has a place of its own."""
    old = read_sheet(before.encode(), id="a", name="a.md")
    result = inherit_ids(old, read_sheet(after.encode(), id="a", name="a.md"))
    places = dict(result.renamed)
    assert len(places) == len(result.renamed)
    homes = [places.get(question.id, question.id) for question in old.questions]
    assert len(set(homes)) == len(homes)
    assert not set(result.added) & set(homes)
    moved = {new for _, new in result.renamed}
    assert moved - {question.id for question in result.sheet.questions} <= {
        places[name] for name in result.removed if name in places
    }


@given(sheets | versions, sheets | versions)
def test_the_same_file_again_changes_nothing(before: str, after: str) -> None:
    old = read_sheet(before.encode(), id="a", name="a.md")
    new = read_sheet(after.encode(), id="a", name="a.md")
    once = inherit_ids(old, new).sheet
    again = inherit_ids(once, new)
    assert again.sheet == once
    assert (again.renamed, again.added, again.removed) == ((), (), ())
