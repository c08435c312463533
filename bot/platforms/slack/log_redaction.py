"""Logs of the SDK without secrets: no payloads, and tokens blotted out wherever one slips in."""

import logging
import re

_SECRET = re.compile(
    r"(?:xox[a-z.]*-|xapp-|xoxe[.-])[\w.-]+"  # tokens of every kind
    r"|ticket=[\w-]+"  # the key to a socket
    r"|code: \S+"  # the code of an install
    r"|https://hooks\.slack\.com/\S+"  # whoever knows a response address may use it
)

_OF_NO_USE = "As you gave `client` as well"
"""Bolt reads the environment by itself and wonders at what it finds there."""


def without_secrets(text: str) -> str:
    """The text with everything blotted out that opens a door."""
    return _SECRET.sub("(secret)", text)


class Blotted(logging.Filter):
    """Blots secrets out of a record; a traceback, whose words nobody chose, becomes one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record and let it pass."""
        words = record.getMessage()
        if words.startswith(_OF_NO_USE):
            return False
        if record.exc_info and record.exc_info[0] is not None:
            words = f"{words} [{record.exc_info[0].__name__}]"
        record.msg, record.args = without_secrets(words), None
        record.exc_info = record.exc_text = None
        return True


def sdk_logger() -> logging.Logger:
    """The logger handed to the SDK.

    Its level is set, not inherited: below it the SDK logs whole payloads, answers included, and
    builds those lines even where nobody reads them.
    """
    logger = logging.getLogger("bot.platforms.slack.sdk")
    logger.setLevel(logging.WARNING)
    if not any(isinstance(each, Blotted) for each in logger.filters):
        logger.addFilter(Blotted())
    return logger
