"""What an answer consists of, and what an author may add to it."""

import pytest

from bot.model.question import Mode, Place

from .reading import errors, item, only, read, texts, written


@pytest.mark.parametrize(
    ("prompt", "marks", "mode", "need"),
    [
        ("Which tree?", "-", Mode.ANY, 1),
        ("Which trees?", "- -", Mode.ALL, 1),
        ("Which trees?", "- - - - -", Mode.ALL, 1),
        ("Which trees?", "- - - - - -", Mode.ANY, 3),
        ("Which trees?", "1. 2. 3.", Mode.ALL, 1),
        ("Steps to plant a tree", "- - -", Mode.ORDERED, 1),
        ("Main steps required for grafting", "1. 2.", Mode.ORDERED, 1),
        ("What are the steps of grafting?", "- -", Mode.ORDERED, 1),
        ("In which order do they bloom?", "- -", Mode.ORDERED, 1),
        ("How do you plant a tree?", "1. 2. 3.", Mode.ORDERED, 1),
        ("How do you know a tree?", "- -", Mode.ALL, 1),
        ("What do you need in order to graft?", "1. 2.", Mode.ALL, 1),
        ("Which soil needs pre and post steps via a sieve?", "- -", Mode.ALL, 1),
    ],
)
def test_the_usual_mode(prompt: str, marks: str, mode: Mode, need: int) -> None:
    bullets = "".join(f"{mark} item number {at}\n" for at, mark in enumerate(marks.split()))
    question = only(f"Q. {prompt}\n{bullets}")
    assert (question.mode, question.need) == (mode, need)


@pytest.mark.parametrize(
    ("said", "mode", "need"),
    [
        ("all", Mode.ALL, 1),
        ("any", Mode.ANY, 1),
        ("Any 2", Mode.ANY, 2),
        ("ordered", Mode.ORDERED, 1),
        ("text", Mode.TEXT, 1),
    ],
)
def test_the_author_decides_the_mode(said: str, mode: Mode, need: int) -> None:
    question = only(f"Q. Which?\n- oak\n- ash\n- elm\nmode: {said}\n")
    assert (question.mode, question.need) == (mode, need)


def test_a_mode_that_does_not_exist_is_a_problem_and_the_usual_one_is_taken() -> None:
    sheet = read("Q. Which?\n- oak\n- ash\nmode: some\n")
    assert sheet.questions[0].mode is Mode.ALL
    assert [(problem.line, "all, any" in problem.hint) for problem in sheet.problems] == [(4, True)]


def test_any_five_of_three_is_a_problem() -> None:
    sheet = read("Q. Which?\n- oak\n- ash\n- elm\nmode: any 5\n")
    assert (sheet.questions[0].need, len(errors(sheet))) == (3, 1)


@pytest.mark.parametrize(
    "answer",
    [
        "A. Joining two plants\nso that they grow as one.",
        "**A.** Joining two plants so that they grow as one.",
        "Joining two plants so that they grow as one.",
        "\nJoining two plants\nso that they grow as one.",
    ],
)
def test_prose_is_one_answer(answer: str) -> None:
    question = only(f"Q. What is grafting?\n{answer}\n")
    assert question.mode is Mode.TEXT
    assert texts(question) == ["Joining two plants so that they grow as one."]


def test_further_paragraphs_and_bullets_of_prose_are_details() -> None:
    found = item("Q. What is grafting?\nA. Joining two plants.\n\nOld as wine.\n- done in spring\n")
    assert found.nested == ("Old as wine.", "done in spring")


def test_prose_that_ends_in_a_colon_introduces_its_bullets() -> None:
    question = only("Q. Which trees bear nuts?\nA. These two:\n- hazel\n- walnut\n")
    assert (texts(question), question.mode) == (["hazel", "walnut"], Mode.ALL)


@pytest.mark.parametrize(
    "answer", ["-", "- TODO", "- to be completed", "- Answer here", "- ...", "A.", ""]
)
def test_what_keeps_the_place_of_an_answer_is_none(answer: str) -> None:
    sheet = read(f"Q. Which tree?\n{answer}\n")
    assert not sheet.questions[0].answered
    assert sheet.asked == ()
    assert [problem.line for problem in errors(sheet)] == [1]


@pytest.mark.parametrize("marker", ["Q.", "Q. ", "**Q.**", "Q. ???"])
def test_a_blank_question_is_a_problem_and_no_question(marker: str) -> None:
    sheet = read(f"Q. Which?\n- oak\n{marker}\n\n# Next\n")
    assert len(sheet.questions) == 1
    assert [(problem.line, problem.message) for problem in sheet.problems] == [
        (3, "This question is blank.")
    ]


def test_everything_an_author_may_add() -> None:
    question = only("""
        Q. Which trees bear nuts?
        - Hazel
          accept: hazelnut tree | Corylus
          reject: witch hazel
          more: a shrub |
            a bush
        - Walnut
        mode: any
        why: Both are harvested
          in autumn.
        hint: One is for squirrels.
        source: https://example.org/nuts
        source: Rackham, page 12
        image: https://example.org/nuts.png two bowls of nuts
        id: nut-trees
        tags: nuts, #autumn
        difficulty: easy
        """)
    hazel, walnut = question.items
    assert hazel.accept == ("hazelnut tree", "Corylus")
    assert (hazel.reject, hazel.more) == (("witch hazel",), ("a shrub", "a bush"))
    assert (walnut.text, walnut.accept) == ("Walnut", ())
    assert question.mode is Mode.ANY
    assert question.why == "Both are harvested in autumn."
    assert question.hint == "One is for squirrels."
    assert question.sources == ("https://example.org/nuts", "Rackham, page 12")
    assert question.images[0].url == "https://example.org/nuts.png"
    assert (question.images[0].alt, question.images[0].place) == ("two bowls of nuts", Place.PROMPT)
    assert (question.id, question.tags, question.difficulty) == ("nut-trees", ("nuts", "autumn"), 1)


def test_phrases_at_the_margin_belong_to_the_only_item() -> None:
    assert item("Q. Which?\n- oak\naccept: Quercus\n").accept == ("Quercus",)
    assert item("Q. Which?\naccept: Quercus\n- oak\n").accept == ("Quercus",)


def test_phrases_at_the_margin_of_several_items_are_a_problem() -> None:
    sheet = read("Q. Which?\n- oak\n- ash\naccept: Quercus\n")
    assert [problem.line for problem in errors(sheet)] == [4]
    assert [found.accept for found in written(sheet)[0].items] == [(), ()]


@pytest.mark.parametrize(("line", "number"), [("id: Nut Trees", 3), ("difficulty: brutal", 3)])
def test_a_value_that_cannot_be_is_a_problem(line: str, number: int) -> None:
    assert [problem.line for problem in errors(read(f"Q. Which?\n- oak\n{line}\n"))] == [number]


def test_an_id_can_be_given_once() -> None:
    sheet = read("Q. Which?\n- oak\nid: tree\n\nQ. And which?\n- ash\nid: tree\n")
    assert sheet.questions[0].id == "tree" != sheet.questions[1].id
    assert [problem.line for problem in errors(sheet)] == [7]


def test_words_between_question_and_bullets_are_noted() -> None:
    sheet = read("Q. Which?\n\nBy the way.\n\n- oak\n")
    assert [(problem.line, problem.severity.value) for problem in sheet.problems] == [(3, "note")]


def test_code_after_the_answer_belongs_to_it() -> None:
    question = only("Q. What is printed?\n```python\nprint(1)\n```\n- 1\n```\nmore\n```\n")
    assert [(code.text, code.place) for code in question.code] == [
        ("print(1)", Place.PROMPT),
        ("more", Place.ANSWER),
    ]


def test_the_term_of_an_item_suffices() -> None:
    question = only(
        "Q. Which trees keep their needles?\n- Pine (Pinus) - the common one\n- Fir - the tall one\n"
    )
    assert question.items[0].accept == ("Pine", "Pinus")
    assert question.items[0].text == "Pine (Pinus) - the common one"
