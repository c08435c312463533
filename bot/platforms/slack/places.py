"""Names of channels, picked up from what people do there: no scope is asked for to read them."""

from collections import OrderedDict

_REMEMBERED = 20_000
_NO_NAMES = ("", "privategroup", "directmessage")
"""What Slack says in place of a name it does not give."""


class Places:
    """Channel names by team and channel."""

    def __init__(self) -> None:
        self._names: OrderedDict[tuple[str, str], str] = OrderedDict()

    def heard(self, team_id: str, channel_id: str, name: str) -> str:
        """Remember a name and return it; empty if it is none, or another was heard before."""
        if name in _NO_NAMES or name.startswith("mpdm-"):
            return self._names.get((team_id, channel_id), "")
        self._names[team_id, channel_id] = name
        self._names.move_to_end((team_id, channel_id))
        if len(self._names) > _REMEMBERED:
            self._names.popitem(last=False)
        return name

    def spoken(self, team_id: str, channel_id: str) -> str:
        """The channel as people say it."""
        name = self._names.get((team_id, channel_id), "")
        return f"#{name}" if name else "that channel"
