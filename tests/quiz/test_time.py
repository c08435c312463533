"""Midnights, moved clocks, changed schedules, and a bot that comes back late."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.model.delivery import Delivery
from bot.model.event import Call
from bot.model.message import Ask, Message, Say
from bot.model.round import MessageRef, RoundState
from bot.model.schedule import Schedule
from bot.quiz.messages.formatting import at
from bot.quiz.ports.chat import Revoked, Unreachable
from bot.quiz.ports.store import StoreError
from bot.quiz.rules import calendar
from bot.quiz.rules.calendar import next_opening
from tests.quiz.room import CHANNEL, TEAM, PaperChat, Room, plan_only, practice, said, words
from tests.quiz.test_set_up import GOOD, form
from tests.scheduled import scheduled

BERLIN = "Europe/Berlin"
RIGHT = "object2vec, blazingtext, k-nn, k-means"


async def sets_up(room: Room, **changes: str) -> str:
    """Ada sends the set-up form."""
    opened = await form(room)
    return said(await room.sends("Ada", opened.form.action, GOOD | {"days": "daily"} | changes))


def posts(room: Room) -> int:
    """How many questions stand in the channel."""
    return len([each for each in room.chat.posted if not each.under])


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Room]:
    """A room whose question comes at 23:00 and is answered at 09:00 the next morning; it is 22:00."""
    monday = datetime(2026, 11, 23, 21, tzinfo=UTC)
    async with practice(tmp_path, scheduled=False, now=monday) as room:
        await sets_up(room, opens="23:00", reveals="09:00", days="mon")
        yield room


async def test_the_missed_days_are_told_by_the_last_that_was_missed(room: Room) -> None:
    await room.later(days=3, hours=2)
    ((_, what),) = room.chat.told
    assert "3 questions" in what
    assert "the last on Wed 25 Nov" in what


async def test_the_grace_time_counts_from_the_hour_of_the_question(room: Room) -> None:
    """Back after three hours, with a platform that is away for three more: too late by then."""
    room.chat.failures = [Unreachable("down")] * 200
    await room.later(hours=4, minutes=30)
    room.chat.failures = []
    await room.later(hours=1)
    assert room.chat.posted == []
    assert (await room.round()).state is RoundState.SKIPPED
    assert "could not be posted in #ml-study in time" in room.chat.told[0][1]


async def test_nothing_is_posted_for_a_day_that_has_passed(evening: Room) -> None:
    evening.chat.failures = [Unreachable("down")] * 200
    await evening.later(hours=1)
    evening.chat.failures = []
    await evening.later(hours=1, minutes=5)
    assert evening.chat.posted == []
    assert (await evening.round()).state is RoundState.SKIPPED


async def test_a_question_over_midnight_is_one_round_of_its_first_day(evening: Room) -> None:
    await evening.later(hours=1)
    assert "closes Tue 24 Nov 09:00" in words(evening.question.message)
    await evening.later(hours=3)
    assert "Streak 1 day" in await evening.answers("Grace", RIGHT)
    assert (await evening.round()).local_date == date(2026, 11, 23)
    mine = await evening.types("Edsger", "/quiz me")
    assert isinstance(mine, Say)
    await evening.presses("Edsger", mine.message, "Remind me")
    await evening.later(hours=6)
    assert "It closes at 09:00 Berlin time." in evening.chat.told[0][1]
    await evening.later(hours=1)
    assert len(evening.thread(evening.question)) == 1


async def test_changed_twice_a_day_it_comes_once_a_day_and_on_every_day(morning: Room) -> None:
    for opens in ("11:00", "15:00"):
        assert "Next: Tue 24 Nov" in await sets_up(morning, opens=opens)
        await morning.later(hours=1)
    await morning.later(hours=6)
    assert posts(morning) == 1
    await sets_up(morning, opens="08:00")
    await morning.later(hours=15)
    assert posts(morning) == 2
    rounds = await morning.store.rounds(TEAM, CHANNEL, 5)
    assert {each.local_date for each in rounds} == {date(2026, 11, 23), date(2026, 11, 24)}


async def test_another_zone_moves_the_next_question_and_not_the_open_one(morning: Room) -> None:
    said_so = await sets_up(morning, zone="Asia/Tokyo")
    assert "Next: Tue 24 Nov 09:00" in said_so
    assert (await morning.round()).closes_at == datetime(2026, 11, 23, 16, tzinfo=UTC)
    await morning.later(hours=8)
    assert len(morning.thread(morning.question)) == 1
    await morning.later(hours=8)
    assert posts(morning) == 2
    await sets_up(morning, zone=BERLIN)
    await morning.later(hours=8)
    assert posts(morning) == 2, "Tuesday had its question"
    await morning.later(hours=24)
    assert posts(morning) == 3


async def test_closed_before_its_time_a_question_says_so_and_reminds_nobody(morning: Room) -> None:
    mine = await morning.types("Grace", "/quiz me")
    assert isinstance(mine, Say)
    await morning.presses("Grace", mine.message, "Remind me")
    post = morning.question.message
    asked = await morning.presses("Grace", post, "Answer")
    assert isinstance(asked, Ask)
    await morning.types("Ada", "/quizmaster reveal")
    await morning.work()
    pressed = said(await morning.presses("Grace", post, "Answer"))
    assert pressed.startswith("This question is closed.\n")
    assert "BlazingText" in pressed
    late = said(await morning.sends("Grace", asked.form.action, {"answer": "k-means"}))
    assert "Your answer was not counted" in late
    await morning.later(hours=9)
    assert morning.chat.told == []
    assert len(morning.thread(morning.question)) == 1


async def test_a_press_after_the_closing_speaks_of_no_answer_that_was_not_given(
    morning: Room,
) -> None:
    post = morning.question.message
    await morning.later(hours=9)
    pressed = said(await morning.presses("Grace", post, "Answer"))
    assert pressed.startswith("This question closed at 17:00 Berlin time, an hour ago.\n")


async def test_who_answers_while_reminders_go_out_gets_none_and_everyone_else_gets_one(
    morning: Room,
) -> None:
    for name in ("Alan", "Barbara", "Grace"):
        mine = await morning.types(name, "/quiz me")
        assert isinstance(mine, Say)
        await morning.presses(name, mine.message, "Remind me")
    owe = morning.store.owe
    owed: list[Delivery] = []

    async def dies(delivery: Delivery) -> bool:
        owed.append(delivery)
        if len(owed) == 2:
            raise OSError("killed after the first")
        return await owe(delivery)

    morning.store.owe = dies  # type: ignore[method-assign]  # the worker dies in between
    await morning.later(hours=7)
    morning.store.owe = owe  # type: ignore[method-assign]  # a new worker
    await morning.answers("Alan", "k-means")
    await morning.later(minutes=1)
    assert sorted(who for who, _ in morning.chat.told) == ["barbara", "grace"]


async def test_a_reminder_that_waited_is_not_sent_to_who_has_answered_by_now(
    morning: Room,
) -> None:
    mine = await morning.types("Grace", "/quiz me")
    assert isinstance(mine, Say)
    await morning.presses("Grace", mine.message, "Remind me")
    morning.clock.move(hours=7)
    await morning.worker.step()
    await morning.answers("Grace", "k-means")
    await morning.work()
    assert morning.chat.told == []


@dataclass(slots=True)
class SlowChat(PaperChat):
    """While it takes the first edit, the question is closed."""

    room: Room | None = None
    edits: int = 0

    async def edit(self, ref: MessageRef, message: Message) -> None:
        self.edits += 1
        if self.room is not None and self.edits == 1:
            await self.room.types("Ada", "/quizmaster reveal")
            await self.room.worker.outbox.send_due({"test": self.room.chat})
        await super(SlowChat, self).edit(ref, message)


async def test_a_count_that_comes_after_the_closing_leaves_the_post_closed(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    morning.clock.move(seconds=40)
    slow = SlowChat(posted=morning.chat.posted, room=morning)
    now = morning.clock.now()
    stale = (await morning.store.due(frozenset({"test"}), now, now, 10)).counts
    await morning.worker.outbox.refresh_counts(stale, {"test": slow})
    assert slow.edits == 2
    assert "closed · 1 answered" in words(morning.question.message)
    assert "[Answer]" not in words(morning.question.message)


async def test_one_schedule_that_cannot_be_planned_holds_up_no_other(room: Room) -> None:
    (good,) = await room.store.schedules(TEAM, CHANNEL)
    bad = replace(good, channel_id="broken", zone="Nowhere/Land", next_at=room.clock.now())
    await scheduled(room.store, bad)
    await room.later(hours=1)
    assert posts(room) == 1
    await room.later(hours=8)
    assert len(room.thread(room.question)) == 1


async def test_however_many_schedules_cannot_be_planned_the_others_are(room: Room) -> None:
    """The broken ones have been due longest, and stay so."""
    (good,) = await room.store.schedules(TEAM, CHANNEL)
    for number in range(250):
        broken = replace(good, channel_id=f"c{number}", zone="Nowhere/Land")
        await scheduled(room.store, replace(broken, next_at=room.clock.now()))
    room.clock.move(hours=1)
    for _ in range(4):
        await room.worker.step()
    assert posts(room) == 1


async def test_a_post_whose_place_was_lost_is_revealed_all_the_same(room: Room) -> None:
    """The worker died after the post, and nobody came back before the closing."""
    room.clock.move(hours=1)
    await plan_only(room.worker)
    delivered = room.store.delivered

    async def died(*_: object) -> None:
        raise StoreError("killed here")

    room.store.delivered = died  # type: ignore[method-assign,assignment]  # the process dies here
    await room.worker.outbox.send_due({"test": room.chat})
    await room.answers("Grace", RIGHT)
    room.store.delivered = delivered  # type: ignore[method-assign]  # a new process
    await room.later(hours=9)
    assert len(room.chat.posted) == 2
    reveal = words(room.chat.posted[-1].message)
    assert reveal.startswith("Question: Which built-in algorithms")
    assert "1 answered, 1 right." in reveal
    mine = said(await room.types("Grace", "/quiz me"))
    assert "Streak: 1 day" in mine
    assert room.chat.told == []


async def test_a_team_that_was_never_written_down_is_paused_all_the_same(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        schedule = Schedule(
            "test:new", "c", "ml", time(9), time(17), BERLIN, next_at=room.clock.now()
        )
        await scheduled(room.store, schedule)
        room.chat.failures = [Revoked("removed")]
        await room.work()
        team = await room.store.team("test:new")
        assert team is not None
        assert team.paused == "removed"


async def test_a_sheet_chosen_in_a_new_channel_starts_the_quiz(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        reply = said(await room.types("Ada", "/quizmaster sheet ML on AWS"))
        assert "The quiz will run in #ml-study on weekdays at 09:00 UTC" in reply
        assert "Next: Mon 23 Nov 09:00" in reply
        await room.later(hours=2)
        assert posts(room) == 1


async def test_a_sheet_chosen_for_a_paused_quiz_leaves_it_paused_and_says_so(room: Room) -> None:
    opened = await sets_up(room)
    assert "every day at 09:00" in opened
    confirmed = await room.types("Ada", "/quizmaster sheet ML on AWS")
    assert isinstance(confirmed, Say)
    await room.presses("Ada", confirmed.message, "Pause")
    reply = said(await room.types("Ada", "/quizmaster sheet ML on AWS"))
    assert "The quiz will ask from ML on AWS once it goes on." in reply
    assert "[Resume]" in reply
    await room.later(days=1)
    assert posts(room) == 0


async def test_a_channel_without_a_schedule_has_the_day_of_its_questions(tmp_path: Path) -> None:
    """08:00 UTC on Monday is Monday evening in Auckland; at 12:00 UTC it is Tuesday there."""
    async with practice(tmp_path, scheduled=False) as room:
        room.clock.move(hours=5)
        ada = room.actor("Ada", zone="Pacific/Auckland")
        await room.dispatcher.respond(Call(ada, ("quizmaster", "ask")))
        await room.work()
        await room.answers("Grace", RIGHT)
        await room.types("Ada", "/quizmaster reveal")
        await room.work()
        assert "1. Grace — 10 points" in said(await room.types("Grace", "/quiz top today"))


def test_an_opening_that_was_moved_past_its_reveal_still_gives_time_to_answer() -> None:
    """On 2026-03-29 Berlin's clocks go from 02:00 to 03:00, so 02:30 becomes 03:30."""
    night = Schedule("web:demo", "ml", "ml", time(2, 30), time(3, 15), BERLIN)
    opening = next_opening(
        replace(night, days=frozenset(range(7))), datetime(2026, 3, 28, 12, tzinfo=UTC)
    )
    assert opening is not None
    closes = calendar.closing(night, calendar.opening_day(night, opening))
    assert (closes - opening).total_seconds() == 45 * 60


def test_no_word_stands_before_an_instant_that_a_platform_may_show_as_tomorrow() -> None:
    """Slack writes `{date_short_pretty}` as yesterday, today or tomorrow where it is one:
    https://docs.slack.dev/messaging/formatting-message-text#date-formatting.
    """
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    for days in (1, 2, 30):
        (span,) = at(now + timedelta(days=days), now, "Europe/Berlin")
        assert span.dated
    assert span.text == "on Wed 23 Dec at 09:00 Berlin time"
