"""The audit log: what quizmasters did, when and why; only ever added to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing that a quizmaster did.

    It holds a key instead of the person: who the key belongs to is kept apart from the log, and
    can be forgotten without touching it.
    """

    team_id: str
    id: str
    at: datetime
    member_id: str
    """Who did it; empty where that was forgotten."""
    name: str
    """The name that they have now, or had then where it is being written."""
    what: str
    """What was done, as it follows their name: `accepted a wording for everybody`."""
    about: str = ""
    """The question, sheet, channel or person that it was done to."""
    why: str = ""
    """The word that they gave for it."""
    words: str = ""
    """What a member had said, as long as that is kept."""
