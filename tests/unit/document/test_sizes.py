import pytest

from deskbrief.document.changes import many
from deskbrief.document.sizes import megabytes

MB = 1024 * 1024


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 MB"), (1, "0.1 MB"), (32 * MB, "32 MB"), (32 * MB + 1, "32.1 MB"), (2_000 * MB, "2,000 MB")],
)
def test_sizes_are_rounded_up(size, words):
    assert megabytes(size) == words


def test_one_is_in_the_singular():
    assert [many(count, "note") for count in (0, 1, 2, 1200)] == [
        "0 notes",
        "1 note",
        "2 notes",
        "1,200 notes",
    ]
