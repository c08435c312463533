"""Boards and profiles, put together from the ledger."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.model.board import Board, Ranked, Standing, Window
from bot.model.event import Actor
from bot.model.grade import Verdict
from bot.model.message import Message
from bot.quiz.actions import Place
from bot.quiz.messages import board
from bot.quiz.messages.board import Profile, TopicScore
from bot.quiz.ports import Clock, Store
from bot.quiz.rules.calendar import local
from bot.quiz.rules.scoring import LIVE, first_day, last_day, longest, place_of, ranking, streak

_HISTORY = 500
_TOPICS = 8


@dataclass(frozen=True, slots=True)
class Boards:
    """Reads the ledger for people."""

    store: Store
    clock: Clock

    async def today(self, team_id: str, channel_id: str) -> date:
        """The local day of a channel: in its schedule's zone, else that of its latest round."""
        schedules = await self.store.schedules(team_id, channel_id)
        latest = schedules or await self.store.rounds(team_id, channel_id, 1)
        zone = latest[0].zone if latest else "UTC"
        return local(self.clock.now(), zone).date()

    async def board(self, actor: Actor, window: Window) -> Message:
        """A board as one member sees it, with how ranks moved since the day before in the same
        window. It is the same for everybody. Today's and this week's show what open rounds brought;
        on the others it is said to each member below them.
        """
        place = (actor.team_id, actor.channel_id)
        today = await self.today(*place)
        first, yesterday = first_day(window, today), today - timedelta(days=1)
        live = window in LIVE
        standings = await self.store.standings(*place, first, today, actor.member_id, live=live)
        before: tuple[Standing, ...] = ()
        if first is None or first <= yesterday:
            before = await self.store.standings(*place, first, yesterday)
        mine = next((each for each in standings if each.member_id == actor.member_id), None)
        if live:
            standings = tuple(map(_with_open_points, standings))
        places = ranking([each for each in standings if each.days or each.points], before)
        shown = Board(window, places, first, last_day(window, today) or today)
        open_points = mine.open_points if mine and not live else 0
        return board.board(shown, actor.channel_name, actor.member_id, open_points)

    async def stand(
        self,
        team_id: str,
        channel_id: str,
        member_id: str,
        window: Window,
        today: date,
        *,
        viewer: str,
    ) -> Ranked | None:
        """Where one member stands in the eyes of a viewer, at rank 0 while they hide; None without
        an answer. One's own open points count against what is public of the others.
        """
        first = first_day(window, today)
        standings = await self.store.standings(
            team_id, channel_id, first, today, viewer, live=window in LIVE
        )
        known = [_with_open_points(each) for each in standings]
        hidden = (Ranked(0, each) for each in known if each.hidden)
        return place_of(member_id, (*ranking(known), *hidden))

    async def ranks(
        self, team_id: str, channel_id: str, window: Window, today: date
    ) -> Mapping[str, int]:
        """Where everybody who does not hide stands in a channel, by member."""
        first = first_day(window, today)
        standings = await self.store.standings(
            team_id, channel_id, first, today, live=window in LIVE
        )
        places = ranking([_with_open_points(each) for each in standings])
        return {each.standing.member_id: each.rank for each in places}

    async def streak(self, team_id: str, channel_id: str, member_id: str, today: date) -> int:
        """How many of the channel's days in a row a member has answered."""
        played = await self.store.played_days(team_id, channel_id)
        answered = await self.store.answered_days(team_id, channel_id, member_id)
        return streak(played, frozenset(answered), today)

    async def profile(self, actor: Actor, member_id: str) -> Profile | None:
        """One member's numbers in the actor's channel; None for a member never seen. What a member
        did in rounds that are still open only they themselves are told.
        """
        member = await self.store.member(actor.team_id, member_id)
        if member is None:
            return None
        place = (actor.team_id, actor.channel_id)
        today, viewer = await self.today(*place), actor.member_id
        public = member_id != viewer
        played = await self.store.played_days(*place, closed=public)
        answered = frozenset(await self.store.answered_days(*place, member_id, closed=public))
        return Profile(
            name=member.name,
            streak=streak(played, answered, today),
            longest=longest(played, answered),
            week=await self.stand(*place, member_id, Window.WEEK, today, viewer=viewer),
            all_time=await self.stand(*place, member_id, Window.ALL, today, viewer=viewer),
            hidden=member.hidden,
            reminded=await self.store.wants_reminder(*place, member_id),
            place=Place.of(actor.team_id, actor.channel_id),
            topics=() if public else await self._topics(actor.team_id, member_id),
        )

    async def _topics(self, team_id: str, member_id: str) -> tuple[TopicScore, ...]:
        answered: dict[str, int] = defaultdict(int)
        right: dict[str, int] = defaultdict(int)
        for round_, answer in await self.store.history(team_id, member_id, _HISTORY):
            topic = round_.question.topic[-1] if round_.question.topic else "Other"
            answered[topic] += 1
            right[topic] += answer.grade.verdict is Verdict.CORRECT
        most = sorted(answered, key=lambda topic: (-answered[topic], topic))[:_TOPICS]
        return tuple(TopicScore(topic, answered[topic], right[topic]) for topic in most)


def _with_open_points(standing: Standing) -> Standing:
    """What open rounds brought, among the other points."""
    return replace(standing, points=standing.points + standing.open_points)
