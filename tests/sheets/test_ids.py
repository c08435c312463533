"""Ids, and what a new version of a sheet inherits."""

from bot.sheets import Inheritance, inherit_ids, read_sheet
from bot.sheets.ids import is_derived, slug

from .reading import read

OLD = """
# Trees
Q. Which tree bears acorns?
- oak

Q. Which trees keep their needles in winter?
- pine
- fir

Q. What does L1 regularization do?
- drops weights

## Words
- Larch - drops its needles
"""


def changed(new: str, old: str = OLD) -> Inheritance:
    return inherit_ids(read(old), read(new))


def test_a_derived_id_depends_on_prompt_and_topic_alone() -> None:
    first = read(OLD).questions[0]
    again = read(
        "\n\nQ. Another?\n- yes\n# Trees\n\n\nQ. Which *Tree* bears acorns\n- beech\n"
    ).questions[1]
    assert first.id == again.id
    assert is_derived(first.id)
    assert read("# Shrubs\nQ. Which tree bears acorns?\n- oak\n").questions[0].id != first.id


def test_the_same_question_twice_has_two_ids() -> None:
    ids = [
        question.id
        for question in read("Q. Which?\n- oak\nQ. Which?\n- ash\nQ. Which?\n- elm\n").questions
    ]
    assert ids[1:] == [f"{ids[0]}-2", f"{ids[0]}-3"]


def test_a_slug_can_be_made_of_any_name() -> None:
    assert (slug("ML Cheat_sheet (2)"), slug("…")) == ("ml-cheat-sheet-2", "sheet")


def test_nothing_changed_keeps_everything() -> None:
    result = changed(OLD)
    assert result.sheet == read(OLD)
    assert len(result.kept) == 5
    assert (result.reworded, result.added, result.removed, result.renamed) == ((), (), (), ())


def test_a_moved_section_and_a_reordered_list_keep_their_ids() -> None:
    result = changed(
        OLD.replace("# Trees", "# Botany\n## All trees").replace("- pine\n- fir", "- fir\n- pine")
    )
    assert {question.id for question in result.sheet.questions} == {
        q.id for q in read(OLD).questions
    }
    assert result.added == result.removed == ()


def test_a_typo_fixed_keeps_the_id() -> None:
    result = changed(OLD, OLD.replace("needles in winter", "neddles in wintr"))
    (reworded,) = result.reworded
    assert reworded == result.sheet.questions[1].id
    assert len(result.kept) == 4


def test_another_wording_of_the_same_answer_keeps_the_id() -> None:
    result = changed(OLD.replace("Which tree bears acorns?", "Acorns grow on what?"))
    assert len(result.reworded) == 1
    assert result.sheet.questions[0].id == read(OLD).questions[0].id


def test_a_similar_question_with_another_answer_is_another_question() -> None:
    result = changed(OLD.replace("bears acorns?\n- oak", "bears no corns?\n- hazel and beech"))
    assert (len(result.added), len(result.removed)) == (1, 1)


def test_numbers_are_never_typos() -> None:
    result = changed(
        OLD.replace("L1 regularization do?\n- drops", "L2 regularization do?\n- shrinks")
    )
    assert (len(result.added), len(result.removed)) == (1, 1)


def test_an_explicit_id_outlives_any_rewording() -> None:
    old = "Q. Which tree?\n- oak\nid: tree\n"
    result = changed("# New\nQ. Name the king of the forest!\n- Quercus robur\nid: tree\n", old)
    assert result.reworded == ("tree",)


def test_an_id_written_later_is_reported_with_the_one_before() -> None:
    result = changed(OLD.replace("- oak\n", "- oak\nid: acorns\n"))
    assert result.renamed == ((read(OLD).questions[0].id, "acorns"),)
    assert "acorns" in result.kept


def test_an_id_that_is_no_longer_written_stays() -> None:
    result = changed("Q. Which tree?\n- oak\n", "Q. Which tree?\n- oak\nid: tree\n")
    assert [question.id for question in result.sheet.questions] == ["tree"]


def test_what_is_gone_and_what_is_new_is_said() -> None:
    result = changed("# Bees\nQ. Who lays the eggs?\n- the queen\n")
    assert (len(result.added), len(result.removed), len(result.kept)) == (1, 5, 0)


BIRDS = """
# Birds
Q. Which bird cannot fly?
- ostrich
{}

Q. Which bird hovers in the air?
- hummingbird
{}
"""


def birds(ostrich: str = "", hummingbird: str = "") -> str:
    """Two questions under these ids."""
    return BIRDS.format(*(f"id: {name}" if name else "" for name in (ostrich, hummingbird)))


def test_two_questions_may_swap_their_ids() -> None:
    result = changed(birds("b", "a"), birds("a", "b"))
    assert set(result.renamed) == {("a", "b"), ("b", "a")}
    assert set(result.kept) == {"a", "b"}


def test_ids_may_move_on_by_one() -> None:
    result = changed(birds("b", "c"), birds("a", "b"))
    assert set(result.renamed) == {("a", "b"), ("b", "c")}


def test_an_id_may_be_given_to_another_question() -> None:
    """The one that had it comes under a derived id."""
    result = changed(birds("", "a"), birds("a", ""))
    ostrich, hummingbird = read(birds()).questions
    assert set(result.renamed) == {("a", ostrich.id), (hummingbird.id, "a")}
    assert [question.id for question in result.sheet.questions] == [ostrich.id, "a"]


def test_a_removed_question_leaves_its_id_to_another_one_without_its_history() -> None:
    only = birds("", "a").split("\n\n")[1]
    result = changed("# Birds\n" + only, birds("a", "b"))
    (home,) = {new for old, new in result.renamed if old == "a"}
    assert result.renamed[0] == ("b", "a")
    assert home == read(birds()).questions[0].id
    assert result.removed == ("a",)


def test_an_id_goes_before_the_wording_where_it_stays_with_a_reworded_question() -> None:
    """Another question may take the old wording: the history stays with the id."""
    old = "Q. Which bird cannot fly?\n- ostrich\nid: a\n"
    new = "Q. Name the largest bird.\n- ostrich\nid: a\n\nQ. Which bird cannot fly?\n- ostrich\n"
    result = changed(new, old)
    assert (result.reworded, result.renamed) == (("a",), ())
    assert len(result.added) == 1


def test_wording_and_id_may_change_at_once() -> None:
    reworded = birds("big", "").replace("Which bird cannot fly?", "Who runs instead of flying?")
    result = changed(reworded, birds())
    assert result.renamed == ((read(birds()).questions[0].id, "big"),)
    assert result.reworded == ("big",)


def test_a_wording_that_was_mended_before_goes_before_a_derived_id() -> None:
    """Another question that reads as this one once did has a derived id: it is a new one."""
    once = changed(birds().replace("cannot fly", "can not fly at all"), birds()).sheet
    again = read(
        birds().replace("cannot fly", "can not fly at all")
        + "\nQ. Which bird cannot fly?\n- the emu, and the kiwi of New Zealand\n"
    )
    result = inherit_ids(once, again)
    assert result.kept == tuple(question.id for question in once.questions)
    assert len(result.added) == 1


def test_an_id_below_a_definition_names_both_directions() -> None:
    larch = "# Words\n- Larch - drops its needles\n"
    before, now = read(larch).questions, changed(larch + "  id: larch\n", larch)
    assert set(now.renamed) == set(
        zip((each.id for each in before), ("larch", "larch-term"), strict=True)
    )


def test_an_id_in_a_column_counts_as_one_in_a_file_of_any_form() -> None:
    plain = b"question,answer\nWhich bird cannot fly?,ostrich\nWhich bird hovers?,hummingbird\n"
    named = (
        b"id,question,answer\nbig,Which bird cannot fly?,ostrich\n,Which bird hovers?,hummingbird\n"
    )
    old, new = (read_sheet(each, id="birds", name="birds.csv") for each in (plain, named))
    assert inherit_ids(old, new).renamed == ((old.questions[0].id, "big"),)
