"""Sentences as the language model reads them."""

import pytest

from deskbrief.analysis import language
from deskbrief.analysis.pieces import Piece, pieces_of
from deskbrief.document.steps import finish
from helpers.reading import read


def parsed(text):
    document = read(text)
    pieces: list[Piece] = []
    finish(pieces_of(document, pieces))
    model = language.shared()
    return document, [one for _, found in model.read(document.text, pieces) for one in found]


def sentences(text):
    document, found = parsed(text)
    return [document.quote(one.span) for one in found]


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


def test_what_stands_in_capitals_is_read_as_if_in_small_letters():
    """Words keep the capitals of the text; a model that reads those takes each for a name."""
    text = "THE OWNERS OF THE WELLS AGREED TO PAY FOR THE PUMPS. I THINK THEY SHOULD CLOSE THE ROADS TOO."
    _, (first, second) = parsed(text)
    assert [word.text for word in first.words if word.pos == "VERB"] == ["AGREED", "PAY"]
    assert [word.text for word in second.words if word.pos == "VERB"] == ["THINK", "CLOSE"]
    assert second.words[0].text == "I"
    assert sentences(text)[1] == "I THINK THEY SHOULD CLOSE THE ROADS TOO."


def test_a_few_words_in_capitals_stay_as_they_are():
    _, (only,) = parsed("NATO AND THE WHO MET.")
    assert [word.pos for word in only.words if word.text in {"NATO", "WHO"}] == ["PROPN", "PROPN"]
