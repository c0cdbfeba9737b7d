"""Breaking text into lines."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbrief.brief.characters import folded
from deskbrief.brief.fonts import Face, Fonts
from deskbrief.brief.lines import Line, Run
from deskbrief.brief.styles import BODY, CELL, HEADING
from deskbrief.brief.text import Typesetter


def drawn(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def broken(text: str, width: float) -> list[str]:
    return drawn(Typesetter(Fonts()).lines([Run(text, BODY)], width))


def test_lines_end_at_spaces_and_keep_them_for_copying() -> None:
    lines = broken("Washington is testing closer ties", 90)
    assert len(lines) > 1
    assert "".join(lines) == "Washington is testing closer ties"
    assert all(line.endswith(" ") for line in lines[:-1])


@pytest.mark.parametrize("width", [40, 75, 120, 400])
def test_no_line_is_wider_than_it_may_be(width: float) -> None:
    text = "The thaw rests on three aims: countering influence, self-determination/independence – and more."
    for line in Typesetter(Fonts()).lines([Run(text, BODY)], width):
        assert line.width <= width


def test_a_long_word_is_broken_after_a_hyphen_and_gains_no_space() -> None:
    assert broken("counter-intelligence", 64) == ["counter-", "intelligence"]
    # Programs that copy text out would take away the hyphen, so this is done only where the word is too long.
    assert broken("a counter-intelligence", 105) == ["a ", "counter-intelligence"]
    assert broken("either/or", 36) == ["either/", "or"]


def test_a_sign_at_the_beginning_of_a_word_stays_with_it() -> None:
    assert broken("down -5", 30) == ["down ", "-5"]


def test_a_no_break_space_holds_words_together() -> None:
    assert broken("on 11\u00a0July", 38) == ["on ", "11\u00a0July"]


def test_a_word_over_several_runs_is_not_torn() -> None:
    runs = [Run("so it hardens repression.", BODY), Run("\u202f12", CELL)]
    lines = drawn(Typesetter(Fonts()).lines(runs, 95))
    assert lines[-1] == "repression.\u202f12"


def test_a_long_word_is_broken_anywhere() -> None:
    lines = broken("x" * 3000, 100)
    assert "".join(lines) == "x" * 3000
    assert len({len(line) for line in lines[:-1]}) == 1


def test_nothing_makes_one_empty_line() -> None:
    assert broken("", 100) == [""]
    assert broken("   ", 100) == [""]


def test_what_no_face_has_is_drawn_as_its_code_point_and_told() -> None:
    line = Typesetter(Fonts()).lines([Run("a中b", BODY)], 500)[0]
    assert drawn([line]) == ["a[U+4E2D]b"]
    assert "".join(piece.lost for piece in line.pieces) == "中"


def test_other_faces_stand_in() -> None:
    pieces = Typesetter(Fonts()).lines([Run("a ▸ ● b", BODY)], 500)[0].pieces
    assert [(piece.text, piece.face) for piece in pieces] == [
        ("a ", Face.SERIF),
        ("▸", Face.SYMBOLS),
        (" ", Face.SERIF),
        ("●", Face.SANS),
        (" b", Face.SERIF),
    ]


@given(st.text(max_size=200), st.floats(min_value=20, max_value=400))
@settings(max_examples=60, deadline=None)
def test_any_text_is_drawn_by_faces_that_cover_it_and_nothing_is_left_out(text: str, width: float) -> None:
    fonts = Fonts()
    lines = Typesetter(fonts).lines([Run(text, BODY)], width)
    pieces = [piece for line in lines for piece in line.pieces]
    assert all(fonts.covers(piece.face, piece.text) for piece in pieces)
    lost = "".join(piece.lost for piece in pieces)
    kept = "".join(character for character in folded(text).replace(" ", "") if character not in set(lost))
    shown = "".join(piece.text for piece in pieces).replace(" ", "")
    for character in set(lost):
        shown = shown.replace(f"[U+{ord(character):04X}]", "")
    assert shown == kept


@pytest.mark.parametrize("text", ["word " * 40_000, "w" * 200_000])
def test_long_text_takes_no_more_than_its_share(text: str) -> None:
    setter = Typesetter(Fonts())
    begun = time.process_time()
    setter.lines([Run(text[: len(text) // 8], BODY)], 400)
    part = time.process_time() - begun
    begun = time.process_time()
    setter.lines([Run(text, BODY)], 400)
    assert time.process_time() - begun < 24 * part + 0.2


class WordByWord(Typesetter):
    """Sets all text word by word."""

    def _whole(self, runs: Sequence[Run], width: float) -> None:
        return None

    def _begun(self, run: Run, width: float) -> tuple[list[Line], int]:
        return [Line()], 0


PIECES = st.lists(
    st.text("ab -–/·.\u00a0\u202fé中\u0301", max_size=30) | st.sampled_from(["word " * 9, "a · b", " "]),
    max_size=4,
)


@given(PIECES, st.sampled_from([18.0, 60.0, 200.0]))
def test_text_that_is_set_at_once_has_the_lines_of_single_words(words: list[str], width: float) -> None:
    runs = [Run(text, (BODY, HEADING, CELL)[at % 3]) for at, text in enumerate(words)] or [Run("", BODY)]
    fonts = Fonts()
    quick, slow = Typesetter(fonts).lines(runs, width), WordByWord(fonts).lines(runs, width)
    assert [told(line) for line in quick] == [told(line) for line in slow]
    assert [line.width for line in quick] == pytest.approx([line.width for line in slow])


def told(line: Line) -> list[tuple[str, str]]:
    """Return the text and face of each piece of a line."""
    return [(piece.text, piece.face) for piece in line.pieces]
