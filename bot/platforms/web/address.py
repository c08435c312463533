"""The address that the playground listens on: this machine's own, and a port that is free."""

import errno
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address

from bot.platforms.platform import Misconfigured

PORT = "QUIZSHEET_WEB_PORT"
HOST = "QUIZSHEET_WEB_HOST"
TRIED = 50
"""How many ports are tried, the one asked for included."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the operator would have the playground; port 0 means any."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A socket that listens, and the port it was asked for."""

    listener: socket.socket
    wanted: Wanted

    @property
    def port(self) -> int:
        """The port it got."""
        port: int = self.listener.getsockname()[1]
        return port

    @property
    def url(self) -> str:
        """What to open in a browser."""
        host = f"[{self.wanted.host}]" if ":" in self.wanted.host else self.wanted.host
        return f"http://{host}:{self.port}/"

    @property
    def notice(self) -> str:
        """A sentence where the port is another one than was asked for, else empty."""
        if self.wanted.port in (0, self.port):
            return ""
        return f"Port {self.wanted.port} is taken, so the playground uses {self.port}."


def wanted(environment: Mapping[str, str]) -> Wanted | None:
    """What the environment asks for; None where it does not ask for a playground.

    Raises `Misconfigured` for a port that is none and for a host that others could reach.
    """
    port = environment.get(PORT, "").strip()
    if not port:
        return None
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and int(port) < 65_536):
        raise Misconfigured(f"{PORT} is {port!r}. Set it to a number from 0 to 65535.")
    host = environment.get(HOST, "").strip() or "127.0.0.1"
    if not is_loopback(host):
        raise Misconfigured(
            f"{HOST} is {host!r}. The playground has no passwords, so only this machine may reach "
            "it: leave the variable out, or set it to 127.0.0.1 or ::1."
        )
    return Wanted(host, int(port))


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.removeprefix("[").removesuffix("]")).is_loopback
    except ValueError:
        return False


def bind(place: Wanted) -> Bound:
    """Listen at the port, or at the next free one; raises `Misconfigured` where none is free."""
    last = min(place.port + TRIED, 65_536) if place.port else 1
    for port in range(place.port, last):
        try:
            return Bound(_listen(place.host, port), place)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise Misconfigured(
                    f"The playground cannot listen on {place.host}: {error.strerror}. "
                    f"Leave {HOST} out to use 127.0.0.1."
                ) from None
    raise Misconfigured(
        f"The ports {place.port} to {last - 1} are all taken. Set {PORT} to another one, "
        "or to 0 for any that is free."
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)
