"""What is one entry, what brings it up, and what a completion may show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup import Index, build_index
from bot.model.question import Item, Kind, Mode, Question
from bot.model.sheet import Glossary
from bot.sheets import read_sheet

SHEET = """# Algorithms
## Language
- Amazon Kendra - NLP powered search
- Random Cut Forest (RCF) Algorithm - finds anomalies
- Seq2Seq Algorithm - (Amazon Translate)

## Keys
Q. S3 encryption options
- SSE-S3 - S3 manages key
- SSE-KMS - a key management service manages the key
why: Each says who holds the key.

Q. How is traffic split between two models?
- By the weights of their variants
Q. Which container registry holds images?
- Amazon Elastic Container Registry
Q. Normalise the colour of the images?
- Divide by 255
Q. What is precision_at_target_recall?
- The best precision for a recall
Q. Not answered yet
"""


@pytest.fixture(scope="module")
def index() -> Index:
    """The index of a small sheet."""
    sheet = read_sheet(SHEET.encode(), id="small", name="small.md")
    return build_index(sheet.asked, Glossary((("Amazon ECS", ("container service",)),)))


def titles(index: Index, query: str) -> list[str]:
    """The titles that a query brings."""
    return [hit.title for hit in index.search(query)]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("kendra", "Amazon Kendra"),
        ("kendrra", "Amazon Kendra"),
        ("kend", "Amazon Kendra"),
        ("endra", "Amazon Kendra"),
        ("RCF", "Random Cut Forest (RCF)"),
        ("forest cut random", "Random Cut Forest (RCF)"),
        ("randomcutforest", "Random Cut Forest (RCF)"),
        ("randm cut forrest", "Random Cut Forest (RCF)"),
        ("seq 2 seq", "Seq2Seq"),
        ("s3 encryption options", "S3 encryption options"),
        ("who manages the key in SSE-KMS", "SSE-KMS (S3 encryption options)"),
        ("ecr", "Which container registry holds images?"),
        ("normalize color", "Normalise the colour of the images?"),
        ("precision_at", "What is precision_at_target_recall?"),
        (
            "how do I split traffic between models please",
            "How is traffic split between two models?",
        ),
        ("traffic 2 models", "How is traffic split between two models?"),
    ],
)
def test_people_find_it_as_they_type_it(index: Index, query: str, title: str) -> None:
    first = index.search(query)[0]
    assert first.title == title
    assert first.found


@pytest.mark.parametrize("query", ["", "  ", "???", "the", "how do I", "zzzzqqqq"])
def test_what_holds_no_word_brings_nothing(index: Index, query: str) -> None:
    assert index.search(query) == ()


def test_both_directions_of_a_definition_are_one_entry_that_explains_the_term(index: Index) -> None:
    hits = [hit for hit in index.search("amazon kendra") if hit.question.line == 3]
    assert [hit.question.items[0].text for hit in hits] == ["NLP powered search"]


def test_either_question_of_a_definition_leads_to_its_entry(index: Index) -> None:
    sheet = read_sheet(SHEET.encode(), id="small", name="small.md")
    both = [index.entry(q.id) for q in sheet.asked if q.line == 3]
    assert len(both) == 2
    assert both[0] == both[1]
    assert index.entry("unknown") is None


def test_a_definition_within_an_answer_says_what_it_belongs_to(index: Index) -> None:
    assert "SSE-S3 (S3 encryption options)" in titles(index, "sse-s3")


def test_an_unanswered_question_is_not_found(index: Index) -> None:
    assert "Not answered yet" not in titles(index, "not answered yet")


def test_the_best_come_first_and_no_more_than_asked_for(index: Index) -> None:
    hits = index.search("key", 3)
    assert len(hits) == 3
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ken", "Amazon Kendra"),
        ("amazon k", "Amazon Kendra"),
        ("forest ran", "Random Cut Forest (RCF)"),
        ("rndom cu", "Random Cut Forest (RCF)"),
        ("kedra", "Amazon Kendra"),
        ("amazon ec", "Amazon ECS"),
        ("traffic bet", "How is traffic split between two models?"),
    ],
)
def test_titles_and_terms_complete_from_the_beginning_of_any_word(
    index: Index, typed: str, title: str
) -> None:
    assert index.complete(typed)[0] == title


@pytest.mark.parametrize("typed", ["elastic cont", "divide", "weights of", "powered"])
def test_no_answer_is_completed(index: Index, typed: str) -> None:
    assert index.complete(typed) == ()


def test_nothing_typed_offers_titles_the_shortest_first(index: Index) -> None:
    assert len(index.complete("", 4)) == 4
    assert index.complete("", 1) == ("Seq2Seq",)


def test_equal_titles_complete_once() -> None:
    twice = [Question(f"q{n}", "Same?", Mode.ANY, (Item(str(n)),), line=n) for n in (1, 2)]
    assert build_index(twice, Glossary()).complete("sa") == ("Same?",)


texts = st.text(max_size=60) | st.sampled_from(
    ["k-means", "SSE-KMS", "c++", "a", "İ", "\ud800", "東京"]
)
questions = st.builds(
    Question,
    id=st.uuids().map(str),
    prompt=texts,
    mode=st.sampled_from(Mode),
    items=st.lists(st.builds(Item, texts, st.lists(texts, max_size=2).map(tuple)), max_size=3).map(
        tuple
    ),
    kind=st.sampled_from(Kind),
    why=texts,
    term=texts,
    line=st.integers(0, 5),
)


@given(st.lists(questions, max_size=6), texts, st.integers(0, 30))
def test_any_sheet_and_any_text_give_sorted_and_repeatable_results(
    asked: list[Question], query: str, limit: int
) -> None:
    index = build_index(asked, Glossary(((query, ("alias", "")),)))
    hits = index.search(query, limit)
    assert hits == build_index(asked, Glossary(((query, ("alias", "")),))).search(query, limit)
    assert len(hits) <= limit
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len(index.complete(query, limit)) <= limit


@given(st.lists(questions, min_size=1, max_size=6))
def test_an_entry_is_found_by_its_own_title(asked: list[Question]) -> None:
    index = build_index(asked, Glossary())
    for question in asked:
        entry = index.entry(question.id)
        if entry is not None and entry.title.strip():
            assert index.search(entry.title)[0].title == entry.title
