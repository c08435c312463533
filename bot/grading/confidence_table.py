"""How often grades were right, by what they rest on. Written by `python -m tests.fit`; not by hand."""

RIGHT: dict[str, float] = {}
PROSE: dict[str, tuple[float, ...]] = {
    "wrong": (0.0, 1.0, 0.0, 0.0, 0.0),
    "partial": (0.0, 1.0, 0.0, 0.0, 0.0),
    "correct": (0.0, 1.0, 0.0, 0.0, 0.0),
}
