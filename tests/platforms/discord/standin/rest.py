"""The REST side: routes, and what every request goes through."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.platforms.discord.standin import recorded, rules, schema
from tests.platforms.discord.standin.limits import Limits
from tests.platforms.discord.standin.messages import Messages
from tests.platforms.discord.standin.refusal import Refusal, invalid
from tests.platforms.discord.standin.responses import MODAL, Responses
from tests.platforms.discord.standin.world import Payload, World


@dataclass(frozen=True)
class Request:
    """One request as it came in."""

    method: str
    path: str
    body: Any
    files: tuple[str, ...]
    at: float

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass
class Fault:
    """Something that goes wrong with the next requests that fit."""

    pattern: re.Pattern[str]
    status: int = 502
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = ""
    after: bool = False
    """Whether the request is carried out before the answer is spoiled."""
    drop: bool = False
    """Cut the connection instead of answering."""
    times: int = 1


Handler = Callable[..., Any]


class Rest:
    """Answers requests, and writes down what came and what was wrong with it."""

    def __init__(self, world: World, gateway_url: Callable[[], str]) -> None:
        self.world = world
        self.limits = Limits(world)
        self.requests: list[Request] = []
        self.complaints: list[str] = []
        """What was wrong with requests by the schema or the rules; empty at a test's end."""
        self.invalid = 0
        """Answers 401, 403 and 429, of which Discord takes 10,000 in ten minutes."""
        self.faults: list[Fault] = []
        self._gateway_url = gateway_url
        self._messages = Messages(world)
        self._responses = Responses(world)
        self._routes = [
            (method, re.compile(pattern + "$"), handler)
            for method, pattern, handler in self._table()
        ]

    def _table(self) -> list[tuple[str, str, Handler]]:
        m, r = self._messages, self._responses
        one, message = r"/channels/(\d+)", r"/channels/(\d+)/messages/(\d+)"
        return [
            ("GET", "/gateway/bot", self._gateway),
            ("GET", "/users/@me", lambda _: recorded.first("rest_get_me")),
            ("GET", "/oauth2/applications/@me", self._application),
            ("PUT", r"/applications/(\d+)/commands", self._overwrite),
            ("POST", "/users/@me/channels", lambda body: m.direct(str(body["recipient_id"]))),
            ("GET", r"/guilds/(\d+)", lambda _, g: m.guild(g)),
            ("GET", r"/users/(\d+)", lambda _, p: m.user(p)),
            ("GET", r"/guilds/(\d+)/members/(\d+)", lambda _, g, p: m.member(g, p)),
            ("GET", r"/guilds/(\d+)/threads/active", lambda _, g: m.active_threads(g)),
            ("GET", one, lambda _, c: m.channel(c).payload()),
            ("PATCH", one, lambda body, c: m.patch_channel(c, body)),
            ("POST", one + "/messages", lambda body, c: m.create(c, body)),
            ("POST", one + "/threads", lambda body, c: m.forum_post(c, body)),
            ("GET", message, lambda _, c, i: m.message(c, i).payload),
            ("PATCH", message, lambda body, c, i: m.edit(c, i, body)),
            ("POST", message + "/threads", lambda body, c, i: m.thread(c, i, body)),
            ("POST", r"/interactions/(\d+)/([^/]+)/callback", lambda b, i, t: r.callback(i, t, b)),
            ("POST", r"/webhooks/\d+/([^/]+)", lambda body, t: r.followup(t, body)),
            (
                "PATCH",
                r"/webhooks/\d+/([^/]+)/messages/@original",
                lambda body, t: r.edit_original(t, body),
            ),
        ]

    def _gateway(self, _: Any) -> Payload:
        answer: Payload = recorded.first("rest_get_gateway_bot")
        answer["session_start_limit"] |= {"remaining": self.world.starts_left, "reset_after": 50}
        return answer | {"url": self._gateway_url()}

    def _application(self, _: Any) -> Payload:
        owner = recorded.first("rest_get_me")
        return {
            "id": self.world.application_id,
            "name": "Quizsheet",
            "icon": None,
            "description": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "flags": 0,
            "owner": owner,
            "team": None,
        }

    def _overwrite(self, body: list[Payload], _: str) -> list[Payload]:
        self.world.commands = body
        return body

    async def file(self, request: web.Request) -> web.StreamResponse:
        """A file that somebody handed over."""
        content = self.world.files.get(request.match_info["id"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One request from arrival to answer."""
        path = request.path.removeprefix("/api/v10")
        body, files = await self._read(request)
        self.requests.append(Request(request.method, path, body, files, self.world.now()))
        fault = self._fault(f"{request.method} {path}")
        if fault and not fault.after:
            return self._spoil(request, fault)
        exempt = path.startswith(("/interactions/", "/webhooks/"))
        headers, wait, everywhere = self._take(request.method, path, exempt=exempt)
        if wait:
            return self._too_many(headers, wait, everywhere=everywhere)
        if not exempt and request.headers.get("Authorization") != f"Bot {self.world.token}":
            self.invalid += 1
            return self._json({"message": "401: Unauthorized", "code": 0}, headers, 401)
        try:
            answer = self._carry_out(request.method, path, body)
        except Refusal as refusal:
            self.invalid += refusal.status in (401, 403)
            payload = {"message": refusal.text, "code": refusal.code}
            return self._json(payload, headers, refusal.status)
        if fault:
            return self._spoil(request, fault)
        return self._json(answer, headers)

    def _take(self, method: str, path: str, *, exempt: bool) -> tuple[dict[str, str], float, bool]:
        route = f"{method} {schema.template(path)}"
        resource = "/".join(path.split("/")[1:3])
        return self.limits.take(route, resource, exempt=exempt)

    def _too_many(
        self, headers: dict[str, str], wait: float, *, everywhere: bool
    ) -> web.StreamResponse:
        self.invalid += 1
        body = {"message": "You are being rate limited.", "retry_after": wait, "global": everywhere}
        return self._json(body, headers | {"Retry-After": str(wait)}, 429)

    async def _read(self, request: web.Request) -> tuple[Any, tuple[str, ...]]:
        if request.content_type == "multipart/form-data":
            body, files = None, []
            async for part in await request.multipart():
                assert isinstance(part, BodyPartReader)
                if part.name == "payload_json":
                    body = json.loads(await part.text())
                else:
                    await part.read()
                    files.append(part.filename or "")
            return body, tuple(files)
        text = await request.text()
        return (json.loads(text) if text else None), ()

    def _carry_out(self, method: str, path: str, body: Any) -> Any:
        self._judge(method, path, body)
        for wanted, pattern, handler in self._routes:
            if wanted == method and (match := pattern.match(path)):
                return handler(body, *match.groups())
        raise Refusal(404, 0, f"404: the stand-in knows no {method} {path}")

    def _judge(self, method: str, path: str, body: Any) -> None:
        reasons = schema.complaints(method, path, body)
        if not reasons:
            reasons = list(self._own_rules(method, path, body))
        if reasons:
            self.complaints += [f"{method} {path}: {reason}" for reason in reasons]
            raise invalid(reasons)

    def _own_rules(self, method: str, path: str, body: Any) -> list[str]:
        if path.endswith("/callback"):
            data = body.get("data") or {}
            if body["type"] == MODAL:
                return list(rules.modal(data))
            return list(rules.message(data, posts=True)) if body["type"] in (4, 7) else []
        if method == "POST" and re.search(r"/channels/\d+/threads$", path):
            return list(rules.message(body["message"], posts=True))
        if re.search(r"/messages(/\d+|/@original)?$", path) or path.startswith("/webhooks/"):
            return list(rules.message(body, posts=method == "POST")) if body else []
        return list(rules.commands(body)) if path.endswith("/commands") else []

    def _fault(self, request: str) -> Fault | None:
        for fault in self.faults:
            if fault.times and fault.pattern.search(request):
                fault.times -= 1
                return fault
        return None

    def _spoil(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.drop:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        self.invalid += fault.status in (401, 403, 429)
        if isinstance(fault.body, str):
            return web.Response(status=fault.status, text=fault.body, headers=fault.headers)
        answer = self._json(fault.body, fault.headers, fault.status)
        if "Via" not in fault.headers:
            del answer.headers["Via"]
        return answer

    def _json(self, body: Any, headers: dict[str, str], status: int = 200) -> web.StreamResponse:
        # discord.py parses JSON only where the content type says nothing else.
        headers = headers | {"Via": "1.1 google", "Content-Type": "application/json"}
        return web.Response(body=json.dumps(body).encode(), status=status, headers=headers)
