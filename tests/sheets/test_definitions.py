"""`Term - definition`: where it is split, and what is asked about it."""

import pytest

from bot.model.question import Mode
from bot.sheets.pairs import pair_of, pairs_of

from .reading import errors, made, read, texts


@pytest.mark.parametrize(
    "line",
    [
        "Kernel - the core",
        "Kernel ----- the core",
        "Kernel | the core",
        "Kernel – the core",
        "__Kernel__ —the core",
        "Kernel : the core",
        "**Kernel**: the core",
        "**Kernel:** the core",
        "`Kernel` - the core",
    ],
)
def test_separators(line: str) -> None:
    pair = pair_of(line)
    assert pair is not None
    assert (pair.term, pair.definition) == ("Kernel", "the core")


def test_a_separator_may_touch_a_closing_parenthesis() -> None:
    pair = pair_of("__epochs__ (15)| The maximum number of passes.")
    assert pair is not None
    assert (pair.term, pair.definition) == ("epochs", "The maximum number of passes.")


def test_the_first_separator_splits() -> None:
    pair = pair_of("Mask - an outline - drawn by hand (Drawing)")
    assert pair is not None
    assert (pair.definition, pair.remark) == ("an outline - drawn by hand", "Drawing")


@pytest.mark.parametrize(
    "line",
    [
        "Set the rate high (0.0 - 1.0)",
        "between 5 - 6 o'clock",
        "Use old data - backtesting on a part of it",
        "I went out. It rained - a lot",
        "Note: water the beans",
        "Easy way - ask someone",
        "AUC->1 and a <-> b",
        "state-of-the-art seeds",
        "one two three four five six seven eight nine - too long for a term",
        "https://example.org - a page",
        "- - -",
        "Kernel - ",
        "see `a - b`",
    ],
)
def test_what_is_no_definition(line: str) -> None:
    assert pair_of(line) is None


def test_a_list_is_one_of_definitions_only_as_a_whole() -> None:
    assert pairs_of(["Oak - hard", "ash is soft", "elm too"]) == (None, None, None)
    assert all(pairs_of(["Oak - hard", "Ash - soft"]))


def test_labels_count_where_every_item_has_one() -> None:
    assert all(pairs_of(["CPU only: LDA", "GPU only: Seq2Seq"]))
    assert all(pairs_of(["__left__, a, b and c", "__right__, d"]))
    assert pairs_of(["CPU only: LDA", "the rest"]) == (None, None)
    assert pairs_of(["Easy way: ask", "Hard way: think"]) == (None, None)


def test_both_ways_round() -> None:
    forward, back = made(read("# Bees\n- Waggle Dance Algorithm - shows where flowers are\n"))
    assert forward.prompt == "What is the Waggle Dance algorithm used for?"
    assert (forward.mode, texts(forward)) == (Mode.TEXT, ["shows where flowers are"])
    assert back.prompt == "Which algorithm fits: “shows where flowers are”?"
    assert (back.mode, texts(back)) == (Mode.ANY, ["Waggle Dance"])
    assert back.items[0].accept == ("Waggle Dance Algorithm",)
    assert (forward.line, back.line, back.topic) == (2, 2, ("Bees",))
    assert forward.id != back.id


def test_names_in_parentheses_are_accepted() -> None:
    _, back = made(read("- Varroa Mite Treatment (VMT) Method - keeps bees healthy\n"))
    assert back.items[0].accept == (
        "VMT",
        "Varroa Mite Treatment Method",
    )


def test_a_remark_at_the_end_is_shown_and_not_asked() -> None:
    forward, back = made(read("- Smoker - calms bees (Beekeeping)\n"))
    assert texts(forward) == ["calms bees"]
    assert forward.items[0].nested == ("Beekeeping",)
    assert "Beekeeping" not in back.prompt


def test_a_definition_that_is_only_a_remark_is_asked_one_way() -> None:
    (question,) = made(read("- Smoker Method - (Calming/Moving)\n"))
    assert question.prompt == "Which service or use goes with the Smoker method?"
    assert (texts(question), question.mode, question.need) == (["Calming", "Moving"], Mode.ANY, 1)


def test_terms_with_the_same_definition_are_all_right() -> None:
    questions = made(
        read("- Pine - keeps needles\n- Fir - keeps needles, grows tall\n- Oak - bears acorns\n")
    )
    shared = next(
        question for question in questions if question.prompt.endswith("“keeps needles”?")
    )
    assert texts(shared) == ["Pine", "Fir"]
    assert sum(question.prompt == shared.prompt for question in questions) == 1


def test_words_in_another_order_are_another_definition() -> None:
    questions = made(read("- Polly - text to speech\n- Scribe - speech to text\n"))
    assert [texts(question) for question in questions if "Which" in question.prompt] == [
        ["Polly"],
        ["Scribe"],
    ]


def test_the_terms_own_words_are_left_out_of_the_prompt() -> None:
    _, back = made(read("- Honey Extractor - a honey extractor spins combs in a drum\n"))
    assert back.prompt == "Which term fits: “a … spins combs in a drum”?"


def test_a_definition_that_is_its_term_is_asked_one_way_at_most() -> None:
    assert all(
        "Which" not in question.prompt for question in made(read("- Bee hive - hive of a bee\n"))
    )


def test_an_abbreviation_that_is_spelled_out_is_hidden_and_accepted() -> None:
    _, back = made(read("- CNN - Convolutional Neural Networks are mostly for pictures\n"))
    assert back.prompt == "Which term fits: “… are mostly for pictures”?"
    assert back.items[0].accept == ("Convolutional Neural Networks",)


def test_inside_an_answer_the_question_gives_the_context() -> None:
    forward, back, *_ = made(read("Q. Bee food:\n- Nectar - sweet\n- Pollen - rich in protein\n"))
    assert forward.prompt == "Bee food: what goes with “Nectar”?"
    assert back.prompt == "Bee food: which one fits “sweet”?"
    assert (forward.line, back.line) == (2, 2)


def test_a_term_that_its_question_names_is_not_asked_for() -> None:
    questions = made(read("Q. Drones and workers?\n- Drones - male\n- Workers - female\n"))
    assert [question.prompt for question in questions] == [
        "On “Drones and workers?”: what goes with “Drones”?",
        "On “Drones and workers?”: what goes with “Workers”?",
    ]


def test_a_label_is_asked_for_its_list() -> None:
    forward, *_ = made(
        read("Q. Who does what?\n- Young bees: clean, feed, build\n- Old bees: fly\n")
    )
    assert (forward.mode, texts(forward)) == (Mode.ALL, ["clean", "feed", "build"])


def test_keys_below_a_definition_count_for_both_directions() -> None:
    sheet = read("""
        - Propolis - seals the hive
          accept: bee glue
          why: It keeps the cold out.
          source: https://example.org/propolis
          id: propolis
          tags: hive
        """)
    forward, back = sheet.questions
    assert (forward.id, back.id) == ("propolis", "propolis-term")
    assert back.items[0].accept == ("bee glue",)
    assert forward.why == back.why == "It keeps the cold out."
    assert forward.sources == back.sources == ("https://example.org/propolis",)
    assert forward.tags == back.tags == ("hive",)
    assert errors(sheet) == []
