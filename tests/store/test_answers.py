"""Answers, hints and the points that follow."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone

import pytest

from bot.model.answer import Recording
from bot.model.board import Standing
from bot.model.grade import Evidence, Extra, Grade, Verdict
from bot.model.round import RoundState
from bot.model.team import Member, Team
from bot.quiz.rules.scoring import streak
from bot.store import SqlStore
from tests.store.cast import (
    CHANNEL,
    DAY,
    FIVE,
    MINUTE,
    NINE,
    OTHER,
    RIGHT,
    TEAM,
    TODAY,
    WEB,
    WRONG,
    answer,
    became,
    ending_of,
    met,
    post_of,
    posted,
    round_,
)

SECOND = timedelta(seconds=1)


async def count(store: SqlStore) -> int:
    found = await store.round(TEAM, "r1")
    assert found is not None
    return found.answered


async def test_an_answer_reads_back_as_it_was_said(store: SqlStore) -> None:
    await posted(store)
    grade = Grade(
        Verdict.PARTIAL,
        2 / 3,
        hits=(0, 2),
        evidence=(Evidence(0, "k-means", "exact", 0.5, "read as k-NN"),),
        missing=(1,),
        extras=(Extra("XGBoost", True, "a sibling"),),
        reasons=("Two of three.",),
        confidence=0.4,
    )
    said = answer(text="k-means\n<@U1> 👋 *bold*", grade=grade)
    assert await became(store, said) is Recording.RECORDED
    assert await store.answers(TEAM, "r1") == (said,)
    assert await store.answers(TEAM, "r1", "ada") == (said,)
    assert await store.answers(TEAM, "r1", "grace") == ()


async def test_members_are_counted_once_and_answers_kept_in_order(store: SqlStore) -> None:
    await posted(store)
    order = (("grace", 1), ("ada", 1), ("grace", 2), ("ada", 2))
    for member, number in order:
        assert await became(store, answer(member, number)) is Recording.RECORDED
    assert await count(store) == 2
    said = await store.answers(TEAM, "r1")
    assert [(each.member_id, each.number) for each in said] == list(order)


async def test_the_same_event_counts_once(store: SqlStore) -> None:
    await posted(store)
    await store.record(answer())
    assert await became(store, answer()) is Recording.REPEATED
    assert await became(store, answer(number=2, key="ada-1")) is Recording.REPEATED
    assert len(await store.answers(TEAM, "r1")) == 1


async def test_events_without_a_key_are_never_the_same(store: SqlStore) -> None:
    await posted(store)
    assert await became(store, answer(key="")) is Recording.RECORDED
    assert await became(store, answer(number=2, key="")) is Recording.RECORDED
    assert await became(store, answer("grace", key="")) is Recording.RECORDED


async def test_an_answer_that_was_overtaken_changes_nothing(store: SqlStore) -> None:
    await posted(store)
    assert await became(store, answer(number=2)) is Recording.OVERTAKEN
    await store.record(answer())
    assert await became(store, answer(key="other")) is Recording.OVERTAKEN
    assert await became(store, answer(number=3, key="third")) is Recording.OVERTAKEN
    assert len(await store.answers(TEAM, "r1")) == 1
    assert await count(store) == 1


async def test_answers_are_taken_from_the_lease_of_the_post_until_the_close(
    store: SqlStore,
) -> None:
    planned = round_()
    await store.plan(planned, (post_of(planned),))
    assert await became(store, answer()) is Recording.CLOSED, "planned"
    await store.lease(WEB, "w1", NINE, FIVE, 1)
    assert await became(store, answer()) is Recording.RECORDED, "posting"
    at_close = answer("grace", said_at=FIVE)
    assert await became(store, at_close) is Recording.CLOSED
    assert await became(store, replace(at_close, said_at=FIVE - SECOND)) is Recording.RECORDED


async def test_a_closed_round_takes_no_answers(store: SqlStore) -> None:
    opened = await posted(store)
    await store.record(answer())
    await store.close(opened, ending_of(opened), NINE + 2 * MINUTE)
    assert await became(store, answer("grace")) is Recording.CLOSED, "closed early"
    assert await became(store, answer()) is Recording.REPEATED, "it was in time the first time"
    assert await count(store) == 1
    assert await became(store, answer(round_id="none", key="k")) is Recording.CLOSED


async def test_points_are_summed_by_member_between_two_days(store: SqlStore) -> None:
    for day in range(3):
        planned = round_(
            f"r{day}",
            local_date=TODAY + day * DAY,
            planned_at=NINE + day * DAY,
            closes_at=FIVE + day * DAY,
        )
        await posted(store, planned, NINE + day * DAY)
        for member, number, points in (("ada", 1, 4), ("ada", 2, 3), ("grace", 1, 0)):
            said = answer(
                member,
                number,
                round_id=planned.id,
                local_date=planned.local_date,
                points=points,
                key=f"{planned.id}{member}{number}",
            )
            await store.record(said)
        await store.close(planned, (), FIVE + day * DAY)
    await met(store, Member(TEAM, "grace", "Grace Hopper", hidden=True))
    ada, grace = await store.standings(TEAM, CHANNEL, None, TODAY + 2 * DAY)
    assert ada == Standing("ada", "Ada", 21, 3)
    assert grace == Standing("grace", "Grace Hopper", 0, 3, hidden=True)
    (ada, _) = await store.standings(TEAM, CHANNEL, TODAY, TODAY + DAY)
    assert (ada.points, ada.days) == (14, 2)
    (ada, _) = await store.standings(TEAM, CHANNEL, TODAY + DAY, TODAY + DAY)
    assert (ada.points, ada.days) == (7, 1)
    assert await store.standings(TEAM, CHANNEL, None, TODAY - DAY) == ()
    assert await store.standings(TEAM, "C2", None, TODAY) == ()


async def test_what_an_open_round_brought_is_in_nobodys_row_but_the_viewers(
    store: SqlStore,
) -> None:
    """Day by day: yesterday's is closed, today's open; Grace answered today alone."""
    for day, players in ((0, ("ada",)), (1, ("ada", "grace"))):
        at = day * DAY
        planned = round_(
            f"r{day}", local_date=TODAY + at, planned_at=NINE + at, closes_at=FIVE + at
        )
        await posted(store, planned, NINE + at)
        for member in players:
            said = answer(
                member, round_id=planned.id, local_date=planned.local_date, key=f"{member}{day}"
            )
            assert await became(store, replace(said, said_at=NINE + at + MINUTE))
        if not day:
            await store.close(planned, (), FIVE)
    ever = (TEAM, CHANNEL, None, TODAY + DAY)
    public = Standing("ada", "Ada", 10, 1)
    assert await store.standings(*ever) == (public,)
    assert await store.standings(*ever, "edsger") == (public,)
    assert await store.standings(*ever, "ada") == (replace(public, open_points=10),)
    grace = Standing("grace", "Grace", 0, 0, open_points=10)
    assert await store.standings(*ever, "grace") == (public, grace)
    assert await store.standings(TEAM, CHANNEL, TODAY, TODAY, "grace") == (public,)
    later = (TEAM, CHANNEL, TODAY + 2 * DAY, TODAY + 2 * DAY)
    ada = Standing("ada", "Ada", 0, 0, open_points=10)
    assert await store.standings(*later, live=True) == (ada, grace), "open, though of yesterday"
    assert await store.standings(*later) == ()
    assert await store.standings(TEAM, CHANNEL, TODAY, TODAY + DAY, live=True) == (
        replace(public, open_points=10),
        grace,
    )
    assert await store.played_days(TEAM, CHANNEL) == (TODAY, TODAY + DAY)
    assert await store.played_days(TEAM, CHANNEL, closed=True) == (TODAY,)
    assert await store.answered_days(TEAM, CHANNEL, "ada") == (TODAY, TODAY + DAY)
    assert await store.answered_days(TEAM, CHANNEL, "ada", closed=True) == (TODAY,)
    assert await store.answered_days(TEAM, CHANNEL, "grace", closed=True) == ()


async def test_what_a_member_said_of_late_comes_round_by_round(store: SqlStore) -> None:
    for day in range(3):
        at = day * DAY
        planned = round_(
            f"r{day}", local_date=TODAY + at, planned_at=NINE + at, closes_at=FIVE + at
        )
        opened = await posted(store, planned, NINE + at)
        if day == 1:
            assert await store.take_hint(opened, "ada", NINE + at)
        for member, number in (("ada", 1), ("grace", 1), ("ada", 2)):
            said = answer(
                member,
                number,
                round_id=planned.id,
                local_date=planned.local_date,
                said_at=NINE + at + number * MINUTE,
                key=f"{member}{day}{number}",
            )
            assert await became(store, said) is Recording.RECORDED
    plays = await store.said_since(TEAM, "ada", TODAY, 9)
    assert [play.round.id for play in plays] == ["r2", "r1", "r0"]
    assert [[each.number for each in play.answers] for play in plays] == [[1, 2]] * 3
    assert [play.hinted for play in plays] == [False, True, False]
    assert {each.member_id for play in plays for each in play.answers} == {"ada"}
    assert await store.said_since(TEAM, "ada", TODAY + DAY, 9) == plays[:2]
    assert await store.said_since(TEAM, "ada", TODAY, 1, 1) == plays[1:2]
    assert await store.said_since(TEAM, "ada", TODAY, 9, 3) == ()
    assert await store.said_since(OTHER, "ada", TODAY, 9) == ()


async def test_two_rounds_of_one_day_are_one_day(store: SqlStore) -> None:
    for number, slot in enumerate(("daily", "extra")):
        planned = await posted(store, round_(f"r{number}", slot=slot))
        await store.record(answer(round_id=planned.id, key=slot))
        await store.close(planned, (), FIVE)
    (ada,) = await store.standings(TEAM, CHANNEL, None, TODAY)
    assert (ada.points, ada.days) == (20, 1)
    assert await store.answered_days(TEAM, CHANNEL, "ada") == (TODAY,)


async def test_who_answers_is_a_member_from_then_on_and_keeps_their_settings(
    store: SqlStore,
) -> None:
    await posted(store)
    await store.record(answer())
    assert await store.member(TEAM, "ada") == Member(TEAM, "ada", "Ada")
    await met(store, Member(TEAM, "grace", "Grace H.", hidden=True, quizmaster=True))
    await store.record(answer("grace"))
    assert await store.member(TEAM, "grace") == Member(TEAM, "grace", "Grace", True, True)


async def test_an_answer_writes_down_a_team_that_was_never_met_and_no_other(
    store: SqlStore,
) -> None:
    await posted(store)
    await store.record(answer(), "Acme")
    assert await store.team(TEAM) == Team(TEAM, "Acme")
    await store.arrived(TEAM, "Acme Inc.")
    await store.record(answer("grace"), "Acme")
    assert await store.team(TEAM) == Team(TEAM, "Acme Inc.")


@pytest.mark.parametrize("missed", [0, 1, 31, 32, 33, 67])
async def test_an_answer_tells_how_many_of_the_channels_days_it_continues(
    store: SqlStore, missed: int
) -> None:
    """Seventy days, of which the weekly day of rest is none; one of them was missed."""
    days = [day for day in range(80) if day % 7]
    for ago in days:
        planned = round_(f"r{ago}", local_date=TODAY - ago * DAY)
        await posted(store, planned, NINE)
        if ago != days[missed]:
            await became(
                store, answer(round_id=planned.id, key=f"k{ago}", local_date=planned.local_date)
            )
    await posted(store, round_("today"))
    recorded = await store.record(answer(round_id="today", key="today"))
    assert recorded.streak == missed + 1
    played = await store.played_days(TEAM, CHANNEL)
    answered = await store.answered_days(TEAM, CHANNEL, "ada")
    assert recorded.streak == streak(played, answered, TODAY)


async def test_the_days_of_a_member_are_those_in_the_channel(store: SqlStore) -> None:
    for number, (channel, day) in enumerate((("C1", 1), ("C1", 0), ("C2", 2))):
        planned = round_(f"r{number}", channel_id=channel, local_date=TODAY + day * DAY)
        await posted(store, planned)
        await store.record(
            answer(
                round_id=planned.id,
                channel_id=channel,
                local_date=planned.local_date,
                key=str(number),
            )
        )
    assert await store.answered_days(TEAM, "C1", "ada") == (TODAY, TODAY + DAY)
    assert await store.answered_days(TEAM, "C2", "ada") == (TODAY + 2 * DAY,)
    assert await store.answered_days(TEAM, "C1", "grace") == ()


async def test_a_history_has_each_round_once_with_the_best_answer(store: SqlStore) -> None:
    assert await store.history(TEAM, "ada", 10) == ()
    for day in range(3):
        planned = round_(f"r{day}", local_date=TODAY + day * DAY)
        await posted(store, planned)
        for number, grade in ((1, WRONG), (2, RIGHT), (3, WRONG)):
            await store.record(
                answer(
                    number=number,
                    round_id=planned.id,
                    local_date=planned.local_date,
                    grade=grade,
                    key=f"{day}-{number}",
                )
            )
    history = await store.history(TEAM, "ada", 2)
    assert [(played.id, best.number) for played, best in history] == [("r2", 2), ("r1", 2)]
    assert history[0][0] == await store.round(TEAM, "r2")
    assert await store.history(TEAM, "grace", 2) == ()


async def hinted(store: SqlStore, member_id: str) -> bool:
    """Whether a member sits in round `r1` with the hint."""
    play = await store.play(TEAM, "r1", member_id)
    assert play is not None
    return play.hinted


async def test_a_sitting_is_the_round_with_what_one_member_did_in_it(store: SqlStore) -> None:
    await posted(store)
    for number in (1, 2):
        assert await became(store, answer("ada", number, grade=WRONG)) is Recording.RECORDED
    await store.record(answer("grace"))
    play = await store.play(TEAM, "r1", "ada")
    assert play is not None
    assert play.round == await store.round(TEAM, "r1")
    assert play.answers == await store.answers(TEAM, "r1", "ada")
    assert await store.play(TEAM, "nowhere", "ada") is None
    assert await store.play(OTHER, "r1", "ada") is None


async def test_a_hint_is_taken_once(store: SqlStore) -> None:
    opened = await posted(store)
    assert not await hinted(store, "ada")
    assert await store.take_hint(opened, "ada", NINE)
    assert not await store.take_hint(opened, "ada", NINE + MINUTE)
    assert await hinted(store, "ada")
    assert not await hinted(store, "grace")


async def test_instants_come_back_in_utc_whatever_zone_they_came_in(store: SqlStore) -> None:
    await posted(store)
    kathmandu = timezone(timedelta(hours=5, minutes=45))
    at = (NINE + MINUTE + timedelta(microseconds=123457)).astimezone(kathmandu)
    await store.record(answer(said_at=at))
    (said,) = await store.answers(TEAM, "r1")
    assert said.said_at == at
    assert said.said_at.tzinfo is UTC


async def test_what_no_database_can_hold_is_replaced_and_not_refused(store: SqlStore) -> None:
    """A NUL and half a surrogate pair come from broken clients; the answer counts."""
    await posted(store)
    broken = "vari\x00ance \ud83d"
    grade = replace(RIGHT, evidence=(Evidence(0, broken, "exact"),))
    said = answer(text=broken, member_name=broken, grade=grade)
    assert await became(store, said) is Recording.RECORDED
    (kept,) = await store.answers(TEAM, "r1")
    assert kept.text == kept.member_name == "vari\ufffdance \ufffd"
    assert kept.grade.evidence[0].words.startswith("vari")


async def test_an_answer_in_the_reveal_is_one_that_was_confirmed(store: SqlStore) -> None:
    opened = await posted(store)
    await store.record(answer())
    await store.close(opened, ending_of(opened), FIVE)
    closed = await store.round(TEAM, "r1")
    assert closed is not None
    assert (closed.state, closed.answered) == (RoundState.CLOSED, 1)
