"""The best one-to-one assignment of parts to items."""

from collections.abc import Mapping, Sequence


def assign(gains: Sequence[Mapping[int, float]]) -> list[int | None]:
    """For each row its column, so that the sum of the gains is largest and no column comes twice.

    Rows map columns to gains above 0. Augmenting paths in the order of the gains (the Hungarian
    method on a sparse matrix); ties go to the earlier row and the earlier column.
    """
    taken: dict[int, int] = {}
    chosen: list[int | None] = [None] * len(gains)
    for row in range(len(gains)):
        _augment(row, gains, taken, chosen)
    return chosen


def _augment(
    start: int,
    gains: Sequence[Mapping[int, float]],
    taken: dict[int, int],
    chosen: list[int | None],
) -> None:
    """Bellman-Ford over alternating paths: the path from `start` with the largest gain."""
    value: dict[int, float] = {start: 0.0}
    came: dict[int, tuple[int, int]] = {}
    ends: dict[int, tuple[float, int]] = {}
    queue = [start]
    steps = 0
    while queue and steps < 10_000:
        row = queue.pop(0)
        for column, gain in gains[row].items():
            steps += 1
            if column == chosen[row]:
                continue
            total = value[row] + gain
            owner = taken.get(column)
            if owner is None:
                if column not in ends or total > ends[column][0] + 1e-12:
                    ends[column] = (total, row)
                continue
            moved = total - gains[owner][column]
            if owner != start and moved > value.get(owner, float("-inf")) + 1e-12:
                value[owner] = moved
                came[owner] = (row, column)
                queue.append(owner)
    leave = max(((gain, -row) for row, gain in value.items() if row != start), default=(0.0, 0))
    best = max(((total, -column, row) for column, (total, row) in ends.items()), default=None)
    if best is not None and best[0] >= max(leave[0], 0.0):
        _shift(best[2], -best[1], start, came, taken, chosen)
    elif leave[0] > 1e-12:
        row = -leave[1]
        chosen[row] = None
        before, column = came[row]
        _shift(before, column, start, came, taken, chosen)


def _shift(
    row: int,
    column: int,
    start: int,
    came: dict[int, tuple[int, int]],
    taken: dict[int, int],
    chosen: list[int | None],
) -> None:
    while True:
        chosen[row] = column
        taken[column] = row
        if row == start:
            return
        row, column = came[row]
