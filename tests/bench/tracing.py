"""What runs in a package between two moments, seen from outside by the interpreter's profile hook.

Three counts, each over every thread:

- files: files of the package in which a function started, or called one that did. (A loop that only
  wakes and looks, and calls nothing, is no part of a walk.)
- calls: distinct pairs of functions, caller and callee, that stand in two different files. The
  caller is the nearest function of the package on the callee's stack, whatever library stands
  between. A function that nobody in the package called (a callback of the event loop, a new task,
  the first function in a thread) is no pair; what it calls is.
- rooms: changes of room along the run: how often a function starts in another room than the one
  that started before it. A room is `X` for all that lies below `X/`, however it is divided, but
  `platforms/X` below `platforms/X/`; files directly in the package are one room, the top, and those
  directly in `platforms/` are another. Going back is no change.

A coroutine or a generator starts once, when its body does, and not when it goes on. A comprehension
is part of the function in which it stands. What runs below a frame of `aside` (a stand-in or a page
that borrows a piece of the package) is not the package's own work and counts for nothing.
"""

import dis
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import TypeAlias

Function: TypeAlias = tuple[str, str]
"""A file, from the package's folder, and the function's qualified name in it."""
Call: TypeAlias = tuple[Function, Function]

_INNER = (
    ".<locals>.<listcomp>",
    ".<locals>.<setcomp>",
    ".<locals>.<dictcomp>",
    ".<locals>.<genexpr>",
)


def room(file: str) -> str:
    """`quiz/commands/board.py` → `quiz`, `platforms/slack/views.py` → `platforms/slack`."""
    folders = file.split("/")[:-1]
    return "/".join(folders[: 2 if folders[:1] == ["platforms"] else 1])


@dataclass(slots=True)
class Seen:
    """What ran while this was being recorded."""

    files: set[str] = field(default_factory=set)
    calls: set[Call] = field(default_factory=set)

    rooms: int = 0
    _room: str | None = None

    def start(self, file: str) -> None:
        """Note that a function starts in a file."""
        here = room(file)
        self.rooms += self._room not in (None, here)
        self._room = here


class Trace:
    """Watches a package; install it before the threads begin that are to be seen."""

    def __init__(self, package: Path, aside: Path | None = None) -> None:
        self._package = f"{package}/"
        self._aside = f"{aside}/" if aside else ""
        self._recording: Seen | None = None
        self._files: dict[str, str] = {}
        self.stirred = 0
        """How often code of the package began or went on, recorded or not: still while idle."""

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Watch this thread and every one that begins meanwhile."""
        threading.setprofile(self._note)
        sys.setprofile(self._note)
        try:
            yield
        finally:
            sys.setprofile(None)
            threading.setprofile(None)

    @contextmanager
    def recording(self) -> Iterator[Seen]:
        """Record what runs inside the block."""
        self._recording = seen = Seen()
        try:
            yield seen
        finally:
            self._recording = None

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        if event != "call":
            return
        file = self._file(frame.f_code)
        if not file:
            return
        self.stirred += 1
        seen = self._recording
        if seen is None:
            return
        caller, own = self._caller(frame)
        if not own:
            return
        callee = frame.f_code
        if frame.f_lasti != _start(callee) or _is_inner(callee):
            return
        seen.start(file)
        above = self._file(caller) if caller else file
        seen.files |= {file, above}
        if caller and above != file:
            seen.calls.add(((above, _name(caller)), (file, _name(callee))))

    def _caller(self, frame: FrameType) -> tuple[CodeType | None, bool]:
        """The nearest function of the package above a frame, and whether nothing is aside."""
        caller: CodeType | None = None
        above = frame.f_back
        while above is not None:
            code = above.f_code
            if self._aside and code.co_filename.startswith(self._aside):
                return caller, False
            if caller is None and self._file(code):
                caller = code
            above = above.f_back
        return caller, True

    def _file(self, code: CodeType) -> str:
        """The file of a function from the package's folder; empty for what lies outside."""
        name = code.co_filename
        known = self._files.get(name)
        if known is None:
            inside = name.startswith(self._package)
            known = self._files[name] = name.removeprefix(self._package) if inside else ""
        return known


def _is_inner(code: CodeType) -> bool:
    return code.co_qualname.endswith(_INNER)


def _name(code: CodeType) -> str:
    name = code.co_qualname
    while name.endswith(_INNER):
        name = name.rpartition(".<locals>.")[0]
    return name


@cache
def _start(code: CodeType) -> int:
    """The offset at which a function's body starts, be it a coroutine or not."""
    return next(
        step.offset
        for step in dis.get_instructions(code)
        if step.opname == "RESUME" and not (step.arg or 0) & 3
    )
