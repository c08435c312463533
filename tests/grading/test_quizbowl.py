"""Quizbowl's own cases: accept, prompt and reject, as items with accept, more and reject."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from bot.grading import grade, prepare
from bot.model.grade import Verdict
from tests.grading.quizbowl import cases_of, question_of

REPRODUCED = 0.9
_FOLDER = Path(__file__).parents[2] / "var" / "npm"
_DIRECTIVE = {Verdict.CORRECT: "accept", Verdict.MORE: "prompt"}


@cache
def package() -> Path | None:
    """The npm package qb-answer-checker in a folder that git ignores, or None without npm."""
    found = _FOLDER / "node_modules" / "qb-answer-checker"
    npm = shutil.which("npm")
    if not found.is_dir() and npm is not None:
        _FOLDER.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--prefix", str(_FOLDER), "--no-audit", "--no-fund"]
        subprocess.run([*command, "qb-answer-checker@1.1.9"], check=False, capture_output=True)
    return found if found.is_dir() else None


def test_nine_of_ten_directives_are_reproduced() -> None:
    """At least 90 % of the package's own cases come out as it wants them."""
    found = package()
    if found is None:
        assert os.environ.get("CI") != "true", "npm has to be there in CI"
        pytest.skip("npm or its registry is not at hand, and with it qb-answer-checker's cases")
    cases = cases_of(found)
    assert len(cases) == 242
    missed = [
        f"{case.directive}: {case.given!r} to {case.line[:70]!r}"
        for case in cases
        if _DIRECTIVE.get(grade(prepare(question_of(case.line)), case.given).verdict, "reject")
        != case.directive
    ]
    assert 1 - len(missed) / len(cases) >= REPRODUCED, "\n".join(missed)
