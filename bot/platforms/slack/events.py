"""What Slack sends, as far as Quizsheet reads it."""

import msgspec


class Named(msgspec.Struct, frozen=True):
    """A workspace, an organisation or a channel."""

    id: str = ""
    name: str = ""
    domain: str = ""


class User(msgspec.Struct, frozen=True):
    """A person as interactions name them."""

    id: str
    name: str = ""
    username: str = ""
    team_id: str = ""


class Container(msgspec.Struct, frozen=True):
    """Where a button stands: a message (perhaps seen by one person only) or a view."""

    type: str = ""
    message_ts: str = ""
    channel_id: str = ""
    view_id: str = ""
    is_ephemeral: bool = False


class Pressed(msgspec.Struct, frozen=True):
    """A button that was used."""

    action_id: str = ""
    value: str = ""


class Chosen(msgspec.Struct, frozen=True):
    """A chosen option."""

    value: str = ""


class SentFile(msgspec.Struct, frozen=True):
    """A file in a field of a dialog: where it lies, and how large it is (bytes)."""

    name: str = ""
    size: int = 0
    url_private_download: str = ""
    url_private: str = ""

    @property
    def url(self) -> str:
        """Where it is fetched from."""
        return self.url_private_download or self.url_private


class Filled(msgspec.Struct, frozen=True):
    """A field of a dialog as it was sent."""

    files: tuple[SentFile, ...] = ()
    value: str | None = None
    selected_option: Chosen | None = None
    selected_user: str | None = None
    selected_channel: str | None = None


class State(msgspec.Struct, frozen=True):
    """The fields of a dialog, by block and element."""

    values: dict[str, dict[str, Filled]] | list[object] = {}
    """An empty list where there are no fields."""


class View(msgspec.Struct, frozen=True):
    """A dialog, or the Home tab."""

    id: str = ""
    type: str = "modal"
    hash: str = ""
    callback_id: str = ""
    private_metadata: str = ""
    app_installed_team_id: str | None = None
    state: State = State()


class Pointed(msgspec.Struct, frozen=True):
    """A message, as interactions carry it."""

    ts: str = ""
    thread_ts: str = ""
    team: str = ""
    app_id: str = ""
    """The app that posted it; empty for a person's."""


class Payload(msgspec.Struct, frozen=True):
    """A press, a sent dialog, a message shortcut or a field that wants completion."""

    type: str
    user: User
    team: Named | None = None
    enterprise: Named | None = None
    is_enterprise_install: bool | str = False
    channel: Named | None = None
    container: Container = Container()
    actions: tuple[Pressed, ...] = ()
    view: View | None = None
    message: Pointed | None = None
    trigger_id: str = ""
    response_url: str = ""
    callback_id: str = ""
    api_app_id: str = ""
    block_id: str = ""
    action_id: str = ""
    value: str | None = None


class Typed(msgspec.Struct, frozen=True):
    """A slash command."""

    command: str
    user_id: str
    team_id: str
    text: str = ""
    team_domain: str = ""
    enterprise_id: str = ""
    is_enterprise_install: bool | str = False
    channel_id: str = ""
    channel_name: str = ""
    user_name: str = ""
    trigger_id: str = ""
    response_url: str = ""


class Authorization(msgspec.Struct, frozen=True):
    """The installation for which an event is sent."""

    team_id: str | None = None
    enterprise_id: str | None = None
    user_id: str | None = None
    """The bot's own user there."""
    is_enterprise_install: bool = False


class Tokens(msgspec.Struct, frozen=True):
    """The people whose tokens were revoked, by kind of token."""

    bot: tuple[str, ...] | None = None


class Happened(msgspec.Struct, frozen=True):
    """The part of an event that says what happened."""

    type: str
    user: str = ""
    tab: str = ""
    tokens: Tokens = Tokens()
    channel: str | Named = ""
    """The id of a channel, or what it is called now."""

    @property
    def place(self) -> Named:
        """The channel, with its name where the event says it."""
        return self.channel if isinstance(self.channel, Named) else Named(self.channel)


class Notification(msgspec.Struct, frozen=True):
    """An event that the app subscribed to."""

    event: Happened
    team_id: str = ""
    enterprise_id: str | None = None
    event_id: str = ""
    authorizations: tuple[Authorization, ...] = ()

    def about(self, user: str) -> bool:
        """Whether a user is the bot, as far as the event says who that is."""
        known = {each.user_id for each in self.authorizations} - {None}
        return not known or user in known

    @property
    def org(self) -> bool:
        """Whether the app is installed for a whole organisation."""
        return any(each.is_enterprise_install for each in self.authorizations)
