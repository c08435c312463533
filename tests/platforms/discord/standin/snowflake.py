"""Discord's ids: a time in milliseconds and a counter."""

import itertools
import time

EPOCH = 1_420_070_400_000
_counter = itertools.count(1)


def snowflake(shard_key: int | None = None) -> str:
    """A new id; a guild's decides its shard, so `shard_key` sets what is left after `>> 22`."""
    moment = int(time.time() * 1000) - EPOCH if shard_key is None else shard_key
    return str((moment << 22) + next(_counter) % (1 << 22))
