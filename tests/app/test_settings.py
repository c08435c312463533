"""What the operator may set, and what a wrong setting says."""

from pathlib import Path

import pytest

from bot.platforms.platform import Misconfigured
from bot.settings import Settings, shipped


def test_without_a_setting_there_is_one_file_and_the_sheet_that_comes_along() -> None:
    settings = Settings.from_environment({})
    assert settings.database == "quizsheet.sqlite3"
    assert settings.sheets == (shipped(),)
    assert settings.limits.largest_file == 1_000_000


def test_several_sheets_are_separated_as_in_path() -> None:
    settings = Settings.from_environment({"QUIZSHEET_SHEETS": "a.md:b"})
    assert settings.sheets == (Path("a.md"), Path("b"))


def test_the_limits_of_files_in_chat_are_the_operators() -> None:
    settings = Settings.from_environment(
        {"QUIZSHEET_LARGEST_FILE": "5000000", "QUIZSHEET_MOST_QUESTIONS": "10000"}
    )
    assert settings.limits.largest_file == 5_000_000
    assert settings.limits.most_questions == 10_000


@pytest.mark.parametrize("wrong", ["1 MB", "-1", "0", "1e6", "9" * 20])
def test_a_limit_that_is_no_number_says_what_to_set(wrong: str) -> None:
    settings = Settings.from_environment({"QUIZSHEET_LARGEST_FILE": wrong})
    with pytest.raises(Misconfigured, match="QUIZSHEET_LARGEST_FILE"):
        _ = settings.limits
