"""A file that a person handed over, or that the bot hands to one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A named file.

    An adapter fetches no more than the input allows: where `size` (bytes) is larger than
    `content`, the file was too large and its content was left where it is.
    """

    name: str
    content: bytes
    size: int

    @classmethod
    def of(cls, name: str, content: bytes) -> "Attachment":
        """A whole file."""
        return cls(name, content, len(content))

    @property
    def whole(self) -> bool:
        """Whether everything is here."""
        return self.size == len(self.content)
