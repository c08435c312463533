"""Announcing: what a decision changed is told to each member whom it concerns, and under the reveal."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.model.appeal import Ruling
from bot.model.board import Window
from bot.model.delivery import Delivery
from bot.model.report import Report
from bot.model.round import RoundState
from bot.quiz.actions import Place
from bot.quiz.messages import appeal as messages
from bot.quiz.messages import report as report_messages
from bot.quiz.ports import Clock, Store
from bot.quiz.ports.regrades import Effect
from bot.quiz.rules import deliveries
from bot.quiz.rules.identity import named
from bot.quiz.services.boards import Boards


@dataclass(frozen=True, slots=True)
class Announcing:
    """Writes the words about decisions, each under a key that owes it once."""

    store: Store
    clock: Clock
    boards: Boards

    async def words(self, ruling: Ruling, effects: Sequence[Effect]) -> tuple[Delivery, ...]:
        """One word to each member whom it concerns, about the round of it that is theirs first."""
        ranks: dict[tuple[str, date], Mapping[str, int]] = {}
        first: dict[str, Effect] = {}
        for effect in effects:
            known = first.get(effect.member_id)
            if known is None or (effect.appealed and not known.appealed):
                first[effect.member_id] = effect
        owed, told = [], set(first)
        for effect in first.values():
            await asyncio.sleep(0)
            place = (effect.round.channel_id, effect.round.local_date)
            if effect.points and place not in ranks:
                ranks[place] = await self._ranks(effect)
            rank = ranks.get(place, {}).get(effect.member_id, 0)
            owed.append(self._word(ruling, effect, rank))
        for report in await self.store.reports_of(ruling.team_id, ruling.id):
            if report.member_id not in {*told, ruling.by.member_id}:
                told.add(report.member_id)
                owed.append(self._thanks(ruling, report))
        return tuple(owed)

    def _thanks(self, ruling: Ruling, report: Report) -> Delivery:
        undone = "undone" if ruling.undone else ""
        return deliveries.notice(
            ruling.team_id,
            report.channel_id,
            report.member_id,
            report_messages.decided(ruling, report),
            key=f"rul-{named(f'{ruling.id} {report.member_id} {undone}')}",
            now=self.clock.now(),
        )

    def _word(self, ruling: Ruling, effect: Effect, rank: int) -> Delivery:
        undone = "undone" if ruling.undone else ""
        words = messages.decided(
            ruling, effect.answer, effect.total, effect.points, rank, appealed=effect.appealed
        )
        team_id, channel_id = ruling.team_id, effect.round.channel_id
        return deliveries.notice(
            team_id,
            channel_id,
            effect.member_id,
            words,
            key=f"rul-{named(f'{ruling.id} {effect.member_id} {undone}')}",
            now=self.clock.now(),
            buttons=messages.ways(Place.of(team_id, channel_id)),
        )

    async def _ranks(self, effect: Effect) -> Mapping[str, int]:
        """Where everybody stands this week in the channel of a round, if it is of this week."""
        round_ = effect.round
        today = await self.boards.today(round_.team_id, round_.channel_id)
        if round_.local_date < today - timedelta(days=today.weekday()):
            return {}
        return await self.boards.ranks(round_.team_id, round_.channel_id, Window.WEEK, today)

    def amended(self, ruling: Ruling, effects: Sequence[Effect]) -> tuple[Delivery, ...]:
        """A line under each reveal whose announced points are others now."""
        rounds = {each.round.id: each.round for each in effects if each.points}
        about = f"{ruling.id} {'undone' if ruling.undone else ''}"
        return tuple(
            deliveries.amended(each, about, self.clock.now())
            for each in rounds.values()
            if each.state is RoundState.REVEALED
        )
