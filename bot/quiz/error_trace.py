"""What the log says of an error: its kind and where it happened."""

import traceback

from bot.quiz.ports.store import StoreError


def trace(error: BaseException) -> str:
    """Kind and steps of an error, without its message: that may quote what a member said.

    A store's own message quotes nobody, and tells the operator what to do.
    """
    kind = type(error).__name__
    message = f": {error}" if isinstance(error, StoreError) else ""
    steps = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return f"{kind}{message}\n{steps}" if steps else f"{kind}{message}"
