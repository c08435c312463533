"""Names that the game gives to its rounds and deliveries."""

from random import Random

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTH = 12


def new_id(rng: Random) -> str:
    """Twelve letters and digits that nobody confuses: 59 bits, and short enough for a nonce."""
    return "".join(rng.choices(_ALPHABET, k=_LENGTH))
