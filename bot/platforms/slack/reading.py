"""A slash command as it was typed, with Slack's escapes undone."""

import re
from html import unescape

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_CHANNEL = re.compile(r"<#([CG][A-Z0-9]+)(?:\|[^<>]*)?>")
_LINK = re.compile(r"<([a-z]+:[^<>|]+)(?:\|([^<>]*))?>")


def typed_line(command: str, text: str) -> str:
    """The whole line: people and channels as ids, links as they were typed, entities undone."""
    text = _MENTION.sub(r"\1", text)
    text = _CHANNEL.sub(r"#\1", text)
    text = _LINK.sub(lambda found: found[2] or found[1], text)
    return f"{command} {unescape(text)}".strip()
