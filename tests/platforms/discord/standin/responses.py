"""REST for interactions: the first response within three seconds, follow-ups for a quarter hour."""

from tests.platforms.discord.standin.refusal import Refusal, unknown
from tests.platforms.discord.standin.world import (
    EPHEMERAL,
    Channel,
    Interaction,
    Outcome,
    Payload,
    Posted,
    World,
)

FIRST, LIFE = 3.0, 15 * 60.0
PONG, MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9


class Responses:
    """How the bot answers what people did."""

    def __init__(self, world: World) -> None:
        self.world = world

    def callback(self, interaction_id: str, token: str, body: Payload) -> Payload:
        """The first response."""
        interaction = self.world.interactions.get(interaction_id)
        if interaction is None or interaction.token != token:
            raise Refusal(404, 10062, "Unknown interaction")
        if interaction.response:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        if self.world.now() - interaction.at > FIRST:
            raise Refusal(404, 10062, "Unknown interaction")
        kind, data = body["type"], body.get("data") or {}
        self._fits(interaction, kind)
        interaction.response = kind
        interaction.answered_at = self.world.now()
        interaction.ephemeral = bool(data.get("flags", 0) & EPHEMERAL)
        self._do(interaction, kind, data)
        return self._answer(interaction, kind)

    def _fits(self, interaction: Interaction, kind: int) -> None:
        completes = interaction.kind == 4
        if (kind == CHOICES) != completes or (kind == MODAL and interaction.kind == 5):
            raise Refusal(400, 50035, "Invalid Form Body: type does not fit the interaction")
        if kind in (UPDATE, DEFERRED_UPDATE) and interaction.message is None:
            raise Refusal(400, 50035, "Invalid Form Body: there is no message to update")

    def _do(self, interaction: Interaction, kind: int, data: Payload) -> None:
        if kind == CHOICES:
            interaction.settle(Outcome("choices", data))
        elif kind == MODAL:
            interaction.settle(Outcome("modal", data))
        elif kind == MESSAGE:
            interaction.original = self._post(interaction, data)
            interaction.settle(Outcome("message", data, interaction.original))
        elif kind == UPDATE:
            assert interaction.message is not None
            self.world.change_message(interaction.message, data)
            interaction.original = interaction.message
            interaction.settle(Outcome("update", data, interaction.message))
        elif kind == DEFERRED_UPDATE:
            interaction.original = interaction.message

    def _answer(self, interaction: Interaction, kind: int) -> Payload:
        answer: Payload = {
            "id": interaction.id,
            "type": interaction.kind,
            "response_message_loading": kind == DEFERRED,
            "response_message_ephemeral": interaction.ephemeral,
        }
        if interaction.original is None:
            return {"interaction": answer}
        answer["response_message_id"] = interaction.original.id
        resource = {"type": kind, "message": interaction.original.payload}
        return {"interaction": answer, "resource": resource}

    def _place(self, interaction: Interaction) -> Channel:
        return self.world.channels[interaction.channel_id]

    def _post(self, interaction: Interaction, data: Payload) -> Posted:
        seen_by = interaction.person.id if data.get("flags", 0) & EPHEMERAL else ""
        place = self._place(interaction)
        return self.world.add_message(place, self.world.bot, data, seen_by=seen_by)

    def _by_token(self, token: str) -> Interaction:
        for interaction in self.world.interactions.values():
            if interaction.token == token:
                if self.world.now() - interaction.at > LIFE:
                    raise Refusal(401, 50027, "Invalid Webhook Token")
                if not interaction.response:
                    raise Refusal(404, 10015, "Unknown Webhook")
                return interaction
        raise Refusal(404, 10015, "Unknown Webhook")

    def followup(self, token: str, body: Payload) -> Payload:
        """One more message; the first after a deferral takes the deferral's place and privacy."""
        interaction = self._by_token(token)
        if interaction.response == DEFERRED and interaction.original is None:
            return self.edit_original(token, body)
        posted = self._post(interaction, body)
        interaction.followups.append(posted)
        interaction.settle(Outcome("message", body, posted))
        return posted.payload

    def edit_original(self, token: str, body: Payload) -> Payload:
        """Change the first response, or give it where it was deferred."""
        interaction = self._by_token(token)
        if interaction.original is None:
            if interaction.response != DEFERRED:
                raise unknown("message")
            flags = EPHEMERAL if interaction.ephemeral else 0
            interaction.original = self._post(interaction, body | {"flags": flags})
        else:
            self.world.change_message(interaction.original, body)
        interaction.settle(Outcome("message", body, interaction.original))
        return interaction.original.payload
