"""A stand-in Discord: gateway and REST over real sockets, judged by Discord's own schemas."""

from tests.platforms.discord.standin.server import StandIn, standing_in

__all__ = ["StandIn", "standing_in"]
