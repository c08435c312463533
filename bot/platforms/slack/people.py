"""People and channels as Slack knows them, kept in memory for a while: names, rights, time zones.

Names of channels are picked up from what people do there: no scope is asked for to read them.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.model.event import Actor
from bot.platforms.slack.errors import Rejected
from bot.platforms.slack.interaction import Interaction
from bot.platforms.slack.web_api import WebApi
from bot.quiz.ports.chat import ChatError

FRESH = 600.0
"""Seconds for which rights are believed; a name is believed until a newer one is heard."""
PROMPTLY = 0.4
"""Seconds that a name may take before the one in the payload does."""
RIGHTS_WITHIN = 5.0
"""Seconds to learn somebody's rights, where they may be needed."""
_NO_NAMES = ("", "privategroup", "directmessage")
"""What Slack says in place of a channel's name that it does not give."""
_REMEMBERED = 20_000
_AT_ONCE = 8
_LATER = 1.0
"""Seconds by which a profile that nobody waits for is put off: forms come first."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack says about a person."""

    name: str
    admin: bool
    zone: str
    workspaces: frozenset[str]
    """Where the person is at home: another workspace than ours for guests by Slack Connect, and
    several in an organisation."""

    def foreign(self, team_id: str) -> bool:
        """Whether they belong to other workspaces only: what they manage there counts not here."""
        homes = [each for each in self.workspaces if each.startswith("T")]
        return bool(homes) and team_id.partition(":")[2] not in homes


class People:
    """Profiles by team and person, fetched by `users.info`, and channel names by team and channel.

    Whoever presses a button that everyone sees never waits for their profile: nothing there needs
    rights, and a form must open at once.
    """

    def __init__(self, api: WebApi, now: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._now = now
        self._channels: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._known: OrderedDict[tuple[str, str], tuple[Profile, float]] = OrderedDict()
        self._asking: dict[tuple[str, str], asyncio.Task[Profile | None]] = {}
        self._background: dict[tuple[str, str], asyncio.Task[Profile | None]] = {}
        self._gate = asyncio.Semaphore(_AT_ONCE)

    async def actor(self, at: Interaction, *, within: float = PROMPTLY) -> Actor:
        """Who did it, waiting at most `within` seconds for what Slack knows about them."""
        team_id, person, origin = at.team_id, at.person, at.origin
        profile = (
            await self.known(team_id, person.id, within)
            if within
            else self.remembered(team_id, person.id)
        )
        foreign = profile is not None and profile.foreign(team_id)
        name = profile.name if profile else person.name
        if person.noted and (foreign if profile else person.guest):
            name = f"{name} ({person.domain or person.home or 'guest'})"
        return Actor(
            team_id=team_id,
            channel_id=origin.channel_id,
            member_id=person.id,
            name=name,
            channel_name=self._heard(team_id, origin.channel_id, origin.channel_name),
            team_name=at.team_name,
            admin=profile is not None and profile.admin and not foreign,
            zone=profile.zone if profile else "",
        )

    def channel(self, team_id: str, channel_id: str) -> str:
        """A channel as people say it: `#name`, or `that channel`."""
        name = self._channels.get((team_id, channel_id), "")
        return f"#{name}" if name else "that channel"

    def remembered(self, team_id: str, member_id: str) -> Profile | None:
        """What is known without asking, however old; an old or missing one is asked for meanwhile."""
        known = self._known.get((team_id, member_id))
        if known is None or self._now() - known[1] > FRESH:
            self._ask(team_id, member_id, pause=_LATER)
        return known[0] if known else None

    async def known(self, team_id: str, member_id: str, within: float) -> Profile | None:
        """A profile no older than `FRESH`, waiting at most `within` seconds for Slack.

        Gives an older one if Slack does not answer in time, and None if there is none.
        """
        face = (team_id, member_id)
        known = self._known.get(face)
        if known is not None and self._now() - known[1] <= FRESH:
            return known[0]
        await asyncio.wait({self._ask(team_id, member_id)}, timeout=within)
        known = self._known.get(face)
        return known[0] if known else None

    async def close(self) -> None:
        """Ask no more."""
        tasks = [*self._asking.values(), *self._background.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _heard(self, team_id: str, channel_id: str, name: str) -> str:
        """Remember a channel's name; the one that was heard before, where this is none."""
        if name in _NO_NAMES or name.startswith("mpdm-"):
            return self._channels.get((team_id, channel_id), "")
        self._channels[team_id, channel_id] = name
        self._channels.move_to_end((team_id, channel_id))
        if len(self._channels) > _REMEMBERED:
            self._channels.popitem(last=False)
        return name

    def _ask(
        self, team_id: str, member_id: str, *, pause: float = 0.0
    ) -> "asyncio.Task[Profile | None]":
        """The task that fetches a profile; with a pause it is one that nobody waits for."""
        face = (team_id, member_id)
        asking = self._background if pause else self._asking
        if face not in asking:
            task = asyncio.create_task(self._fetched(team_id, member_id, pause))
            asking[face] = task
            task.add_done_callback(lambda _: asking.pop(face, None))
        return asking[face]

    async def _fetched(self, team_id: str, member_id: str, pause: float) -> Profile | None:
        if pause:
            await asyncio.sleep(pause)
            known = self._known.get((team_id, member_id))
            if known is not None and self._now() - known[1] <= FRESH:
                return known[0]
        async with self._gate:
            try:
                answer = await self._api.call(
                    team_id, "users.info", {"user": member_id}, repeatable=True
                )
            except (ChatError, Rejected):
                return None
        profile = _profile(answer.get("user"), member_id)
        self._known[team_id, member_id] = (profile, self._now())
        self._known.move_to_end((team_id, member_id))
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return profile


def _profile(user: object, member_id: str) -> Profile:
    said: Mapping[str, object] = user if isinstance(user, dict) else {}
    shown = said.get("profile")
    profile: Mapping[str, object] = shown if isinstance(shown, dict) else {}
    names = (
        profile.get("display_name"),
        profile.get("real_name"),
        said.get("real_name"),
        said.get("name"),
    )
    return Profile(
        name=next((str(name) for name in names if name), member_id),
        admin=any(
            said.get(right) is True for right in ("is_admin", "is_owner", "is_primary_owner")
        ),
        zone=str(said.get("tz") or ""),
        workspaces=frozenset(_workspaces(said)),
    )


def _workspaces(said: Mapping[str, object]) -> list[str]:
    org = said.get("enterprise_user")
    teams = org.get("teams") if isinstance(org, dict) else None
    return [str(said.get("team_id") or ""), *(map(str, teams) if isinstance(teams, list) else ())]
