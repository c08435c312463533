"""People and channels as Slack knows them, kept in memory for a while: names, rights, time zones.

Names of channels are picked up from what people do there: no scope is asked for to read them.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.model.event import Actor
from bot.model.rights import NO_RIGHTS, Rights
from bot.platforms.slack.errors import Rejected, told
from bot.platforms.slack.interaction import Interaction, workspace_of
from bot.platforms.slack.text import Json
from bot.platforms.slack.web_api import WebApi
from bot.quiz.ports.chat import ChatError, Unreachable

FRESH = 600.0
"""Seconds for which rights are believed; a name is believed until a newer one is heard."""
PROMPTLY = 0.4
"""Seconds that a name may take before the one in the payload does."""
_RIGHTS_WITHIN = 5.0
"""Seconds to learn somebody's rights, where the game needs them."""
_NOT_AGAIN = 3.0
"""Seconds after a failure in which a profile is not asked for again: everybody would wait for it."""
_NO_NAMES = ("", "privategroup", "directmessage")
"""What Slack says in place of a channel's name that it does not give."""
_NOBODY = ("user_not_found", "users_not_found", "user_not_visible")
"""What Slack says of a person who is not in the workspace."""
_NO_GROUP = ("no_such_subteam", "subteam_not_found", "usergroup_not_found")
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
    gone: bool = False
    """Whether the account was deactivated, or is none that Slack knows."""

    def rights(self, team_id: str) -> Rights:
        """What they may do in a workspace; their groups are asked for apart."""
        if self.gone:
            return NO_RIGHTS
        if self.foreign(team_id):
            return Rights(belongs=False)
        return Rights(manages=self.admin)

    def foreign(self, team_id: str) -> bool:
        """Whether they belong to other workspaces only: what they manage there counts not here."""
        homes = [each for each in self.workspaces if each.startswith("T")]
        return bool(homes) and team_id.partition(":")[2] not in homes


class People:
    """Profiles by team and person, fetched by `users.info`, and channel names by team and channel.

    Nobody waits for their profile longer than for a name: what needs rights asks for them by
    itself. A failure to learn somebody's rights is told as one, and never taken for a no.
    """

    def __init__(self, api: WebApi, now: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._now = now
        self._channels: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._known: OrderedDict[tuple[str, str], tuple[Profile, float]] = OrderedDict()
        self._failed: dict[tuple[str, str], tuple[ChatError, float]] = {}
        self._groups: OrderedDict[tuple[str, str], tuple[frozenset[str], float]] = OrderedDict()
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
            rights=self._told(team_id, person.id),
            zone=profile.zone if profile else "",
        )

    async def rights(self, team_id: str, member_id: str, groups: frozenset[str]) -> Rights:
        """What somebody may do in a workspace, and in which of the groups they are; raises a
        `ChatError` if Slack does not say.
        """
        profile = await self.known(team_id, member_id, _RIGHTS_WITHIN)
        rights = self._told(team_id, member_id)
        if profile is None or rights is None:
            failed, _ = self._failed.get((team_id, member_id), (None, 0.0))
            raise failed or Unreachable("Slack did not say in time who that is")
        if not rights.belongs:
            return rights
        inside = [each for each in groups if member_id in await self._group(team_id, each)]
        return replace(rights, groups=frozenset(inside))

    def has_heard(self, team_id: str, channel_id: str) -> bool:
        """Whether something happened in a channel of the workspace since this process began."""
        return (team_id, channel_id) in self._channels

    def _told(self, team_id: str, member_id: str) -> Rights | None:
        """Somebody's rights, if they are known and not too old to be believed."""
        known = self._known.get((team_id, member_id))
        if known is None or self._now() - known[1] > FRESH:
            return None
        return known[0].rights(team_id)

    async def _group(self, team_id: str, group_id: str) -> frozenset[str]:
        """The people of a user group, no older than `FRESH`; none of one that is gone."""
        known = self._groups.get((team_id, group_id))
        if known is not None and self._now() - known[1] <= FRESH:
            return known[0]
        arguments: Json = {"usergroup": group_id, "team_id": workspace_of(team_id)}
        try:
            answer = await self._api.call(
                team_id, "usergroups.users.list", arguments, repeatable=True
            )
            listed = answer.get("users")
        except Rejected as rejected:
            if rejected.error not in _NO_GROUP:
                raise told(
                    rejected, "this workspace", self._api.workspaces.bot_name(team_id)
                ) from None
            listed = []
        people = frozenset(map(str, listed if isinstance(listed, list) else ()))
        self._groups[team_id, group_id] = (people, self._now())
        if len(self._groups) > _REMEMBERED:
            self._groups.popitem(last=False)
        return people

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
        _, failed_at = self._failed.get(face, (None, -_NOT_AGAIN))
        if self._now() - failed_at < _NOT_AGAIN:
            return known[0] if known else None
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
            except Rejected as rejected:
                if rejected.error not in _NOBODY:
                    self._fail(team_id, member_id, rejected)
                    return None
                answer = {}
            except ChatError as failed:
                self._failed[team_id, member_id] = (failed, self._now())
                return None
        profile = _profile(answer.get("user"), member_id)
        self._failed.pop((team_id, member_id), None)
        self._known[team_id, member_id] = (profile, self._now())
        self._known.move_to_end((team_id, member_id))
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return profile

    def _fail(self, team_id: str, member_id: str, rejected: Rejected) -> None:
        """Remember why somebody's profile is not to be had, for as long as nobody asks again."""
        why = told(rejected, "this workspace", self._api.workspaces.bot_name(team_id))
        self._failed[team_id, member_id] = (why, self._now())


def _profile(user: object, member_id: str) -> Profile:
    """What Slack says of a person; of nobody, that there is none."""
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
        gone=not said or said.get("deleted") is True,
    )


def _workspaces(said: Mapping[str, object]) -> list[str]:
    org = said.get("enterprise_user")
    teams = org.get("teams") if isinstance(org, dict) else None
    return [str(said.get("team_id") or ""), *(map(str, teams) if isinstance(teams, list) else ())]
