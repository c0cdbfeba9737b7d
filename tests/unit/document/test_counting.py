"""Words are counted by the spaces between them, and by signs where there are none."""

import pytest

from deskbrief.document.counting import words_in


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
