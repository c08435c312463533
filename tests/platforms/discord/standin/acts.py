"""What people do: commands, presses, forms, and what is done to servers and channels."""

import asyncio
from typing import Any

from tests.platforms.discord.standin import recorded
from tests.platforms.discord.standin.gateway import Gateway
from tests.platforms.discord.standin.snowflake import snowflake
from tests.platforms.discord.standin.world import (
    DM,
    THREAD,
    Channel,
    Interaction,
    Outcome,
    Payload,
    Person,
    Posted,
    Role,
    World,
)

COMMAND, COMPONENT, COMPLETE, MODAL = 2, 3, 4, 5
MEMBER, ROLE, ATTACHMENT = 6, 8, 11
SUBCOMMAND = 1
FILE_UPLOAD = 19


class Acts:
    """Sends what people did through the gateway and waits for what they get to see."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self.world = world
        self.gateway = gateway

    async def begin(
        self,
        person: Person,
        place: Channel,
        kind: int,
        data: Payload,
        message: Posted | None = None,
        *,
        installed: bool = True,
    ) -> Interaction:
        """Send an interaction without waiting for its answer."""
        payload: Payload = recorded.first("gateway_interaction_create")
        token = f"interaction-{snowflake()}"
        interaction = Interaction(
            snowflake(), token, person, place.id, kind, message, self.world.now()
        )
        self.world.interactions[interaction.id] = interaction
        payload |= {"id": interaction.id, "token": token, "type": kind, "data": data}
        payload |= {"channel_id": place.id, "application_id": self.world.application_id}
        payload["channel"] |= place.payload() | {"permissions": str(person.permissions)}
        if message is not None:
            payload["message"] = message.payload
        if place.kind == DM:
            for key in ("member", "guild_id", "guild", "guild_locale"):
                del payload[key]
            payload |= {"user": person.user(), "context": 1}
            payload["authorizing_integration_owners"] = {"1": person.id}
        else:
            payload |= {"guild_id": place.guild_id, "member": person.acting(place.guild_id)}
            payload["guild"]["id"] = place.guild_id
            owners = {"0": place.guild_id} if installed else {"1": person.id}
            payload["authorizing_integration_owners"] = owners
        await self.gateway.dispatch(
            "INTERACTION_CREATE", payload, place.guild_id if installed else ""
        )
        return interaction

    async def see(self, interaction: Interaction) -> Outcome:
        """What the person gets to see."""
        return await asyncio.wait_for(asyncio.shield(interaction.outcome), 10)

    async def command(
        self, person: Person, place: Channel, path: tuple[str, ...], **arguments: Any
    ) -> Outcome:
        """Use a chat command."""
        data = self.command_data(path, arguments)
        return await self.see(await self.begin(person, place, COMMAND, data))

    def command_data(
        self, path: tuple[str, ...], arguments: dict[str, Any], focused: str = ""
    ) -> Payload:
        """The data of a chat command, its options typed as the registered table says.

        A client may still offer a subcommand that is no longer registered.
        """
        spec = next(c for c in self.world.commands if c["name"] == path[0])
        data: Payload = {"id": snowflake(), "name": path[0], "type": 1}
        inner = data
        for word in path[1:]:
            spec = next((o for o in spec["options"] if o["name"] == word), {"type": SUBCOMMAND})
            sub: Payload = {"name": word, "type": spec["type"]}
            inner["options"] = [sub]
            inner = sub
        kinds = {option["name"]: option["type"] for option in spec.get("options") or []}
        for name, value in arguments.items():
            if kinds[name] == ATTACHMENT:
                files = data.setdefault("resolved", {}).setdefault("attachments", {})
                files[value["id"]] = value
                arguments = arguments | {name: value["id"]}
            elif kinds[name] in (MEMBER, ROLE):
                arguments = arguments | {name: self._resolved(data, value)}
        inner["options"] = [
            {"name": name, "type": kinds[name], "value": value}
            | ({"focused": True} if name == focused else {})
            for name, value in arguments.items()
        ]
        return data

    def _resolved(self, data: Payload, value: str | Role) -> str:
        """The id of a person or role, who come along with an option as Discord shows them."""
        resolved = data.setdefault("resolved", {})
        if isinstance(value, Role):
            pattern = recorded.first("gateway_guild_create")["roles"][0]
            resolved.setdefault("roles", {})[value.id] = value.payload(pattern)
            return value.id
        if value in self.world.people:
            resolved.setdefault("users", {})[value] = self.world.people[value].user()
        return value

    async def complete(
        self, person: Person, place: Channel, path: tuple[str, ...], option: str, typed: str
    ) -> tuple[Payload, ...]:
        """Type into an option that completes, and see the choices."""
        data = self.command_data(path, {option: typed}, focused=option)
        outcome = await self.see(await self.begin(person, place, COMPLETE, data))
        return tuple(outcome.data["choices"])

    async def point(
        self, person: Person, place: Channel, name: str, target: Posted | Person
    ) -> Outcome:
        """Use a message command or a user command from its menu."""
        kind = 3 if isinstance(target, Posted) else 2
        data: Payload = {"id": snowflake(), "name": name, "type": kind, "target_id": target.id}
        if isinstance(target, Posted):
            data["resolved"] = {"messages": {target.id: target.payload}}
        else:
            data["resolved"] = {"users": {target.id: target.user()}}
        return await self.see(await self.begin(person, place, COMMAND, data))

    def press_data(self, custom_id: str) -> Payload:
        """The data of a pressed button."""
        return {"custom_id": custom_id, "component_type": 2, "id": 1}

    async def press(self, person: Person, message: Posted, custom_id: str) -> Outcome:
        """Press a button of a message."""
        place = self.world.channels[message.channel_id]
        data = self.press_data(custom_id)
        return await self.see(await self.begin(person, place, COMPONENT, data, message))

    def modal_data(
        self, modal: Payload, values: dict[str, str], files: dict[str, Payload] | None = None
    ) -> Payload:
        """What a client sends when a modal is filled in; untouched fields keep their value."""
        components: list[Payload] = []
        files = files or {}
        for n, part in enumerate(modal["components"], 1):
            if part["type"] != 18:
                components.append({"type": part["type"], "id": n})
                continue
            inner = part["component"]
            name = inner["custom_id"]
            filled: Payload = {"type": inner["type"], "id": n * 10, "custom_id": name}
            if inner["type"] == FILE_UPLOAD:
                filled["values"] = [files[name]["id"]] if name in files else []
            elif inner["type"] == 3:
                chosen = [o["value"] for o in inner["options"] if o.get("default")]
                filled["values"] = [values[name]] if name in values else chosen
            else:
                filled["value"] = values.get(name, inner.get("value") or "")
            components.append({"type": 18, "id": n, "component": filled})
        resolved = {"attachments": {file["id"]: file for file in files.values()}}
        return {"custom_id": modal["custom_id"], "components": components, "resolved": resolved}

    async def submit(
        self,
        person: Person,
        place: Channel,
        modal: Payload,
        values: dict[str, str],
        message: Posted | None = None,
        files: dict[str, Payload] | None = None,
    ) -> Outcome:
        """Send a filled-in modal; files come from `World.add_file`."""
        data = self.modal_data(modal, values, files)
        return await self.see(await self.begin(person, place, MODAL, data, message))

    async def join(self, guild_id: str) -> None:
        """The bot is added to a server."""
        guild = self.world.guilds[guild_id]
        guild.present = True
        payload = guild.payload(self.world.bot, self.world.channels_of(guild))
        payload.pop("unavailable", None)
        await self.gateway.dispatch("GUILD_CREATE", payload, guild_id)

    async def kick(self, guild_id: str) -> None:
        """The bot is removed from a server."""
        self.world.guilds[guild_id].present = False
        await self.gateway.dispatch("GUILD_DELETE", {"id": guild_id}, guild_id)

    async def delete_channel(self, channel: Channel) -> None:
        """A channel is deleted, with what stood in it."""
        del self.world.channels[channel.id]
        event = "THREAD_DELETE" if channel.kind == THREAD else "CHANNEL_DELETE"
        await self.gateway.dispatch(event, channel.payload(), channel.guild_id)
