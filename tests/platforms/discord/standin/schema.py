"""Discord's OpenAPI description as a judge of requests; unknown fields are refused too.

Where the description is not at hand, nothing is judged by it, and the end of the run says so.
"""

import json
import re
from functools import cache, lru_cache
from typing import Any

import jsonschema_rs

from tests import shared

FILE = shared.DATA / "discord" / "openapi.json"
_WHAT = "judging Discord's traffic by its published schema"
_COMPOSED = ("allOf", "anyOf", "oneOf")

_HARMLESS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("RichEmbed", "flags", {"const": 0}),
    ("MessageEditRequestPartial", "tts", {"const": False}),
    ("IncomingWebhookUpdateRequestPartial", "tts", {"const": False}),
    ("IncomingWebhookUpdateForInteractionCallbackRequestPartial", "tts", {"const": False}),
    ("MessageAttachmentRequest", "id", {"type": ["string", "integer"]}),
    ("BaseCreateMessageCreateRequest", "tts", {"const": False}),
    ("CreateForumThreadRequest", "type", {"const": 11}),
)
"""What discord.py sends beside or unlike the description, and Discord takes no notice of."""


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    for schema in document["components"]["schemas"].values():
        closed = "properties" in schema and not any(key in schema for key in _COMPOSED)
        if closed and "additionalProperties" not in schema:
            schema["additionalProperties"] = False
    for name, field, allowed in _HARMLESS:
        document["components"]["schemas"][name]["properties"][field] = allowed
    document["components"]["schemas"]["SnowflakeType"] = {"type": ["string", "integer"]}
    return document


KNOWN = (
    "/applications/{application_id}/commands",
    "/channels/{channel_id}",
    "/channels/{channel_id}/messages",
    "/channels/{channel_id}/messages/{message_id}",
    "/channels/{channel_id}/messages/{message_id}/threads",
    "/channels/{channel_id}/threads",
    "/gateway/bot",
    "/guilds/{guild_id}",
    "/guilds/{guild_id}/members/{user_id}",
    "/guilds/{guild_id}/threads/active",
    "/interactions/{interaction_id}/{interaction_token}/callback",
    "/oauth2/applications/@me",
    "/users/@me",
    "/users/{user_id}",
    "/users/@me/channels",
    "/webhooks/{webhook_id}/{webhook_token}",
    "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
)
"""What the bot asks for, in the description's own names."""


def judges() -> bool:
    """Whether Discord's description is at hand."""
    return shared.present(FILE, _WHAT)


def documented() -> tuple[str, ...]:
    """The paths of the description, or what is known of them without it."""
    return tuple(_document()["paths"]) if judges() else KNOWN


@cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    paths = sorted(documented(), key=lambda path: (path.count("{"), path))
    return [(re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + "$"), path) for path in paths]


def template(path: str) -> str | None:
    """The documented path that a request's path fits, literal ones first."""
    return _template(re.sub(r"\d{5,}", "0", path))


@lru_cache(maxsize=1000)
def _template(path: str) -> str | None:
    return next((name for pattern, name in _templates() if pattern.match(path)), None)


@cache
def _validator(method: str, name: str) -> jsonschema_rs.Validator | None:
    operation = _document()["paths"][name].get(method.lower())
    if operation is None or "requestBody" not in operation:
        return None
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    components = {**_document()["components"], "wanted": schema}
    return jsonschema_rs.validator_for({"$ref": "#/components/wanted", "components": components})


def complaints(method: str, path: str, body: Any) -> list[str]:
    """What Discord's own description has against a request; nothing where it is not at hand."""
    if not judges():
        return []
    name = template(path)
    if name is None or method.lower() not in _document()["paths"][name]:
        return [f"{method} {path} is not documented"]
    if body is None:
        return []
    validator = _validator(method, name)
    if validator is None:
        return [f"{method} {path} takes no body"]
    return [
        f"{list(error.instance_path)}: {error.message}" for error in validator.iter_errors(body)
    ]
