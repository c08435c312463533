"""A fault that is known and not yet mended: the run tells whoever mends it."""

import pytest


def not_yet(reason: str) -> pytest.MarkDecorator:
    """A strict mark with what is wrong, as a member or an author would say it."""
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)
