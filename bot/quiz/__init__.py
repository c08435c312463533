"""The game: rounds, answering, points, boards, schedule, look-ups, commands, and its ports."""
