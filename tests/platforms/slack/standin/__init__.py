"""A stand-in Slack on real sockets: what the real clients connect to in tests."""

from tests.platforms.slack.standin.people import People
from tests.platforms.slack.standin.slack import Slack, open_slack
from tests.platforms.slack.standin.world import Opened, Person, Posted, Whisper

__all__ = ["Opened", "People", "Person", "Posted", "Slack", "Whisper", "open_slack"]
