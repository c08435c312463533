"""Small sheets in the shapes people use: each is read as its author meant it, or told about."""

from pathlib import Path

import pytest

from bot.grading import grade, prepare
from bot.model.grade import Verdict
from bot.model.question import Question
from bot.model.sheet import Problem, Sheet
from bot.sheets import notes_on, read_path
from tests.expected_failure import not_yet
from tests.sheets.reading import texts
from tests.sheets.test_commands import run_check

CASES = Path(__file__).parent / "cases"

HTTPS = ("Which port does HTTPS use?", "443")
SSH = ("Which port does SSH use?", "22")
RTO = ("RTO", "How long a system may be down")
RPO = ("RPO", "How much data may be lost")
POD = ("What is a pod?", "The smallest unit that is deployed.")
NODE = ("What is a node?", "A machine that runs pods.")

ASKED = [
    pytest.param(
        "misspelt_keys.md",
        (("Which service sends mail?", "SES"), ("Which service queues messages?", "SQS")),
        marks=not_yet("a key with a spelling mistake becomes part of the answer"),
    ),
    pytest.param("title_key.md", (("Which service sends mail?", "SES"),)),
    pytest.param(
        "bold_questions.md",
        (
            ("What is an image?", "A read-only template from which containers are started."),
            ("What is a container?", "A running instance of an image."),
            ("Which file describes how an image is built?", "Dockerfile"),
        ),
        marks=not_yet("bold, numbered questions with a mark behind them are not recognised"),
    ),
    pytest.param(
        "heading_questions.md",
        (
            (
                "What is a closure?",
                "A function together with the variables of the scope in which it was made.",
            ),
            ("What does NaN === NaN give?", "false"),
            ("Why use strict mode?", "It turns silent mistakes into errors."),
        ),
        marks=not_yet("a heading that asks, with its answer below, is not recognised"),
    ),
    pytest.param(
        "numbered_choices.md",
        (
            (
                "Which storage class is cheapest for rarely read archives?",
                "S3 Glacier Deep Archive",
            ),
            ("Which two are compute services? (Choose two.)", "EC2", "Lambda"),
        ),
        marks=not_yet("numbered multiple-choice questions with a folded answer are not recognised"),
    ),
    pytest.param(
        "numbered_indented.md",
        (POD, NODE),
        marks=not_yet("numbered questions with the answer indented below are not recognised"),
    ),
    pytest.param(
        "escaped_numbers.md",
        (POD, NODE),
        marks=not_yet("questions numbered as 1\\. with Ans: below are not recognised"),
    ),
    pytest.param(
        "toggles.md",
        (
            ("What is a deadlock?", "Two or more threads that wait for each other for ever."),
            ("Which keyword declares a constant in JavaScript?", "const"),
        ),
        marks=not_yet("a code block in a toggle is not taken as its answer"),
    ),
    pytest.param(
        "table.md", (HTTPS, SSH), marks=not_yet("a table of questions in Markdown is not read")
    ),
    pytest.param(
        "table_terms.md", (RTO, RPO), marks=not_yet("a table of terms in Markdown is not read")
    ),
    pytest.param(
        "definition_list.md", (RTO, RPO), marks=not_yet("a Markdown definition list is not read")
    ),
    pytest.param(
        "lower_q.md",
        (HTTPS, ("What is the port of SSH?", "22"), ("Which port does DNS use?", "53")),
        marks=not_yet("q., Q without a full stop and a numbered Q. are not recognised"),
    ),
    pytest.param(
        "one_line_fence.md",
        (
            ("Which command shows the log?", "git log"),
            ("Which command shows the state?", "git status"),
        ),
    ),
    pytest.param(
        "code_answer.md",
        (
            ("How do you start a server of static files in Python?", "python -m http.server"),
            ("What is its default port?", "8000"),
        ),
        marks=not_yet("a code block alone below a question is not taken as its answer"),
    ),
    pytest.param(
        "todo.md",
        (("VPC", "a private network in the cloud"),),
        marks=not_yet("FIXME is asked as if it were a term"),
    ),
    pytest.param(
        "notes.md", (), marks=not_yet("a sentence of notes is asked as if it were a term")
    ),
    pytest.param("empty.md", ()),
    pytest.param(
        "mixed_headings.md",
        (
            ("Which protocol resolves names?", "DNS"),
            ("Which port does it use?", "53"),
            ("What does RAID 1 do?", "It mirrors."),
        ),
        marks=not_yet("the A: before an answer stays in it below a heading with Q:"),
    ),
    pytest.param(
        "flashcards.md",
        (HTTPS, SSH, ("Fill the gap: A […] lets one thread in at a time.", "mutex")),
        marks=not_yet("a question with #flashcard behind it and its answer below is not read"),
    ),
    pytest.param(
        "basic.md", (HTTPS,), marks=not_yet("START, Basic, Back: and END are not recognised")
    ),
    pytest.param("logseq.md", (HTTPS, SSH), marks=not_yet("Logseq's #card is not recognised")),
    pytest.param(
        "cards.tsv",
        (HTTPS, SSH),
        marks=not_yet("two columns without a header, as Anki exports them, are refused"),
    ),
    pytest.param("cards_header.txt", (HTTPS, SSH)),
    pytest.param(
        "kahoot.csv",
        (HTTPS, ("Which are name servers' ports?", "53", "853")),
        marks=not_yet("Kahoot's columns are not understood, so that no answer is found"),
    ),
    pytest.param(
        "list.json",
        (HTTPS, ("Name two databases", "PostgreSQL", "MySQL")),
        marks=not_yet("a plain list of questions in JSON is not read"),
    ),
    pytest.param("moodle.xml", (HTTPS,), marks=not_yet("Moodle's XML is not read")),
    pytest.param("cards.org", (HTTPS, SSH), marks=not_yet("Org's drill cards are not read")),
    pytest.param(
        "link_answer.md",
        (("Which service sends mail?", "Amazon SES"),),
        marks=not_yet("an answer that is a link alone is lost"),
    ),
    pytest.param("quoted.csv", ()),
]


def case(name: str) -> Sheet:
    return read_path(CASES / name)


def entries(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """What is asked, each with its answers; a definition, asked both ways, stands here once."""
    return tuple(
        (question.term or question.prompt, *texts(question))
        for question in sheet.asked
        if texts(question) != [question.term]
    )


def notes(sheet: Sheet) -> tuple[Problem, ...]:
    return (*sheet.problems, *notes_on(sheet))


@pytest.mark.parametrize(("name", "wanted"), ASKED)
def test_a_sheet_is_asked_as_its_author_meant_it(
    name: str, wanted: tuple[tuple[str, ...], ...]
) -> None:
    assert entries(case(name)) == wanted


NOTED = [
    pytest.param("misspelt_keys.md", 5, "source", marks=not_yet("sorce: passes without a word")),
    pytest.param("misspelt_keys.md", 6, "accept", marks=not_yet("acept: passes without a word")),
    pytest.param("misspelt_keys.md", 10, "why", marks=not_yet("wy: passes without a word")),
    pytest.param("title_key.md", 1, "title", marks=not_yet("titel: passes without a word")),
    pytest.param("todo.md", 2, "TODO", marks=not_yet("TODO is left out without a word")),
    pytest.param("todo.md", 3, "FIXME", marks=not_yet("FIXME is asked, and nothing is said")),
    pytest.param("empty.md", 1, "Start one with Q."),
    pytest.param("notes.md", 1, "Start one with Q.", marks=not_yet("notes are asked as terms")),
    pytest.param(
        "quoted.csv",
        2,
        "quot",
        marks=not_yet("a quote that is never closed is not named, only an answer that lacks"),
    ),
]


@pytest.mark.parametrize(("name", "line", "word"), NOTED)
def test_what_is_not_understood_is_said_at_its_line(name: str, line: int, word: str) -> None:
    assert any(note.line == line and word in str(note) for note in notes(case(name)))


def test_misspelt_keys_fail_a_strict_check() -> None:
    assert run_check("--strict", CASES / "misspelt_keys.md").exit_code == 1


def test_plain_headings_with_text_are_asked_or_told_about_once() -> None:
    sheet = case("heading_plain_terms.md")
    terms = [question.term for question in sheet.asked]
    assert sorted(set(terms)) == ["Idempotent", "Latency"] or len(notes(sheet)) == 1


@not_yet("terms with a spaced colon are neither asked nor named line by line")
def test_terms_with_a_spaced_colon_are_asked_or_each_is_told_about() -> None:
    sheet = case("colon_terms.md")
    lines = {note.line for note in notes(sheet)}
    assert {question.term for question in sheet.asked} == {"RTO", "RPO"} or lines >= {3, 4}


def test_thousands_of_quotes_in_quotes_are_read_or_refused_in_plain_words() -> None:
    result = run_check(CASES / "deep.md")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert len(entries(case("deep.md"))) <= 1


TOPICS = [
    pytest.param(
        "heading_questions.md",
        ("Basics",) * 3,
        marks=not_yet("a heading that asks, with its answer below, is not recognised"),
    ),
    pytest.param("mixed_headings.md", ("1. Networking", "1. Networking", "2. Storage")),
    pytest.param(
        "cards.tsv", ("ports",) * 2, marks=not_yet("two columns without a header are refused")
    ),
    pytest.param("cards.org", ("Ports",) * 2, marks=not_yet("Org's drill cards are not read")),
]


@pytest.mark.parametrize(("name", "wanted"), TOPICS)
def test_a_question_stands_in_its_topic(name: str, wanted: tuple[str, ...]) -> None:
    assert tuple(question.topic[-1] for question in case(name).asked) == wanted


@not_yet("numbered multiple-choice questions with a folded answer are not recognised")
def test_the_letter_of_a_choice_is_right_too() -> None:
    (one, two) = _pair(case("numbered_choices.md"))
    assert one.options[1] == "S3 Glacier Deep Archive"
    assert grade(prepare(one), "B").verdict is Verdict.CORRECT
    assert grade(prepare(two), "A, C").verdict is Verdict.CORRECT


@not_yet("Kahoot's columns are not understood, so that no answer is found")
def test_a_spreadsheet_of_choices_keeps_its_choices() -> None:
    (one, _) = _pair(case("kahoot.csv"))
    assert one.options == ("80", "443", "22", "53")


@not_yet("an answer that is a link alone is lost")
def test_the_link_of_an_answer_is_its_source() -> None:
    assert [each.sources for each in case("link_answer.md").asked] == [("https://example.com/ses",)]


def _pair(sheet: Sheet) -> tuple[Question, Question]:
    assert len(sheet.asked) == 2
    return sheet.asked[0], sheet.asked[1]
