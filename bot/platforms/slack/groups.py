"""User groups: who is in which, as far as the game names them."""

import asyncio
import time
from collections.abc import Callable

from bot.platforms.inquiries import Inquiries
from bot.platforms.slack.errors import Rejected, untold
from bot.platforms.slack.interaction import workspace_of
from bot.platforms.slack.text import Json
from bot.platforms.slack.web_api import WebApi
from bot.quiz.ports.chat import ChatError

_NOBODY = ("no_such_subteam", "subteam_not_found", "plan_upgrade_required")
"""Slack's words for a group that is not there, also because the workspace has none at all."""


class Groups:
    """The people of user groups, by `usergroups.users.list`; only groups that are asked for are
    ever read.
    """

    def __init__(self, api: WebApi, now: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._people: Inquiries[tuple[str, str], frozenset[str]] = Inquiries(self._fetched, now)

    async def of(self, team_id: str, member_id: str, groups: frozenset[str]) -> frozenset[str]:
        """In which of these groups somebody is.

        One that is known suffices; where there is none, and a group could not be read, raises why.
        """
        asked = [self._people.of((team_id, group)) for group in sorted(groups)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        found: set[str] = set()
        failures: list[BaseException] = []
        for group, answer in zip(sorted(groups), answers, strict=True):
            if isinstance(answer, BaseException):
                failures.append(answer)
            elif member_id in answer:
                found.add(group)
        if failures and not (found and all(isinstance(each, ChatError) for each in failures)):
            raise failures[0]
        return frozenset(found)

    async def close(self) -> None:
        """Ask no more."""
        await self._people.close()

    async def _fetched(self, group: tuple[str, str]) -> frozenset[str]:
        team_id, group_id = group
        # A token of a whole organisation must say which workspace is meant; others may.
        call: Json = {"usergroup": group_id, "team_id": workspace_of(team_id)}
        try:
            answer = await self._api.call(team_id, "usergroups.users.list", call, repeatable=True)
        except Rejected as rejected:
            if rejected.error in _NOBODY:
                return frozenset()
            raise untold(rejected, "who is in a user group", "usergroups:read") from rejected
        users = answer.get("users")
        return frozenset(map(str, users)) if isinstance(users, list) else frozenset()
