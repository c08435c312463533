"""People and channels as Slack knows them, kept in memory for a while: names, rights, time zones.

Names of channels are picked up from what people do there: no scope is asked for to read them.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from bot.model.event import Actor
from bot.model.rights import NO_RIGHTS, Rights
from bot.platforms.inquiries import Inquiries
from bot.platforms.slack.errors import UNKNOWN_PERSON, Rejected, untold
from bot.platforms.slack.interaction import Interaction, workspace_of
from bot.platforms.slack.web_api import WebApi
from bot.quiz.ports.chat import ChatError

PROMPTLY = 0.4
"""Seconds that a name may take before the one in the payload does."""
NAMED_WITHIN = 5.0
"""Seconds that a name may take where the payload has none."""
_NO_NAMES = ("", "privategroup", "directmessage")
"""What Slack says in place of a channel's name that it does not give."""
_REMEMBERED = 20_000
_AT_ONCE = 8
_LATER = 1.0
"""Seconds by which a profile that nobody waits for is put off: forms come first."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as `users.info` describes them; an empty one is of nobody whom Slack knows there."""

    name: str = ""
    zone: str = ""
    active: bool = False
    """Whether there is such an account, and it was not deactivated."""
    manages: bool = False
    """Whether they are an admin or owner of the workspace, or of its organisation."""
    workspaces: frozenset[str] = frozenset()
    """Where the person is at home: another workspace than ours for guests by Slack Connect, and
    several in an organisation."""

    def foreign(self, team_id: str) -> bool:
        """Whether they belong to other workspaces only: what they manage there counts not here."""
        return workspace_of(team_id) not in self.workspaces

    def rights(self, team_id: str) -> Rights:
        """What that lets them do in a team; whether it has them in groups is not said here."""
        if not self.active or self.foreign(team_id):
            return NO_RIGHTS
        return Rights(manages=self.manages)

    @classmethod
    def read(cls, user: object, team_id: str, *, shared: bool) -> "Profile":
        """The profile in an answer.

        Whether somebody is an admin is said of the workspace whose token asked. Where a whole
        organisation has one token (`shared`) it is said of their own workspace, and is believed
        in that one only; who manages the organisation manages each.
        """
        said = _mapping(user)
        shown, org = _mapping(said.get("profile")), _mapping(said.get("enterprise_user"))
        names = (
            shown.get("display_name"),
            shown.get("real_name"),
            said.get("real_name"),
            said.get("name"),
            said.get("id"),
        )
        home, teams = str(said.get("team_id") or ""), org.get("teams")
        others = (str(each) for each in teams) if isinstance(teams, list) else ()
        here = not shared or home == workspace_of(team_id)
        return cls(
            name=next((str(name) for name in names if name), ""),
            zone=str(said.get("tz") or ""),
            active=bool(said) and said.get("deleted") is not True,
            manages=(here and _leads(said)) or _leads(org),
            workspaces=frozenset(filter(None, (home, *others))),
        )


class People:
    """Profiles by team and person, fetched by `users.info`, and the channels of each team.

    Nobody waits here for rights: an actor has them where they are known, and else the game asks
    for them when it needs them. Whoever presses a button that everyone sees does not wait for a
    name either: a form must open at once.
    """

    def __init__(self, api: WebApi, now: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._channels: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._profiles: Inquiries[tuple[str, str], Profile] = Inquiries(self._fetched, now)
        self._background: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._gate = asyncio.Semaphore(_AT_ONCE)

    async def actor(self, at: Interaction, *, within: float = PROMPTLY) -> Actor:
        """Who did it, waiting at most `within` seconds for what Slack knows about them."""
        team_id, person, origin = at.team_id, at.person, at.origin
        profile, believed = (
            await self._known(team_id, person.id, within)
            if within
            else self._remembered(team_id, person.id)
        )
        name = (profile.name if profile else "") or person.name
        guest = profile.foreign(team_id) if profile and profile.workspaces else person.guest
        if person.noted and guest:
            name = f"{name} ({person.domain or person.home or 'guest'})"
        return Actor(
            team_id=team_id,
            channel_id=origin.channel_id,
            member_id=person.id,
            name=name,
            channel_name=self._heard(team_id, origin.channel_id, origin.channel_name),
            team_name=at.team_name,
            rights=profile.rights(team_id) if profile and believed else None,
            zone=profile.zone if profile else "",
        )

    def channel(self, team_id: str, channel_id: str) -> str:
        """A channel as people say it: `#name`, or `that channel`."""
        name = self._channels.get((team_id, channel_id), "")
        return f"#{name}" if name else "that channel"

    def met_in(self, team_id: str, channel_id: str) -> bool:
        """Whether somebody did something in this channel of the team while this process ran."""
        return (team_id, channel_id) in self._channels

    async def rights(self, team_id: str, member_id: str) -> Rights:
        """What Slack lets somebody do, their groups left out; raises a `ChatError` where it does
        not say: that is neither a yes nor a no.
        """
        return (await self._profiles.of((team_id, member_id))).rights(team_id)

    def _remembered(self, team_id: str, member_id: str) -> tuple[Profile | None, bool]:
        """What is known without asking, and whether it is believed; what is old or missing is asked
        for meanwhile.
        """
        face = (team_id, member_id)
        profile, believed = self._profiles.last(face) or (None, False)
        if not believed and face not in self._background:
            task = asyncio.create_task(self._ask_later(face))
            self._background[face] = task
            task.add_done_callback(lambda _: self._background.pop(face, None))
        return profile, believed

    async def _known(
        self, team_id: str, member_id: str, within: float
    ) -> tuple[Profile | None, bool]:
        """A profile, and whether it is believed, waiting at most `within` seconds for Slack: an
        older one if Slack does not answer in time, and none if there is none.
        """
        face = (team_id, member_id)
        try:
            return await self._profiles.of(face, within), True
        except ChatError:
            return self._profiles.last(face) or (None, False)

    async def close(self) -> None:
        """Ask no more."""
        tasks = list(self._background.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._profiles.close()

    def _heard(self, team_id: str, channel_id: str, name: str) -> str:
        """Remember a channel and its name; the one that was heard before, where this is none."""
        if not channel_id:
            return ""
        if name in _NO_NAMES or name.startswith("mpdm-"):
            name = self._channels.get((team_id, channel_id), "")
        self._channels[team_id, channel_id] = name
        self._channels.move_to_end((team_id, channel_id))
        if len(self._channels) > _REMEMBERED:
            self._channels.popitem(last=False)
        return name

    async def _ask_later(self, face: tuple[str, str]) -> None:
        await asyncio.sleep(_LATER)
        with suppress(ChatError):
            await self._profiles.of(face)

    async def _fetched(self, face: tuple[str, str]) -> Profile:
        team_id, member_id = face
        async with self._gate:
            try:
                answer = await self._api.call(
                    team_id, "users.info", {"user": member_id}, repeatable=True
                )
            except Rejected as rejected:
                if rejected.error in UNKNOWN_PERSON:
                    return Profile()
                raise untold(rejected, "who is who", "users:read") from rejected
        shared = await self._api.workspaces.shared(team_id)
        return Profile.read(answer.get("user"), team_id, shared=shared)


def _leads(said: Mapping[str, object]) -> bool:
    return any(said.get(right) is True for right in ("is_admin", "is_owner", "is_primary_owner"))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
