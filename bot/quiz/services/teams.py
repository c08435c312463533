"""Teams: those that let the bot in, and those that sent it away."""

from bot.model.delivery import Delivery
from bot.model.team import Team
from bot.quiz.messages import place
from bot.quiz.ports import Clock, Store
from bot.quiz.ports.teams import Back
from bot.quiz.services.notices import Notices


class Teams:
    """Notes who came and who left; both are the only ways to pause a team and to wake it."""

    def __init__(self, store: Store, clock: Clock, notices: Notices) -> None:
        self._store = store
        self._clock = clock
        self._notices = notices

    async def arrived(self, team: Team, *, added: bool = False) -> None:
        """A team let the bot in. If somebody `added` it after it had been sent away, every quiz
        rests until a quizmaster wants it again; else what was held back goes on.
        """
        back = Back(place.AWAY, self._clock.now(), await self._words(team)) if added else None
        await self._store.arrived(team.id, team.name, back)
        self._notices.wake()

    async def _words(self, team: Team) -> tuple[Delivery, ...]:
        """What its quizmasters hear of each quiz that the team had."""
        known = await self._store.team(team.id)
        if known is None or not known.paused:
            return ()
        owed: list[Delivery] = []
        for schedule in await self._store.team_schedules(team.id):
            words, ways = place.returned(schedule)
            key = f"returned {schedule.channel_id} {schedule.slot} {schedule.version}"
            owed += await self._notices.written(
                team.id, schedule.channel_id, words, key=key, buttons=ways
            )
        return tuple(owed)

    async def left(self, team_id: str, reason: str, seen: int | None = None) -> bool:
        """A team removed the bot; what it has is kept, and nothing is sent.

        `seen` is how often it had let the bot in when that was noticed: whoever has come back
        since stays. Returns whether the team is paused.
        """
        return await self._store.left(team_id, reason, seen)
