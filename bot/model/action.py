"""An action: what a button or a form brings back when it is used."""

from dataclasses import dataclass

LONGEST = 100
"""Characters that every platform carries (Discord's custom id is the shortest)."""


@dataclass(frozen=True, slots=True)
class Action:
    """A verb and its arguments, such as `answer` for a round; all its state, so that a button
    still works after a restart and a month later.

    Verb and arguments hold no colon and together at most `LONGEST` characters.
    """

    verb: str
    arguments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(":" in part for part in (self.verb, *self.arguments)) or len(str(self)) > LONGEST:
            raise ValueError(f"an action holds no colon and {LONGEST} characters at most: {self}")

    def __str__(self) -> str:
        return ":".join((self.verb, *self.arguments))

    @classmethod
    def parse(cls, text: str) -> "Action":
        """Read what `str()` wrote; anything else becomes an action that nobody handles."""
        verb, *arguments = text[:LONGEST].split(":")
        return cls(verb, tuple(arguments))
