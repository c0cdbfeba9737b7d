"""Sentences as the language model reads them."""

import pytest

from deskbrief.analysis import language
from deskbrief.analysis.pieces import Piece, pieces_of
from deskbrief.document.steps import finish
from helpers.reading import read


def sentences(text):
    document = read(text)
    pieces: list[Piece] = []
    finish(pieces_of(document, pieces))
    model = language.shared()
    return [document.quote(one.span) for _, found in model.read(document.text, pieces) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The rule rests on Pub. L. 107-300, 116 Stat. 2350, which the House passed.",
        "The board met Gen. Ruiz and Sen. Milton in May.",
        "It is told on pp. 12 to 14 and in No. 7 of the series.",
    ],
)
def test_no_sentence_ends_with_a_word_that_is_only_shortened(text):
    assert sentences(text) == [text]


def test_sentences_that_end_are_parted():
    assert len(sentences("The board met in the U.S. The fee rose. Its plan is B. The port is old.")) == 4
