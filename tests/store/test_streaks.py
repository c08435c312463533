"""The streak that an answer is told, held against the rule over whole histories."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from bot.model.answer import Recording
from bot.model.round import MessageRef, Round, RoundState
from bot.quiz.rules.scoring import streak
from bot.store import SqlStore
from tests.store.cast import DAY, MINUTE, NINE, TEAM, TODAY, WEB, answer, post_of, round_

FATES = ("posted",) * 8 + ("planned", "leased", "skipped", "left out")
"""What may become of a round: some are answered before it is known that they are out."""


class History:
    """Rounds of two channels day by day, several a day or none; some stay open for days."""

    def __init__(self, store: SqlStore, rng: Random) -> None:
        self.store, self.rng = store, rng
        self.open: list[Round] = []
        self.made = 0

    async def day(self, number: int) -> None:
        """What comes on one day."""
        now = NINE + number * DAY
        self.open = [each for each in self.open if each.closes_at > now + MINUTE]
        for _ in range(self.rng.choice((0, 1, 1, 1, 1, 2, 3))):
            self.made += 1
            planned = round_(
                f"r{self.made}",
                slot=f"s{self.made}",
                channel_id=self.rng.choice(("C1", "C1", "C1", "C2")),
                local_date=TODAY + number * DAY,
                planned_at=now,
                closes_at=now + timedelta(days=self.rng.choice((0, 1, 3)), hours=8),
            )
            await self.comes(planned, self.rng.choice(FATES))

    async def comes(self, planned: Round, fate: str) -> None:
        """One round, up to what becomes of it."""
        now = planned.planned_at
        if fate == "skipped":
            await self.store.plan(replace(planned, state=RoundState.SKIPPED), ())
            return
        later = DAY * 999 if fate == "planned" else MINUTE * 0
        await self.store.plan(planned, (post_of(planned, due_at=now + later),))
        leased = await self.store.lease(WEB, "w", now, now + DAY * 999, 9)
        for post in leased:
            if fate == "left out":
                await self.store.give_up(post, "too late", now)
            elif fate == "posted":
                await self.store.delivered(
                    post, MessageRef(TEAM, planned.channel_id, planned.id), now
                )
            if fate != "left out":
                self.open.append(planned)

    async def said(self, member: str, played: Round, now_day: int) -> None:
        """A member answers, and is told what the rule says."""
        before = await self.store.answers(TEAM, played.id, member)
        recorded = await self.store.record(
            answer(
                member,
                len(before) + 1,
                round_id=played.id,
                channel_id=played.channel_id,
                local_date=played.local_date,
                said_at=NINE + now_day * DAY + MINUTE / 2,
                key="",
            )
        )
        assert recorded.recording is Recording.RECORDED
        days = await self.store.played_days(TEAM, played.channel_id)
        answered = await self.store.answered_days(TEAM, played.channel_id, member)
        assert recorded.streak == streak(days, answered, played.local_date)


@pytest.mark.parametrize("seed", range(3))
async def test_an_answer_is_told_the_streak_of_the_rule(store: SqlStore, seed: int) -> None:
    """Also one to an older question while newer ones are open, and one given the day after."""
    history = History(store, Random(seed))
    told = 0
    for number in range(45):
        await history.day(number)
        for member, often in (("ada", 0.95), ("grace", 0.6)):
            for played in history.rng.sample(history.open, len(history.open)):
                if history.rng.random() < often:
                    await history.said(member, played, number)
                    told += 1
    assert told > 50
