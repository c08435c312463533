"""Points, streaks, ranks: the arithmetic that members check."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.model.board import Standing, Window
from bot.model.grade import Grade, Verdict
from bot.quiz.rules.rules import Rules
from bot.quiz.rules.scoring import first_day, last_day, longest, ranking, streak, worth

RULES = Rules()
CORRECT = Grade(Verdict.CORRECT, 1.0)
MONDAY = date(2026, 11, 23)


def test_a_right_answer_is_worth_ten_then_seven_and_two_less_after_a_hint() -> None:
    assert worth(CORRECT, 1, hinted=False, rules=RULES) == 10
    assert worth(CORRECT, 2, hinted=False, rules=RULES) == 7
    assert worth(CORRECT, 1, hinted=True, rules=RULES) == 8


def test_part_of_a_list_is_worth_its_part() -> None:
    assert worth(Grade(Verdict.PARTIAL, 0.75), 1, hinted=False, rules=RULES) == 8


def test_something_right_is_worth_at_least_a_point_and_nothing_right_none() -> None:
    assert worth(Grade(Verdict.PARTIAL, 0.1), 2, hinted=True, rules=RULES) == 1
    assert worth(Grade(Verdict.WRONG, 0.0), 1, hinted=False, rules=RULES) == 0
    assert worth(Grade(Verdict.MORE, 0.0), 1, hinted=False, rules=RULES) == 0


@given(st.floats(0, 1), st.integers(1, 5), st.booleans())
def test_points_stay_between_nothing_and_ten(score: float, tries: int, hinted: bool) -> None:
    grade = Grade(Verdict.PARTIAL, score)
    assert 0 <= worth(grade, tries, hinted=hinted, rules=RULES) <= RULES.points


def days(*offsets: int) -> list[date]:
    return [MONDAY + timedelta(days=offset) for offset in offsets]


def test_a_streak_counts_the_channels_days_and_jumps_over_those_without_a_question() -> None:
    played = days(0, 1, 4)
    assert streak(played, set(days(0, 1, 4)), days(4)[0]) == 3


def test_a_missed_day_ends_the_streak() -> None:
    assert streak(days(0, 1, 2), set(days(0, 2)), days(2)[0]) == 1


def test_today_unanswered_does_not_end_the_streak_yet() -> None:
    assert streak(days(0, 1, 2), set(days(0, 1)), days(2)[0]) == 2


def test_the_longest_streak_is_remembered() -> None:
    assert longest(days(0, 1, 2, 3, 4), set(days(0, 1, 2, 4))) == 3


def standing(name: str, points: int, *, hidden: bool = False) -> Standing:
    return Standing(name.lower(), name, points, 1, hidden)


def test_equal_points_share_a_rank_and_the_next_rank_skips() -> None:
    places = ranking(
        [standing("Edsger", 40), standing("Ada", 48), standing("Grace", 45), standing("Alan", 45)]
    )
    assert [(place.rank, place.standing.name) for place in places] == [
        (1, "Ada"),
        (2, "Alan"),
        (2, "Grace"),
        (4, "Edsger"),
    ]


def test_members_who_hide_are_on_no_board_and_take_no_rank() -> None:
    places = ranking([standing("Ada", 48, hidden=True), standing("Grace", 45)])
    assert [(place.rank, place.standing.name) for place in places] == [(1, "Grace")]


def test_a_place_says_how_many_ranks_were_gained_since_the_day_before() -> None:
    before = [standing("Ada", 10), standing("Grace", 5)]
    now = [standing("Ada", 10), standing("Grace", 15)]
    assert [(place.standing.name, place.moved) for place in ranking(now, before)] == [
        ("Grace", 1),
        ("Ada", -1),
    ]


@given(st.lists(st.tuples(st.text(min_size=1), st.integers(0, 50)), max_size=30))
def test_ranks_follow_points(players: list[tuple[str, int]]) -> None:
    places = ranking(
        [Standing(str(n), name, points, 1) for n, (name, points) in enumerate(players)]
    )
    for place in places:
        better = sum(other.standing.points > place.standing.points for other in places)
        assert place.rank == better + 1


def test_weeks_begin_on_monday_and_months_on_their_first() -> None:
    thursday = MONDAY + timedelta(days=3)
    assert first_day(Window.WEEK, thursday) == MONDAY
    assert last_day(Window.WEEK, thursday) == MONDAY + timedelta(days=6)
    assert first_day(Window.MONTH, thursday) == date(2026, 11, 1)
    assert last_day(Window.MONTH, thursday) == date(2026, 11, 30)
