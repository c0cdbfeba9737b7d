import pytest

from deskbrief.document.changes import many
from deskbrief.document.sizes import megabytes, percent_read, words_in

MB = 1024 * 1024


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 MB"), (1, "0.1 MB"), (32 * MB, "32 MB"), (32 * MB + 1, "32.1 MB"), (2_000 * MB, "2,000 MB")],
)
def test_sizes_are_rounded_up(size, words):
    assert megabytes(size) == words


@pytest.mark.parametrize(
    ("share", "words"), [(1.0, "100 %"), (0.9999, "99 %"), (0.994, "99 %"), (0.75, "75 %"), (0.0, "0 %")]
)
def test_what_is_not_all_of_a_file_does_not_look_like_all(share, words):
    assert percent_read(share) == words


def test_one_is_in_the_singular():
    assert [many(count, "note") for count in (0, 1, 2, 1200)] == [
        "0 notes",
        "1 note",
        "2 notes",
        "1,200 notes",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Twelve words — and a dash.", 6),
        ("第一条 为了保护未成年人，制定本法。", 15),
        ("これは日本語の文です。", 10),
        ("ประเทศไทย", 2),
        ("대한민국 헌법 제1조", 3),
        ("根据 GDP 2.5% 的增长", 7),
    ],
)
def test_words_are_counted_in_each_script(text, words):
    assert words_in(text) == words
