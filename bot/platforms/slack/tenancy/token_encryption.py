"""What opens a workspace, sealed before it is stored."""

from collections.abc import Sequence

import msgspec
from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.platforms.platform import Misconfigured
from bot.platforms.slack.settings import TOKEN_KEYS


class Keys(msgspec.Struct, frozen=True):
    """The tokens of an install; `expires_at` in Unix seconds, 0 for one that never does."""

    token: str
    refresh: str = ""
    expires_at: float = 0.0
    bot_name: str = ""

    def __repr__(self) -> str:
        """Says nothing of the tokens."""
        return f"Keys(expires_at={self.expires_at})"


class Unreadable(Exception):
    """Sealed by a key that is no longer configured."""


class TokenEncryption:
    """Seals with the first key and opens with any: to change keys, put a new one in front, and
    drop the old one once everything was opened at least once.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        try:
            ring = [Fernet(key) for key in keys]
        except ValueError:
            raise Misconfigured(
                f"Slack: {TOKEN_KEYS} holds something that is no Fernet key. Make one with: "
                'python -c "from cryptography.fernet import Fernet; '
                'print(Fernet.generate_key().decode())"'
            ) from None
        self._newest = ring[0]
        self._all = MultiFernet(ring)

    def seal(self, keys: Keys) -> str:
        """The keys, unreadable for anybody else."""
        return self._newest.encrypt(msgspec.json.encode(keys)).decode()

    def open(self, sealed: str) -> tuple[Keys, bool]:
        """The keys, and whether an old key sealed them; raises `Unreadable`."""
        try:
            return msgspec.json.decode(self._newest.decrypt(sealed.encode()), type=Keys), False
        except InvalidToken:
            pass
        try:
            return msgspec.json.decode(self._all.decrypt(sealed.encode()), type=Keys), True
        except InvalidToken:
            raise Unreadable(
                f"No key in {TOKEN_KEYS} opens these tokens. Put the old key back at the end."
            ) from None
