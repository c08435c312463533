"""REST for channels, messages, threads and private conversations."""

from tests.platforms.discord.standin import recorded
from tests.platforms.discord.standin.refusal import (
    NO_ACCESS,
    NO_PERMISSION,
    Refusal,
    unknown,
)
from tests.platforms.discord.standin.world import (
    ATTACH,
    DM,
    EMBED,
    FORUM,
    HISTORY,
    SEND,
    SEND_IN_THREADS,
    TEXT,
    THREAD,
    THREADS,
    VIEW,
    Channel,
    Payload,
    Posted,
    World,
)

NONCE_LIFE = 180.0
"""Seconds for which a nonce is remembered ("the past few minutes")."""


class Messages:
    """What the bot may do with messages, permissions included."""

    def __init__(self, world: World) -> None:
        self.world = world

    def channel(self, channel_id: str) -> Channel:
        """A channel that the bot can see."""
        channel = self.world.channels.get(channel_id)
        if channel is None:
            raise unknown("channel")
        if channel.kind != DM:
            if not self.world.guilds[channel.guild_id].present:
                raise Refusal(*NO_ACCESS)
            if not self.world.allowed(channel) & VIEW:
                raise Refusal(*NO_ACCESS)
        return channel

    def _may(self, channel: Channel, wanted: int) -> None:
        if channel.kind != DM and self.world.allowed(channel) & wanted != wanted:
            raise Refusal(*NO_PERMISSION)

    def _needs(self, body: Payload) -> int:
        wanted = EMBED if body.get("embeds") else 0
        wanted |= ATTACH if body.get("attachments") else 0
        return wanted | (HISTORY if body.get("message_reference") else 0)

    def message(self, channel_id: str, message_id: str) -> Posted:
        """A message in a channel."""
        self.channel(channel_id)
        message = self.world.messages.get(message_id)
        if message is None or message.channel_id != channel_id:
            raise unknown("message")
        return message

    def create(self, channel_id: str, body: Payload) -> Payload:
        """POST a message; an enforced nonce that is known returns the first one."""
        channel = self.channel(channel_id)
        if channel.kind == FORUM:
            raise Refusal(400, 50008, "Cannot send messages in a non-text channel")
        send = SEND_IN_THREADS if channel.kind == THREAD else SEND
        self._may(channel, send | self._needs(body))
        if channel.kind == THREAD and channel.locked:
            raise Refusal(400, 160005, "This thread is locked")
        if channel.recipient is not None and not channel.recipient.takes_messages:
            raise Refusal(403, 50007, "Cannot send messages to this user")
        nonce = str(body.get("nonce", ""))
        for message in self.world.messages.values():
            fresh = self.world.now() - message.at < NONCE_LIFE
            if nonce and message.nonce == nonce and message.channel_id == channel_id and fresh:
                return message.payload
        if reference := body.get("message_reference"):
            self.message(channel_id, str(reference["message_id"]))
        channel.archived = False
        posted = self.world.add_message(channel, self.world.bot, body, nonce)
        if reference:
            posted.payload["message_reference"] = reference | {"channel_id": channel_id}
            posted.payload["type"] = 19
        return posted.payload

    def edit(self, channel_id: str, message_id: str, body: Payload) -> Payload:
        """PATCH a message of the bot's own."""
        message = self.message(channel_id, message_id)
        if message.author is not self.world.bot:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        channel = self.channel(channel_id)
        if channel.archived:
            raise Refusal(400, 50083, "Thread is archived")
        self._may(channel, self._needs(body))
        self.world.change_message(message, body)
        return message.payload

    def thread(self, channel_id: str, message_id: str, body: Payload) -> Payload:
        """Begin a thread from a message; it gets the message's id."""
        channel = self.channel(channel_id)
        message = self.message(channel_id, message_id)
        if channel.kind != TEXT:
            raise Refusal(400, 50024, "Cannot execute action on this channel type")
        self._may(channel, THREADS)
        if message.thread_id:
            raise Refusal(400, 160004, "A thread has already been created for this message")
        made = self.world.add_thread(channel, body["name"], self.world.bot, message_id)
        message.thread_id = made.id
        return made.payload()

    def forum_post(self, channel_id: str, body: Payload) -> Payload:
        """Begin a thread in a forum with its first message; both have one id."""
        channel = self.channel(channel_id)
        self._may(channel, SEND | self._needs(body["message"]))
        if channel.flags & 1 << 4 and not body.get("applied_tags"):
            raise Refusal(400, 40067, "A tag is required to create a forum post")
        made = self.world.add_thread(channel, body["name"], self.world.bot)
        posted = self.world.add_message(made, self.world.bot, body["message"])
        del self.world.messages[posted.id]
        posted.id = posted.payload["id"] = made.id
        self.world.messages[made.id] = posted
        return made.payload() | {"message": posted.payload}

    def patch_channel(self, channel_id: str, body: Payload) -> Payload:
        """Change a thread."""
        channel = self.channel(channel_id)
        channel.archived = body.get("archived", channel.archived)
        return channel.payload()

    def active_threads(self, guild_id: str) -> Payload:
        """The threads of a guild that are not archived."""
        channels = self.world.channels_of(self.world.guilds[guild_id])
        threads = [c.payload() for c in channels if c.kind == THREAD and not c.archived]
        return {"threads": threads, "members": [], "has_more": False}

    def direct(self, person_id: str) -> Payload:
        """Open the private conversation with a person."""
        person = self.world.people.get(person_id)
        if person is None:
            raise unknown("user")
        return self.world.direct(person).payload()

    def guild(self, guild_id: str) -> Payload:
        """A guild that the bot is in."""
        guild = self.world.guilds.get(guild_id)
        if guild is None or not guild.present:
            raise unknown("guild")
        payload: Payload = recorded.first("rest_get_guild")
        return payload | {"id": guild.id, "name": guild.name, "emojis": []} | guild.owned()

    def user(self, person_id: str) -> Payload:
        """An account."""
        person = self.world.people.get(person_id)
        if person is None:
            raise unknown("user")
        return person.user()

    def member(self, guild_id: str, person_id: str) -> Payload:
        """Somebody in a guild that the bot is in."""
        guild, person = self.world.guilds.get(guild_id), self.world.people.get(person_id)
        if guild is None:
            raise unknown("guild")
        if not guild.present:
            raise Refusal(*NO_ACCESS)
        if person is None:
            raise unknown("user")
        if guild_id in person.absent:
            raise unknown("member")
        return person.member(guild_id)
