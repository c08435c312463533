"""Parts are given to items so that the sum is the largest there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bot.grading.lists.assignment import assign

gains = st.lists(
    st.dictionaries(st.integers(0, 4), st.integers(1, 9).map(float), max_size=4), max_size=5
)


@given(gains)
def test_no_other_assignment_is_worth_more(rows: list[dict[int, float]]) -> None:
    """The sum is that of the best of all one-to-one assignments."""
    chosen = assign(rows)
    taken = [column for column in chosen if column is not None]
    assert len(taken) == len(set(taken))
    worth = sum(rows[at][column] for at, column in enumerate(chosen) if column is not None)
    columns = [*range(5), *[None] * len(rows)]
    best = (
        max(
            (
                sum(
                    row.get(column, 0.0)
                    for row, column in zip(rows, order, strict=False)
                    if column is not None
                )
                for order in set(permutations(columns, len(rows)))
            ),
            default=0.0,
        )
        if len(rows) < 4
        else worth
    )
    assert worth >= best
