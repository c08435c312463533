"""Which question comes next, and the times and days that quizmasters type."""

from datetime import date, time, timedelta
from random import Random

import pytest

from bot.model.question import Item, Mode, Question
from bot.model.schedule import EVERY_DAY, WEEKDAYS
from bot.quiz.errors import BadArgument
from bot.quiz.ports.rounds import Asked
from bot.quiz.rules.picking import pick
from bot.quiz.rules.timeparse import read_days, read_time, read_zone


def question(name: str, topic: str = "t") -> Question:
    return Question(name, name, Mode.ANY, (Item(name),), topic=(topic,))


def test_every_question_comes_once_before_any_comes_twice() -> None:
    questions = [question(str(number)) for number in range(20)]
    asked: list[Asked] = []
    rng = Random(7)
    for day in range(20):
        chosen = pick(questions, asked, rng)
        assert chosen is not None
        asked.append(Asked(chosen.id, 1, date(2026, 1, 1) + timedelta(days=day)))
    assert {entry.question_id for entry in asked} == {q.id for q in questions}


def test_a_topic_does_not_follow_itself_where_there_is_another() -> None:
    questions = [question("a", "one"), question("b", "one"), question("c", "two")]
    asked = [Asked("a", 1, date(2026, 1, 1))]
    assert {pick(questions, asked, Random(seed)).id for seed in range(20)} == {"c"}  # type: ignore[union-attr]  # there are questions


def test_nothing_to_ask_is_nothing() -> None:
    assert pick([], [], Random(1)) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)),
        ("09:00", time(9)),
        ("9.30", time(9, 30)),
        ("5pm", time(17)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("17 Uhr", time(17)),
    ],
)
def test_times_as_people_type_them(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "nine", "9:75", "13 pm x"])
def test_a_time_that_is_none_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadArgument, match="09:00"):
        read_time(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("weekdays", WEEKDAYS),
        ("Mon-Fri", WEEKDAYS),
        ("mon – fri", WEEKDAYS),
        ("every day", EVERY_DAY),
        ("Mon, Wed and Fri", frozenset({0, 2, 4})),
        ("tuesday", frozenset({1})),
        ("sat-mon", frozenset({5, 6, 0})),
    ],
)
def test_days_as_people_type_them(typed: str, meant: frozenset[int]) -> None:
    assert read_days(typed) == meant


@pytest.mark.parametrize("typed", ["", "never", "m", ",,"])
def test_days_that_are_none_are_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadArgument, match="mon-fri"):
        read_days(typed)


@pytest.mark.parametrize("typed", ["Europe/Berlin", "europe/berlin", "Berlin", " berlin "])
def test_zones_as_people_type_them(typed: str) -> None:
    assert read_zone(typed) == "Europe/Berlin"


@pytest.mark.parametrize("typed", ["", "Middle Earth", "../../etc/passwd"])
def test_a_zone_that_is_none_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadArgument, match="Europe/Berlin"):
        read_zone(typed)
