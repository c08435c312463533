"""Names that the game gives to its rounds and deliveries."""

import hashlib
from random import Random

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTH = 12


def new_id(rng: Random) -> str:
    """Twelve letters and digits that nobody confuses: 59 bits, and short enough for a nonce."""
    return "".join(rng.choices(_ALPHABET, k=_LENGTH))


def named(key: str) -> str:
    """A name made from an event's key, so that an event delivered twice makes one thing; empty
    where the platform gave no key.
    """
    return hashlib.sha256(key.encode()).hexdigest()[:_LENGTH] if key else ""


def told_key(about: str, member_id: str) -> str:
    """The key of a word that several people get, for one of them: short enough for a nonce, and
    the same whoever else is told.
    """
    return f"qm-{named(f'{about} {member_id}')}"
