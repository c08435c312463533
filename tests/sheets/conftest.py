import os
from pathlib import Path

import pytest

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "sheets" / "ml-cheat-sheet.md"


@pytest.fixture(scope="session")
def real_sheet() -> Path:
    """A real, messy sheet of 522 lines that lies beside the checkout."""
    if not REAL.exists():
        reason = "needs the sheet in ../shared/data/sheets"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return REAL
