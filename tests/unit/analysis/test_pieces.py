"""The pieces that a language model reads: whole sentences of one block, found in good time."""

import time

from deskbrief.analysis.pieces import pieces_of
from deskbrief.document.steps import finish
from helpers.reading import read

SMALL, LARGE = 1_000, 4_000


def _pieces(document):
    found = []
    assert finish(pieces_of(document, found)) == ()
    return found


def _cost(count):
    """Return the least processor time of three runs over so many paragraphs."""
    document = read("The talks went on. Nobody said for how long they would.\n\n" * count, "page.md")
    best = 1e9
    for _ in range(3):
        begun = time.process_time()
        assert len(_pieces(document)) == count
        best = min(best, time.process_time() - begun)
    return best


def test_four_times_the_text_takes_no_more_than_a_good_four_times_as_long():
    small, large = _cost(SMALL), _cost(LARGE)
    assert large < 8 * small + 0.05


def test_the_next_entry_of_a_report_begins_a_piece():
    text = "Rautahat: 23 September 2024: Twelve cases. No new ones Kailali: 24 September 2024: Two cases."
    document = read(text, "page.md")
    said = [piece.span.of(document.text) for piece in _pieces(document)]
    assert said == ["Twelve cases. No new ones", "Two cases."]


def test_rows_of_signs_are_not_read():
    signs = "[" * 3_000
    document = read(f"The talks went on.\n\n{signs}\n\n{'*a ' * 900}\n\nNobody said why.\n")
    assert [piece.span.of(document.text) for piece in _pieces(document)] == [
        "The talks went on.",
        "Nobody said why.",
    ]
