"""What the game needs of the world: Store, Chat, Clock and Files, as Protocols with their contracts."""

from bot.quiz.ports.chat import Chat
from bot.quiz.ports.clock import Clock
from bot.quiz.ports.files import Files
from bot.quiz.ports.store import Store

__all__ = ["Chat", "Clock", "Files", "Store"]
