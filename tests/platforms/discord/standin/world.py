"""What the stand-in knows: guilds, channels, people, messages, interactions."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.platforms.discord.standin import recorded
from tests.platforms.discord.standin.snowflake import snowflake

TEXT, DM, VOICE, THREAD, FORUM = 0, 1, 2, 11, 15
VIEW, SEND, EMBED, ATTACH, HISTORY = 1 << 10, 1 << 11, 1 << 14, 1 << 15, 1 << 16
THREADS, SEND_IN_THREADS = 1 << 35, 1 << 38
MANAGE_GUILD = 1 << 5
EVERYTHING = VIEW | SEND | EMBED | ATTACH | HISTORY | THREADS | SEND_IN_THREADS
EPHEMERAL = 1 << 6

Payload = dict[str, Any]


@dataclass
class Person:
    """Somebody with an account."""

    id: str
    name: str
    permissions: int = EVERYTHING
    takes_messages: bool = True
    bot: bool = False
    roles: list["Role"] = field(default_factory=list)
    absent: set[str] = field(default_factory=set)
    """The servers in which they are not; they are in every other."""

    def user(self) -> Payload:
        """The account as Discord shows it."""
        user: Payload = recorded.first("gateway_guild_member_update")["user"]
        user |= {"id": self.id, "username": self.name.lower(), "global_name": self.name}
        if self.bot:
            user["bot"] = True
        return user

    def roles_in(self, guild_id: str) -> list["Role"]:
        """Their roles in a server."""
        return [role for role in self.roles if role.guild_id == guild_id]

    def member(self, guild_id: str) -> Payload:
        """The account in a guild."""
        member: Payload = recorded.first("gateway_guild_member_update")
        del member["guild_id"]
        roles = [role.id for role in self.roles_in(guild_id)]
        return member | {"user": self.user(), "nick": None, "roles": roles}

    def acting(self, guild_id: str) -> Payload:
        """The account as an interaction in a guild shows it: with what they may do there."""
        held = self.permissions
        for role in self.roles_in(guild_id):
            held |= role.permissions
        return self.member(guild_id) | {"permissions": str(held)}


@dataclass
class Role:
    """A role of a server."""

    id: str
    guild_id: str
    name: str
    permissions: int = 0

    def payload(self, pattern: Payload) -> Payload:
        """The role as Discord shows it, after the pattern of another."""
        return pattern | {"id": self.id, "name": self.name, "permissions": str(self.permissions)}


@dataclass
class Channel:
    """A place: text channel, forum, thread or private conversation."""

    id: str
    kind: int
    name: str
    guild_id: str = ""
    parent_id: str = ""
    owner_id: str = ""
    denied: int = 0
    archived: bool = False
    locked: bool = False
    flags: int = 0
    tags: tuple[Payload, ...] = ()
    recipient: Person | None = None

    def payload(self) -> Payload:
        """The channel as REST and gateway show it."""
        if self.kind == DM:
            assert self.recipient is not None
            return {
                "id": self.id,
                "type": DM,
                "flags": 0,
                "last_message_id": None,
                "recipients": [self.recipient.user()],
            }
        if self.kind == THREAD:
            thread: Payload = recorded.first("gateway_thread_create")
            thread |= {"id": self.id, "guild_id": self.guild_id, "parent_id": self.parent_id}
            thread |= {"owner_id": self.owner_id, "name": self.name}
            thread["thread_metadata"] |= {"archived": self.archived, "locked": self.locked}
            return thread
        channel: Payload = recorded.first("rest_get_channel")
        channel |= {"id": self.id, "guild_id": self.guild_id, "name": self.name}
        channel |= {"type": self.kind, "parent_id": None, "flags": self.flags}
        channel["last_message_id"] = None
        if self.denied:
            overwrite = {"id": self.guild_id, "type": 0, "allow": "0", "deny": str(self.denied)}
            channel["permission_overwrites"] = [overwrite]
        if self.kind == VOICE:
            channel |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None}
        if self.kind == FORUM:
            channel |= {"available_tags": list(self.tags), "default_reaction_emoji": None}
            channel |= {"default_sort_order": None, "default_forum_layout": 0}
        return channel


@dataclass
class Guild:
    """A server."""

    id: str
    name: str
    present: bool = True
    """Whether the bot is in it."""
    owner_id: str = ""
    roles: list[Role] = field(default_factory=list)

    def owned(self) -> Payload:
        """Whose it is, and its roles; everyone has the first."""
        pattern = recorded.first("gateway_guild_create")["roles"][0]
        everyone = Role(self.id, self.id, "@everyone", EVERYTHING)
        roles = [role.payload(pattern) for role in (everyone, *self.roles)]
        return {"roles": roles} | ({"owner_id": self.owner_id} if self.owner_id else {})

    def payload(self, bot: Person, channels: list[Channel]) -> Payload:
        """What GUILD_CREATE carries."""
        guild: Payload = recorded.first("gateway_guild_create")
        member = guild["members"][0] | {"user": bot.user(), "roles": []}
        threads = [c.payload() for c in channels if c.kind == THREAD]
        rooms = [c.payload() for c in channels if c.kind != THREAD]
        return guild | {
            "id": self.id,
            "name": self.name,
            **self.owned(),
            "emojis": [],
            "stickers": [],
            "members": [member],
            "channels": rooms,
            "threads": threads,
            "member_count": 4,
            "system_channel_id": None,
        }


@dataclass
class Posted:
    """A message."""

    id: str
    channel_id: str
    author: Person
    payload: Payload
    nonce: str = ""
    seen_by: str = ""
    """The only person who sees it; empty where everyone does."""
    thread_id: str = ""
    at: float = 0.0


@dataclass
class Outcome:
    """What a person gets to see after an interaction: its type as Discord numbers it."""

    kind: str
    """`message`, `update`, `modal` or `choices`."""
    data: Payload
    message: Posted | None = None

    @property
    def posted(self) -> Posted:
        """The message that came of it."""
        assert self.message is not None, self.data
        return self.message


@dataclass
class Interaction:
    """Something a person did, and how the bot answered."""

    id: str
    token: str
    person: Person
    channel_id: str
    kind: int
    message: Posted | None
    at: float
    response: int = 0
    """Type of the callback; 0 while there is none."""
    answered_at: float = 0.0
    ephemeral: bool = False
    original: Posted | None = None
    followups: list[Posted] = field(default_factory=list)
    outcome: asyncio.Future[Outcome] = field(default_factory=asyncio.Future)

    def settle(self, outcome: Outcome) -> None:
        """Show the person something; only the first thing counts as the outcome."""
        if not self.outcome.done():
            self.outcome.set_result(outcome)


class World:
    """Everything there is, and the clock of the interaction tokens."""

    def __init__(self) -> None:
        self.token = f"{'MTAw'}.standin.{snowflake()}"
        me = recorded.first("rest_get_me")
        self.bot = Person(me["id"], "Quizsheet", bot=True)
        self.application_id = me["id"]
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
        self.people: dict[str, Person] = {}
        self.messages: dict[str, Posted] = {}
        self.interactions: dict[str, Interaction] = {}
        self.commands: list[Payload] = []
        self.files: dict[str, bytes] = {}
        """What people handed over, by id."""
        self.cdn = ""
        """Address of the place where files are fetched."""
        self.starts_left = 999
        """Connections that the bot may still begin today."""
        self.ahead = 0.0
        """Seconds by which the stand-in's clock was moved."""

    def now(self) -> float:
        """Seconds on the stand-in's clock."""
        return time.monotonic() + self.ahead

    def add_guild(self, name: str, shard_key: int | None = None) -> Guild:
        """A new server with the bot in it."""
        guild = Guild(snowflake(shard_key), name)
        self.guilds[guild.id] = guild
        return guild

    def add_channel(self, guild: Guild, name: str, kind: int = TEXT) -> Channel:
        """A new channel of a server."""
        channel = Channel(snowflake(), kind, name, guild.id)
        self.channels[channel.id] = channel
        return channel

    def add_thread(self, parent: Channel, name: str, owner: Person, id_: str = "") -> Channel:
        """A new thread; one begun from a message has the message's id."""
        thread = Channel(id_ or snowflake(), THREAD, name, parent.guild_id, parent.id, owner.id)
        self.channels[thread.id] = thread
        return thread

    def add_person(self, name: str, permissions: int = EVERYTHING) -> Person:
        """A new member of every server."""
        person = Person(snowflake(), name, permissions)
        self.people[person.id] = person
        return person

    def add_role(self, guild: Guild, name: str, permissions: int = 0) -> Role:
        """A new role of a server."""
        role = Role(snowflake(), guild.id, name, permissions)
        guild.roles.append(role)
        return role

    def channels_of(self, guild: Guild) -> list[Channel]:
        """The channels and threads of a server."""
        return [channel for channel in self.channels.values() if channel.guild_id == guild.id]

    def direct(self, person: Person) -> Channel:
        """The private conversation of a person with the bot."""
        for channel in self.channels.values():
            if channel.recipient is person:
                return channel
        channel = Channel(snowflake(), DM, "", recipient=person)
        self.channels[channel.id] = channel
        return channel

    def allowed(self, channel: Channel) -> int:
        """The bot's permissions in a channel."""
        if channel.kind == THREAD:
            channel = self.channels[channel.parent_id]
        return EVERYTHING & ~channel.denied

    def add_message(
        self, channel: Channel, author: Person, body: Payload, nonce: str = "", seen_by: str = ""
    ) -> Posted:
        """A new message with what the request said about it."""
        message_id = snowflake()
        payload: Payload = recorded.first("rest_create_message")
        payload |= {"id": message_id, "channel_id": channel.id, "author": author.user()}
        payload |= {"timestamp": datetime.now(UTC).isoformat(), "content": ""}
        posted = Posted(message_id, channel.id, author, payload, nonce, seen_by, at=self.now())
        self.change_message(posted, body)
        if seen_by:
            payload["flags"] |= EPHEMERAL
        self.messages[message_id] = posted
        return posted

    def change_message(self, posted: Posted, body: Payload) -> None:
        """Take over what an edit says; what it does not mention stays."""
        for name in ("content", "embeds", "components", "flags"):
            if name in body:
                posted.payload[name] = body[name] if body[name] is not None else _EMPTY[name]
        if "attachments" in body:
            posted.payload["attachments"] = [
                {
                    "id": str(n),
                    "size": 1,
                    "url": "https://cdn.test/x",
                    "proxy_url": "https://cdn.test/x",
                }
                | {key: item[key] for key in ("filename", "description") if key in item}
                for n, item in enumerate(body["attachments"])
            ]

    def add_file(self, name: str, content: bytes) -> Payload:
        """A file that somebody hands over, as interactions describe it."""
        file_id = snowflake()
        self.files[file_id] = content
        address = f"{self.cdn}/{file_id}/{name}"
        described = {"id": file_id, "filename": name, "size": len(content)}
        return described | {"url": address, "proxy_url": address, "ephemeral": True}

    def visible(self, channel_id: str) -> list[Posted]:
        """What everyone sees in a channel, oldest first."""
        return [
            message
            for message in self.messages.values()
            if message.channel_id == channel_id and not message.seen_by
        ]


_EMPTY: dict[str, Any] = {"content": "", "embeds": [], "components": [], "flags": 0}
