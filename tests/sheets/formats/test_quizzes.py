"""Formats of quiz programs: trivia lists, Kotoba, Aiken, GIFT, OpenTDB, hashcards, Obsidian."""

from .reading import Seen, fixture, messages, prompts, seen, text


def test_trivia_answers_are_alternatives_as_they_are_written() -> None:
    """`Yes` is no truth value, and 1990 no number."""
    water, colour, oak, *_ = fixture("trivia.yaml").questions
    assert water.items[0].text == "water"
    assert water.items[0].accept == ("1990", "Yes")
    assert colour.prompt == "Which colour: that of most leaves?"
    assert (oak.prompt, oak.images[0].url) == (
        "Which plant is this?",
        "https://example.org/oak.png",
    )


def test_trivia_that_is_no_list_is_left_out_with_its_line() -> None:
    assert messages(fixture("trivia.yaml")) == [
        "11: “Nested?” was left out: its answers are no plain list.",
        "13: This question has no answer, so it is never asked.",
    ]


def test_kotoba_takes_any_reading_and_shows_the_comment() -> None:
    river, sky, mountain = fixture("kotoba.csv").questions
    assert (river.items[0].text, river.items[0].accept) == ("かわ", ("がわ",))
    assert river.why == "river"
    assert sky.prompt == "Colour of the sky?"
    assert mountain.prompt == "山 (Type the meaning!)"


def test_aiken_keeps_its_choices() -> None:
    assert seen(fixture("aiken.txt")) == [
        Seen(
            "Which gas do plants take in?",
            ("Carbon dioxide",),
            "any",
            ("Oxygen", "Carbon dioxide", "Helium"),
        ),
        Seen("Which is a fruit?", ("Tomato",), "any", ("Tomato", "Potato")),
    ]
    assert messages(fixture("aiken.txt")) == [
        "12: “Which one has no answer?” was left out: no line says ANSWER: and a letter."
    ]


def test_gift_knows_every_kind_of_question() -> None:
    sheet = fixture("quiz.gift")
    assert seen(sheet) == [
        Seen(
            "What makes most of a cell's energy?",
            ("mitochondrion",),
            "any",
            ("mitochondrion", "nucleus", "ribosome"),
        ),
        Seen("The nucleus holds _____ in most cells.", ("DNA",), "any"),
        Seen("Plants have cell walls.", ("True",), "any", ("True", "False")),
        Seen("How many chromosomes has a human body cell?", ("46",), "any"),
        Seen(
            "Which of them divide?",
            ("skin cells", "liver cells"),
            "all",
            ("skin cells", "liver cells", "red blood cells"),
        ),
        Seen(
            "Match the parts. Match each: nucleus, membrane.",
            ("nucleus: plans", "membrane: border"),
            "all",
        ),
        Seen("Is 2 = 2 {always}?", ("True",), "any", ("True", "False")),
        Seen("Tell us about cells.", (), "any"),
    ]
    energy, dna, _, chromosomes, *_ = sheet.questions
    assert energy.topic == ("Cells", "Parts")
    assert energy.why == "It burns sugar."
    assert dna.items[0].accept == ("deoxyribonucleic acid",)
    assert chromosomes.items[0].accept == ("44", "45", "47", "48")


def test_opentdb_is_read_in_each_of_its_encodings() -> None:
    flower, moss = fixture("opentdb.json").questions
    assert flower.prompt == 'Which part of a plant is called the "anther"?'
    assert flower.topic == ("Science", "Botany")
    assert flower.difficulty == 2
    assert moss.options == ("True", "False")
    assert seen(fixture("encoded.json")) == [
        Seen("Is rain wet?", ("True",), "any", ("True", "False"))
    ]
    percent = '{"results":[{"type":"boolean","question":"Is%20it%3F","correct_answer":"True","incorrect_answers":["False"]}]}'
    assert prompts(text(percent, "a.json")) == ["Is it?"]


def test_the_order_of_choices_does_not_tell_the_right_one() -> None:
    assert fixture("opentdb.json").questions[0].options == (
        "The bark",
        "The leaf",
        "The pollen's maker",
        "The root",
    )


def test_hashcards_ask_for_each_gap() -> None:
    sheet = fixture("hashcards.md")
    assert sheet.title == "Chess"
    assert seen(sheet)[:4] == [
        Seen("Which piece moves in an L?", ("The knight",), "any"),
        Seen("Which pieces may castle?", ("the king", "a rook"), "all"),
        Seen("Fill the gap: A […] that reaches the last rank is promoted.", ("pawn",), "any"),
        Seen("Fill the gap: A pawn that reaches the last rank is […].", ("promoted",), "any"),
    ]
    assert sheet.questions[-1].images[0].url == "https://example.org/board.png"


def test_obsidian_cards_are_found_among_notes() -> None:
    sheet = fixture("obsidian.md")
    assert seen(sheet) == [
        Seen("What makes bread rise?", ("Yeast",), "any"),
        Seen("Proofing", ("Letting dough rest before it is baked",), "any"),
        Seen("Letting dough rest before it is baked", ("Proofing",), "any"),
        Seen("Which flours hold gluten?", ("wheat", "rye"), "all"),
        Seen("Caramel", ("Sugar that was heated until it browned",), "any"),
        Seen("Sugar that was heated until it browned", ("Caramel",), "any"),
        Seen("Fill the gap: Butter melts at about […], and it is an emulsion.", ("35 °C",), "any"),
        Seen("Fill the gap: Butter melts at about 35 °C, and it is […].", ("an emulsion",), "any"),
    ]
    assert {question.topic for question in sheet.questions} == {("Kitchen", "Baking")}
    assert sheet.title == "Kitchen"


def test_a_gap_is_hidden_wherever_its_word_stands() -> None:
    sheet = text("Oak leaves fall from the {{c1::oak}}.\tx\nWhat?\tthat\n", "a.txt")
    assert "oak" not in sheet.questions[0].prompt.lower()
