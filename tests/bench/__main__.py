"""`python -m tests.bench [NAME…]` runs the benchmarks of these names, or all of them.

Options go to the benchmarks that know them.
"""

import sys
from importlib import import_module

NAMES = {
    "discord": "main",
    "slack": "main",
    "sheets": "main",
    "lookup": "main",
    "store": "run",
    "game": "run",
    "regrade": "run",
    "phrases": "main",
    "walks": "main",
    "grading": "main",
    "fair": "main",
    "strangers": "main",
    "prose": "main",
    "grading_quality": "main",
}
"""A module beside this one, and the function in it that measures and prints."""

if __name__ == "__main__":
    named = [each for each in sys.argv[1:] if not each.startswith("-")]
    for name in named or NAMES:
        if len(named) != 1:
            print(f"== {name}")  # noqa: T201 - a benchmark prints
        getattr(import_module(f"tests.bench.{name}"), NAMES[name])()
