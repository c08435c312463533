"""What people do in Slack, as the payloads that reach the app by socket or by HTTP."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import aiohttp

from tests.platforms.slack.standin.reading import buttons
from tests.platforms.slack.standin.slack import Slack
from tests.platforms.slack.standin.world import Json, Opened, Posted, Whisper

PATIENCE = 3.0
"""Seconds in which an app has to acknowledge."""


@dataclass
class Door:
    """Where the app takes requests by HTTP, and the secret that signs them."""

    address: str
    secret: str


class Unacknowledged(Exception):
    """The app did not acknowledge in three seconds, or answered with an error."""


class People:
    """Acts for people; `door` None means Socket Mode. `repeats` delivers everything again."""

    def __init__(self, slack: Slack, door: Door | None = None, team: str = "T0123") -> None:
        self.slack = slack
        self.door = door
        self.team = team
        self.enterprise = ""
        self.org = False
        self.repeats = 0
        self.patience = PATIENCE
        self.session: aiohttp.ClientSession | None = None
        """Connections kept open, for many requests in a row."""
        self._turn = 0

    def who(self, user: str) -> Json:
        """The part of a payload that says who did it, and in which workspace."""
        person = self.slack.world.people[user]
        return {
            "team": None if self.org else {"id": self.team, "domain": self.team.lower()},
            "enterprise": {"id": self.enterprise, "name": "Org"} if self.enterprise else None,
            "is_enterprise_install": self.org,
            "user": {
                "id": user,
                "username": person.name.lower(),
                "name": person.name.lower(),
                "team_id": person.team_id,
            },
            "api_app_id": "A0QUIZ",
            "token": "verification",
        }

    async def deliver(self, kind: str, payload: Json) -> Json:
        """Hand a payload to the app and return what it acknowledged with."""
        answer = await self._deliver(kind, payload, 0)
        for attempt in range(1, self.repeats + 1):
            await self._deliver(kind, payload, attempt)
        return answer

    async def _deliver(self, kind: str, payload: Json, attempt: int) -> Json:
        if self.door is None:
            return await self._by_socket(kind, payload, attempt)
        return await self._by_http(kind, payload, attempt)

    async def _by_socket(self, kind: str, payload: Json, attempt: int) -> Json:
        slack = self.slack
        await slack.world.until(lambda: slack.links)
        self._turn += 1
        link = slack.links[self._turn % len(slack.links)]
        name = slack.world.fresh("env")
        waiting = slack.acknowledged[name] = asyncio.get_running_loop().create_future()
        envelope = {
            "envelope_id": name,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if attempt:
            envelope |= {"retry_attempt": attempt, "retry_reason": "timeout"}
        await link.send_json(envelope)
        try:
            return await asyncio.wait_for(waiting, self.patience)
        except TimeoutError:
            raise Unacknowledged(kind) from None

    async def _by_http(self, kind: str, payload: Json, attempt: int) -> Json:
        body, content = self.written(kind, payload)
        headers = self.signed(body) | {"Content-Type": content}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_timeout"}
        status, text = await self.send(body, headers)
        if status != 200:
            raise Unacknowledged(f"{status} {text}")
        return json.loads(text) if text.startswith("{") else {}

    def written(self, kind: str, payload: Json) -> tuple[str, str]:
        """A payload as a request's body, and its content type."""
        if kind == "events_api":
            return json.dumps(payload), "application/json"
        form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
        return urlencode(form), "application/x-www-form-urlencoded"

    def signed(self, body: str, at: float | None = None) -> dict[str, str]:
        """The headers that prove a request is Slack's."""
        assert self.door is not None
        stamp = str(int(time.time() if at is None else at))
        base = f"v0:{stamp}:{body}".encode()
        digest = hmac.new(self.door.secret.encode(), base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}

    async def send(self, body: str, headers: Mapping[str, str]) -> tuple[int, str]:
        """Send a request to the app as it is, and return status and body."""
        assert self.door is not None
        timeout = aiohttp.ClientTimeout(total=self.patience)
        session = self.session or aiohttp.ClientSession()
        try:
            async with session.post(
                self.door.address, data=body.encode(), headers=headers, timeout=timeout
            ) as answer:
                return answer.status, await answer.text()
        finally:
            if session is not self.session:
                await session.close()

    async def command(self, user: str, line: str, channel: str = "C0ML") -> Json:
        """Type a slash command, mentions written as Slack escapes them."""
        name, _, text = line.partition(" ")
        person, world = self.slack.world.people[user], self.slack.world
        payload = {
            "command": name,
            "text": text,
            "team_id": self.team,
            "team_domain": self.team.lower(),
            "channel_id": channel,
            "channel_name": world.channels[channel].name,
            "user_id": user,
            "user_name": person.name.lower(),
            "api_app_id": "A0QUIZ",
            "is_enterprise_install": "true" if self.org else "false",
            "response_url": self._response(user, channel),
            "trigger_id": world.trigger(user, self.team),
        }
        if self.enterprise:
            payload |= {"enterprise_id": self.enterprise, "enterprise_name": "Org"}
        return await self.deliver("slash_commands", payload)

    def _response(self, user: str, channel: str, ts: str = "", private: bool = False) -> str:
        name = self.slack.world.response(user, channel, ts, private)
        return f"{self.slack.address}/response/{name}"

    async def press(self, user: str, on: Posted | Whisper | Opened, label: str) -> Json:
        """Press the first button whose label begins so."""
        return await self.deliver("interactive", self.pressing(user, on, label))

    def pressing(self, user: str, on: Posted | Whisper | Opened, label: str) -> Json:
        """The payload of a press."""
        world = self.slack.world
        blocks = on.view["blocks"] if isinstance(on, Opened) else on.blocks
        found = [pair for pair in buttons(blocks) if pair[0]["text"]["text"].startswith(label)]
        assert found, f"no button {label!r} among {[b['text']['text'] for b, _ in buttons(blocks)]}"
        button, block_id = found[0]
        payload: Json = {
            "type": "block_actions",
            **self.who(user),
            "trigger_id": world.trigger(user, self.team),
            "state": {"values": {}},
            "actions": [{**button, "block_id": block_id, "action_ts": f"{time.time():.6f}"}],
        }
        if isinstance(on, Opened):
            return payload | {
                "container": {"type": "view", "view_id": on.id},
                "view": {**on.view, "id": on.id, "hash": on.hash},
            }
        private = isinstance(on, Whisper)
        payload |= {
            "container": {
                "type": "message",
                "message_ts": on.ts,
                "channel_id": on.channel,
                "is_ephemeral": private,
            },
            "channel": {"id": on.channel, "name": world.channels[on.channel].name},
            "response_url": self._response(user, on.channel, on.ts, private),
        }
        if isinstance(on, Posted):
            thread = {"thread_ts": on.thread_ts} if on.thread_ts else {}
            payload["message"] = {"ts": on.ts, "blocks": on.blocks, "team": self.team, **thread}
        return payload

    async def send_form(self, user: str, opened: Opened, values: Mapping[str, str]) -> Json:
        """Fill in a dialog, send it, and do with it what the app acknowledged."""
        return await self.acknowledge(opened, self.sending(user, opened, values))

    async def acknowledge(self, opened: Opened, payload: Json) -> Json:
        """Deliver a sent dialog and do with it what the app says."""
        answer = await self.deliver("interactive", payload)
        world, api = self.slack.world, self.slack.api
        match answer.get("response_action"):
            case "errors":
                opened.errors = dict(answer["errors"])
                assert set(opened.errors) <= set(payload["view"]["state"]["values"])
                world.show(opened.user, opened)
            case "update":
                api.call(
                    "views.update",
                    next(token for token, grant in world.tokens.items() if not grant.state),
                    {"view_id": opened.id, "view": answer["view"]},
                )
            case "push":
                api.push(opened.user, answer["view"])
            case "clear":
                for name in world.stacks.pop(opened.user, []):
                    world.views[name].closed = True
            case _:
                opened.closed = True
        return answer

    def sending(self, user: str, opened: Opened, values: Mapping[str, str]) -> Json:
        """The payload of a sent dialog."""
        state: Json = {}
        for block in opened.view["blocks"]:
            if block["type"] == "input":
                element = block["element"]
                value = values.get(block["block_id"], "")
                if element["type"] == "file_input":
                    field = {"type": "file_input", "files": self._files(value)}
                else:
                    field = filled(element, value)
                state[block["block_id"]] = {element["action_id"]: field}
        return {
            "type": "view_submission",
            **self.who(user),
            "trigger_id": self.slack.world.trigger(user, self.team),
            "response_urls": [],
            "view": {
                **opened.view,
                "id": opened.id,
                "hash": opened.hash,
                "app_installed_team_id": self.team,
                "state": {"values": state},
            },
        }

    def _files(self, name: str) -> list[Json]:
        """A file of somebody's computer that was dropped into a field."""
        file = self.slack.world.files.get(name)
        if file is None:
            return []
        address = f"{self.slack.address}/private/{name}"
        return [
            {"id": name, "name": file.name, "size": file.length, "url_private_download": address}
        ]

    async def point(self, user: str, message: Posted, callback: str = "report") -> Json:
        """Use the message shortcut."""
        payload = {
            "type": "message_action",
            **self.who(user),
            "callback_id": callback,
            "trigger_id": self.slack.world.trigger(user, self.team),
            "response_url": self._response(user, message.channel),
            "message_ts": message.ts,
            "channel": {"id": message.channel, "name": "ml-study"},
            "message": {
                "ts": message.ts,
                "text": message.text,
                "team": self.team,
                "app_id": "A0QUIZ",
                "bot_id": "B0BOT",
            },
        }
        return await self.deliver("interactive", payload)

    async def suggest(self, user: str, opened: Opened, name: str, typed: str) -> tuple[str, ...]:
        """Type into a field that completes, and see what is offered."""
        block = next(b for b in opened.view["blocks"] if b.get("block_id") == name)
        payload = {
            "type": "block_suggestion",
            **self.who(user),
            "container": {"type": "view", "view_id": opened.id},
            "view": {**opened.view, "id": opened.id, "hash": opened.hash},
            "block_id": name,
            "action_id": block["element"]["action_id"],
            "value": typed,
        }
        answer = await self.deliver("interactive", payload)
        assert len(answer["options"]) <= 100
        return tuple(option["text"]["text"] for option in answer["options"])

    async def event(self, event: Json, **more: Any) -> Json:
        """Something that the app subscribed to happens."""
        authorization = {
            "enterprise_id": self.enterprise or None,
            "team_id": None if self.org else self.team,
            "user_id": "U0BOT",
            "is_bot": True,
            "is_enterprise_install": self.org,
        }
        payload = {
            "type": "event_callback",
            "team_id": self.team,
            "enterprise_id": self.enterprise or None,
            "api_app_id": "A0QUIZ",
            "event": event,
            "event_id": self.slack.world.fresh("Ev"),
            "event_time": int(time.time()),
            "authorizations": [authorization],
            **more,
        }
        return await self.deliver("events_api", payload)

    async def uninstall(self) -> Json:
        """Somebody removes the app: its tokens are good no more, and then it is told."""
        for grant in self.slack.world.tokens.values():
            grant.state = "account_inactive"
        return await self.event({"type": "app_uninstalled"})

    async def visit_home(self, user: str) -> Json:
        """Open the app's Home tab."""
        return await self.event(
            {"type": "app_home_opened", "user": user, "channel": f"D{user[1:]}", "tab": "home"}
        )


def filled(element: Json, value: str) -> Json:
    """A field's part of the state, for what was typed or chosen."""
    match element["type"]:
        case "static_select" | "external_select":
            chosen = {"text": {"type": "plain_text", "text": value}, "value": value}
            return {"type": element["type"], "selected_option": chosen if value else None}
        case "users_select":
            return {"type": "users_select", "selected_user": value or None}
        case kind:
            return {"type": kind, "value": value or None}
