"""What the bot says: one file for each kind of message, all of them platform-neutral."""
