"""The one room of the playground."""

TEAM_ID = "web:demo"
TEAM_NAME = "Playground"
CHANNEL_ID = "ml-study"
CHANNEL_NAME = "ml-study"
