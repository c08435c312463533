"""Where somebody did something, kept with a dialog until it is sent."""

from dataclasses import dataclass, field, replace

import msgspec

LONGEST = 3000
"""Characters that a view carries along."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The place to which what follows belongs, and how to answer there.

    Travels in a view's private metadata, which Slack shows to nobody.
    """

    channel_id: str = ""
    channel_name: str = ""
    response_url: str = field(default="", repr=False)
    private: bool = False
    """Whether it began on a message that only this person sees."""
    opened_by: str = ""
    """The action or command line that opened the dialog, to open it again."""
    largest: int = 0
    """Bytes of the largest file that the dialog takes; 0 where it takes none."""

    def packed(self) -> str:
        """As a view carries it."""
        packed = msgspec.json.encode(self).decode()
        return packed if len(packed) <= LONGEST else replace(self, response_url="").packed()

    @classmethod
    def unpacked(cls, text: str) -> "Origin":
        """What `packed` wrote; an empty origin for anything else."""
        try:
            return msgspec.json.decode(text.encode(), type=cls)
        except msgspec.DecodeError:
            return cls()
