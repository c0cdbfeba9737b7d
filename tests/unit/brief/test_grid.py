from __future__ import annotations

import pytest

from deskbrief.brief.grid import apportioned


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({0: (50, 1)}, {0: 300}),
        ({0: (50, 1), 1: (900, 1)}, {0: 50, 1: 250}),
        ({0: (900, 1), 1: (50, 1)}, {0: 250, 1: 50}),
        ({0: (900, 1), 1: (900, 2)}, {0: 100, 1: 200}),
        ({0: (50, 1), 1: (60, 1)}, {0: 50, 1: 250}),
        ({0: (50, 1), 1: (400, 1), 2: (500, 1)}, {0: 50, 1: 125, 2: 125}),
        ({}, {}),
    ],
)
def test_columns_get_what_they_want_up_to_their_share(
    wanted: dict[int, tuple[float, float]], expected: dict[int, float]
) -> None:
    assert apportioned(wanted, 300) == pytest.approx(expected)
