"""What people write, and what a Markdown parser would make of it."""

from pathlib import Path

import pytest

from bot.model.question import Mode, Place

from .reading import errors, item, made, only, read, texts, written


def test_a_question_over_an_empty_bullet_is_no_heading() -> None:
    sheet = read("""
        # Trees
        Q. Which tree keeps its needles?
        -
        Q. Which tree drops them?
        - Larch
        """)
    assert [question.prompt for question in written(sheet)] == [
        "Which tree keeps its needles?",
        "Which tree drops them?",
    ]
    assert {question.topic for question in sheet.questions} == {("Trees",)}
    assert [problem.line for problem in errors(sheet)] == [3]


def test_hashes_within_a_fence_are_code() -> None:
    sheet = read("""
        # Shell
        ```sh
        # not a heading
        Q. not a question
        ```
        Q. Which shell is it?
        - bash
        """)
    (question,) = written(sheet)
    assert question.topic == ("Shell",)
    assert question.code[0].text == "# not a heading\nQ. not a question"
    assert question.code[0].language == "sh"


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("### Deep", ("Top", "Deep")),
        ("# Other", ("Other",)),
        ("## [Link](http://x.y) #", ("Top", "Link")),
    ],
)
def test_heading_levels_may_jump(heading: str, topic: tuple[str, ...]) -> None:
    assert only(f"# Top\n{heading}\nQ. What?\n- this\n").topic == topic


def test_underlined_headings_count_outside_questions() -> None:
    sheet = read("Botany\n======\n\nTrees\n-----\n\nQ. Which tree?\n- oak\n")
    assert (sheet.title, sheet.questions[0].topic) == ("Botany", ("Botany", "Trees"))


def test_a_question_may_take_two_lines() -> None:
    assert only("Q. Which tree is tall and\nkeeps its needles?\n- Redwood\n").prompt == (
        "Which tree is tall and keeps its needles?"
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n\n"])
def test_empty_lines_neither_end_a_list_nor_part_it_from_its_question(gap: str) -> None:
    assert texts(only(f"Q. Which trees?{gap}- oak{gap}- ash{gap}- elm\n")) == ["oak", "ash", "elm"]


def test_an_unbulleted_line_continues_its_bullet() -> None:
    assert texts(only("Q. How?\n- water it\n      every day\n- wait\n")) == [
        "water it every day",
        "wait",
    ]


@pytest.mark.parametrize(
    "inner", ["    - needles\n    - cones\n", "    1. needles\n    2. cones\n"]
)
def test_bullets_below_a_bullet_are_details(inner: str) -> None:
    question = only(f"Q. Which trees?\n- Pine\n{inner}- Oak\n")
    assert texts(question) == ["Pine", "Oak"]
    assert question.items[0].nested == ("needles", "cones")


def test_a_tab_indents_like_spaces() -> None:
    assert only("Q. Which trees?\n- Pine\n\t- cones\n").items[0].nested == ("cones",)


def test_underscores_within_names_stay() -> None:
    assert (
        item("Q. Which setting?\n- __early_stopping_tolerance__\n").text
        == "early_stopping_tolerance"
    )
    assert item("Q. Which setting?\n- *stop_early* and 2*3*4\n").text == "stop_early and 2*3*4"


def test_a_question_that_begins_bold_is_not_bold_as_a_whole() -> None:
    assert only("Q. __Loss__ when it rains\n- none\n").prompt == "Loss when it rains"


@pytest.mark.parametrize(
    "line",
    ["__Q. Grafting__", "**Q. Grafting**", "**Q.** Grafting", "Q: Grafting", "Q12. Grafting"],
)
def test_markers_are_written_in_many_ways(line: str) -> None:
    assert only(f"{line}\n- joining two plants\n").prompt == "Grafting"


def test_what_follows_a_bold_question_is_its_answer() -> None:
    question = only("__Q. Grafting__\nJoining two plants\nso that they grow as one.\n")
    assert (question.mode, texts(question)) == (
        Mode.TEXT,
        ["Joining two plants so that they grow as one."],
    )


def test_one_bullet_may_hold_several_short_answers() -> None:
    found = item("Q. All trees with needles:\n- pine, , larch, fir, spruce\n")
    assert found.text == "pine, larch, fir, spruce"
    assert found.accept == ("pine", "larch", "fir", "spruce")


@pytest.mark.parametrize(
    "line",
    [
        "Ref: https://example.org/trees",
        "`[Ref] All about trees - https://example.org/trees`",
        "- Ref: https://example.org/trees",
        "https://example.org/trees",
        "[Trees](https://example.org/trees)",
        "See also <https://example.org/trees>",
    ],
)
def test_references_are_sources(line: str) -> None:
    question = only(f"Q. Which tree?\n- oak\n\n\n{line}\n")
    assert texts(question) == ["oak"]
    assert question.sources == ("https://example.org/trees",)


def test_a_book_is_a_source_too() -> None:
    assert only("Q. Which tree?\n- oak\nRef: Rackham, chapter 3\n").sources == (
        "Rackham, chapter 3",
    )


def test_arrows_are_text() -> None:
    assert item("Q. S3 <-> RDS?\n- AUC->1 and a <-> b\n").text == "AUC->1 and a <-> b"


def test_links_and_pictures_leave_their_words() -> None:
    question = only(
        "Q. [Which](https://a.b/c_(d)) tree? ![leaf](https://a.b/leaf.png)\n- `oak_tree`<br>\n"
    )
    assert (question.prompt, texts(question)) == ("Which tree?", ["oak_tree"])
    assert (question.images[0].url, question.images[0].alt) == ("https://a.b/leaf.png", "leaf")
    assert question.sources == ("https://a.b/c_(d)",)


def test_a_picture_stands_where_the_author_put_it() -> None:
    sheet = read("""
        # Leaves
        <img src="https://a.b/topic.png" alt='All of "them"' />

        Q. Whose leaf is it?
        ![](https://a.b/prompt.png)
        - oak
        <img src="https://a.b/answer.png">
        """)
    (question,) = written(sheet)
    assert [(image.url[12:], image.place) for image in question.images] == [
        ("topic.png", Place.TOPIC),
        ("prompt.png", Place.PROMPT),
        ("answer.png", Place.ANSWER),
    ]
    assert question.images[0].alt == 'All of "them"'
    assert len(sheet.images) == 3


def test_no_picture_is_taken_from_a_script() -> None:
    assert (
        read('Q. Which?\n- a ![x](javascript:alert)\n<img src="data:text/html,x">\n').images == ()
    )


def test_what_stands_outside_at_the_end_goes_to_the_last_question() -> None:
    question = only("Q. Which?\n- oak\n\n# More\n![](https://a.b/c.png)\n")
    assert [image.place for image in question.images] == [Place.TOPIC]


def test_a_paragraph_after_the_answer_ends_the_question() -> None:
    sheet = read("Q. Which?\n- oak\n\nSome notes:\n- not an answer\n- Pine - keeps its needles\n")
    assert texts(written(sheet)[0]) == ["oak"]
    assert made(sheet)[0].topic == ()


def test_comments_are_not_read() -> None:
    sheet = read("<!-- Q. Not this? -->\n<!--\nQ. Nor this?\n- no\n-->\nQ. Which?\n- oak\n")
    assert [question.prompt for question in written(sheet)] == ["Which?"]


def test_notes_yield_no_questions() -> None:
    sheet = read(
        "# Garden\nI went out - it rained.\n\n- water the beans\n- Note: buy seeds\n- see you at 5 - 6\n"
    )
    assert sheet.questions == ()


def test_a_quoted_question_is_a_question() -> None:
    assert texts(only("> Q. Which?\n> - oak\n")) == ["oak"]


def test_a_picture_in_a_definition_is_shown_with_its_answer() -> None:
    sheet = read(
        "- Pine - keeps needles ![](https://a.b/c.png)\n- no definition ![](https://a.b/d.png)\n"
    )
    assert [[(image.url[12:], image.place) for image in q.images] for q in sheet.questions] == [
        [("c.png", Place.ANSWER)],
        [("d.png", Place.TOPIC), ("c.png", Place.ANSWER)],
    ]


def test_a_blank_question_loses_no_picture() -> None:
    sheet = read("Q.\n![](https://a.b/c.png)\n\nQ. Which?\n- oak\n")
    assert [image.place for image in written(sheet)[0].images] == [Place.TOPIC]


def test_a_bullet_after_the_keys_and_an_empty_line_is_no_item_any_more() -> None:
    sheet = read("""\
        Q. Which trees?
        - oak
        - pine
        why: They grow here.

        - Willow - grows by the water
    """)
    assert [item.text for item in written(sheet)[0].items] == ["oak", "pine"]
    assert {question.term for question in made(sheet)} == {"Willow"}


def test_keys_between_bullets_without_an_empty_line_end_nothing() -> None:
    sheet = read("Q. Which trees?\n- oak\nmode: any\n- pine\n")
    assert len(written(sheet)[0].items) == 2


def test_the_example_of_the_readme_is_read_as_it_says() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = readme.split("````markdown\n")[1].split("````")[0]
    sheet = read(example)
    (question,) = written(sheet)
    assert len(question.items) == 4
    assert {each.term for each in made(sheet)} == {"Horovod"}
    assert sheet.problems == ()
