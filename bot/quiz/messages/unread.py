"""Words that could not be brought to somebody, below what they get to see when they come along."""

from collections.abc import Sequence

from bot.model.delivery import Delivery
from bot.model.message import Block, Buttons, Message, Section, Small
from bot.model.text import line


def below(message: Message, unread: Sequence[Delivery]) -> Message:
    """The message, and below it what the person could not be told in private."""
    blocks: list[Block] = [Small(line("I could not write to you in private, so I tell you here:"))]
    for word in unread:
        blocks.append(Section(line(word.text)))
        if word.buttons:
            blocks.append(Buttons(word.buttons))
    return Message((*message.blocks, *blocks), summary=message.summary)
