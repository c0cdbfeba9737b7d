"""Marks that lead to notes are no part of what a text says."""

import pytest

from deskbrief.analysis.raised import without_marks
from helpers.outlines import outlined
from helpers.reading import read


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<p>The harbour<sup>12</sup> froze.<sup>3, 4</sup> Trade fell.</p>",
            "The harbour froze. Trade fell.",
        ),
        ("<p>The port<sup>[7]</sup> closed<sup>†</sup>.</p>", "The port closed ."),
        ("<p>It covers 10<sup>6</sup> m<sup>2</sup> of land.</p>", "It covers 106 m2 of land."),
        ("<p>The 21<sup>st</sup> ship sank.</p>", "The 21st ship sank."),
        (
            "<p>It froze in 1616.<sup>[12]</sup><sup>[n 8]</sup> Trade fell.</p>",
            "It froze in 1616. Trade fell.",
        ),
        ("<p>It froze in 1616.[12][13] Trade fell.[note 2]</p>", "It froze in 1616. Trade fell."),
        ("<p>The harbour closed.36 Trade fell, see [12].</p>", "The harbour closed. Trade fell, see [12]."),
        (
            (
                '<p>It froze, <a href="#n1">[1]</a> and thawed.<a href="#n2">2</a> See <a href="#s">2</a></p>'
                '<h2 id="s">Ports</h2><p>Trade fell.</p>'
                '<aside role="doc-footnote" id="n1">1 By the shore.</aside>'
                '<aside role="doc-footnote" id="n2">2 Only in part.</aside>'
            ),
            "It froze, and thawed. See 2 Ports Trade fell. 1 By the shore. 2 Only in part.",
        ),
        ("<p>It cost no.12 Downing Street 3.5 million.</p>", "It cost no.12 Downing Street 3.5 million."),
    ],
)
def test_only_marks_of_notes_are_passed_over_and_no_offset_moves(html, text):
    document = read(html, "a.html")
    bare = without_marks(document)
    assert " ".join(bare.text.split()) == text
    assert len(bare.text) == len(document.text)


def test_advice_ends_with_its_sentence_and_not_with_the_mark_of_a_note():
    document = read(
        "<p>The talks failed.</p><p>The ministry should publish its rules.<sup>36</sup> Ports open.</p>",
        "a.html",
    )
    (found,) = outlined(document).recommendations
    assert found.action == "publish its rules"


def test_the_number_of_a_note_is_no_figure():
    document = read(
        "<p>The ministry published its rules.</p><p><sup>25</sup> Harbours are those on the coast.</p>",
        "a.html",
    )
    assert outlined(document).figures == ()
