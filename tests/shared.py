"""The data beside the checkout, `../shared/data`, and what a run leaves out where it is absent.

With `CI=true` nothing may be left out: what is missing is an error.
"""

import os
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "shared" / "data"

left_out: dict[str, None] = {}
"""What this run did not do for want of the data, in the order in which it was missed."""


def require(path: Path, what: str) -> Path:
    """The file or folder; a test that cannot do without it is skipped where it is absent."""
    if not path.exists():
        _fail_in_ci(what)
        pytest.skip(f"needs {what} in {_where(path)}")
    return path


def present(path: Path, what: str) -> bool:
    """Whether a file is there for a check beside the test's own; `what` is the check left out."""
    if path.exists():
        return True
    _fail_in_ci(what)
    left_out[what] = None
    return False


def _fail_in_ci(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"with CI=true nothing may be left out: {what} needs ../shared/data")


def _where(path: Path) -> str:
    return f"../shared/data/{path.parent.relative_to(DATA)}"
