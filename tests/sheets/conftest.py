from pathlib import Path

import pytest

from tests import shared


@pytest.fixture(scope="session")
def real_sheet() -> Path:
    """A real, messy sheet of 522 lines that lies beside the checkout."""
    return shared.require(shared.DATA / "sheets" / "ml-cheat-sheet.md", "the real sheet")
