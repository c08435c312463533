"""Slack's settings, read from the environment; half of them is an error that says what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.platforms.platform import Misconfigured

BOT_TOKEN, APP_TOKEN = "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"
SIGNING_SECRET = "SLACK_SIGNING_SECRET"  # noqa: S105 - a name
CLIENT_ID, CLIENT_SECRET = "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"
MODE = "QUIZSHEET_SLACK_MODE"
CONNECTIONS = "QUIZSHEET_SLACK_CONNECTIONS"
LISTEN = "QUIZSHEET_SLACK_LISTEN"
URL = "QUIZSHEET_SLACK_URL"
TOKEN_KEYS = "QUIZSHEET_SLACK_TOKEN_KEYS"  # noqa: S105 - a name
POSTS = "QUIZSHEET_SLACK_POSTS_PER_MINUTE"
API = "QUIZSHEET_SLACK_API"
UPLOADS = "QUIZSHEET_SLACK_UPLOADS"
GROUPS = "QUIZSHEET_SLACK_GROUPS"

IN_FILE = "_FILE"
"""Ends the name of a variable that says in which file a token stands."""
_ANY = (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, CLIENT_ID, CLIENT_SECRET)
_SLACK = "https://slack.com/api/"


@dataclass(frozen=True, slots=True)
class Install:
    """What it takes to let many workspaces install the app themselves."""

    client_id: str
    client_secret: str = field(repr=False)
    url: str
    """Where people reach this process from outside, without a slash at the end."""
    token_keys: tuple[str, ...] = field(repr=False)
    """Fernet keys; the first one seals, all of them open."""
    uploads: bool = False
    """Whether the scope is asked for that lets quizmasters bring files."""
    groups: bool = False
    """Whether the scope is asked for that lets user groups be quizmasters."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to connect. One workspace by `bot_token`, or many by `install`."""

    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    bot_token_file: str = ""
    """Where the bot token stands, if in a file: one that is replaced there is taken up."""
    app_token_file: str = ""
    signing_secret: str = field(default="", repr=False)
    install: Install | None = None
    socket: bool = True
    connections: int = 1
    host: str = "0.0.0.0"  # noqa: S104 - a load balancer stands in front
    port: int = 3000
    posts_per_minute: int = 300
    api: str = _SLACK

    @property
    def serves(self) -> bool:
        """Whether it listens for HTTP: for events, or for the pages of an install."""
        return not self.socket or self.install is not None

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Settings | None":
        """None where nothing is set; raises `Misconfigured` where it cannot work."""
        given = {name: value.strip() for name, value in environment.items() if value.strip()}
        for name in (BOT_TOKEN, APP_TOKEN):
            if name + IN_FILE in given:
                given[name] = read_token(name, given[name + IN_FILE])
        if not any(name in given for name in _ANY):
            return None
        install = _install(given)
        bot_token = _token(given)
        if bool(bot_token) == bool(install):
            raise Misconfigured(
                f"Slack: set {BOT_TOKEN} for one workspace, or {CLIENT_ID} and {CLIENT_SECRET} "
                "to let many workspaces install the app; one of the two, not both."
            )
        socket = _by_socket(given)
        host, port = _listen(given.get(LISTEN, "0.0.0.0:3000"))
        return cls(
            bot_token=bot_token,
            app_token=given.get(APP_TOKEN, ""),
            bot_token_file=given.get(BOT_TOKEN + IN_FILE, ""),
            app_token_file=given.get(APP_TOKEN + IN_FILE, ""),
            signing_secret=given.get(SIGNING_SECRET, ""),
            install=install,
            socket=socket,
            connections=_number(given, CONNECTIONS, 1, 1, 10),
            host=host,
            port=port,
            posts_per_minute=_number(given, POSTS, 300, 1, 100_000),
            api=given.get(API, _SLACK),
        )


def read_token(name: str, path: str) -> str:
    """The token in a file; raises `Misconfigured` where there is none."""
    try:
        token = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as failed:
        raise Misconfigured(
            f"Slack: {name}{IN_FILE} names a file that cannot be read ({type(failed).__name__})."
        ) from failed
    if not token:
        raise Misconfigured(f"Slack: the file that {name}{IN_FILE} names is empty.")
    return token


def _token(given: Mapping[str, str]) -> str:
    token = given.get(BOT_TOKEN, "")
    if token and not token.startswith(("xoxb-", "xoxe.xoxb-")):
        raise Misconfigured(
            f"Slack: {BOT_TOKEN} is not a bot token. Copy the one that begins with xoxb- from "
            "“OAuth & Permissions” of your app."
        )
    return token


def _by_socket(given: Mapping[str, str]) -> bool:
    mode = given.get(MODE, "socket" if APP_TOKEN in given else "http")
    if mode not in ("socket", "http"):
        raise Misconfigured(f"Slack: {MODE} is socket or http, not “{mode}”.")
    if mode == "http" and SIGNING_SECRET not in given:
        raise Misconfigured(
            f"Slack: set {APP_TOKEN} (from “Basic Information”, begins with xapp-) to connect by "
            f"Socket Mode, or {SIGNING_SECRET} to take requests by HTTP."
        )
    if mode == "socket" and not given.get(APP_TOKEN, "").startswith("xapp-"):
        raise Misconfigured(
            f"Slack: {APP_TOKEN} is not an app-level token. Make one with the scope "
            "connections:write under “Basic Information”; it begins with xapp-."
        )
    return mode == "socket"


def _install(given: Mapping[str, str]) -> Install | None:
    if CLIENT_ID not in given and CLIENT_SECRET not in given:
        return None
    needed = (CLIENT_ID, CLIENT_SECRET, URL, TOKEN_KEYS)
    missing = [name for name in needed if name not in given]
    if missing:
        raise Misconfigured(
            f"Slack: for installs by many workspaces, {', '.join(missing)} must be set too. "
            f"{URL} is the https address of this process; {TOKEN_KEYS} are Fernet keys that "
            "seal the tokens, newest first, separated by commas."
        )
    url = given[URL].rstrip("/")
    if not url.startswith(("https://", "http://")):
        raise Misconfigured(f"Slack: {URL} begins with https://, “{url}” does not.")
    keys = tuple(key.strip() for key in given[TOKEN_KEYS].split(",") if key.strip())
    uploads, groups = _said_yes(given, UPLOADS), _said_yes(given, GROUPS)
    return Install(given[CLIENT_ID], given[CLIENT_SECRET], url, keys, uploads, groups)


def _said_yes(given: Mapping[str, str], name: str) -> bool:
    return given.get(name, "no").lower() in ("1", "yes", "true", "on")


def _listen(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        raise Misconfigured(f"Slack: {LISTEN} is HOST:PORT, such as 0.0.0.0:3000, not “{text}”.")
    return host.strip("[]") or "0.0.0.0", int(port)  # noqa: S104 - as above


def _number(given: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = given.get(name, str(default))
    if not text.isdigit() or not least <= int(text) <= most:
        raise Misconfigured(f"Slack: {name} is a number from {least} to {most}, not “{text}”.")
    return int(text)
