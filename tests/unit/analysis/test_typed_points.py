"""Paragraphs with typed markers are read as lists."""

import pytest

from deskbrief.analysis.pipeline import outline_of
from deskbrief.analysis.typed_points import with_points
from deskbrief.document.model import BlockKind
from deskbrief.document.notes import Verdict
from deskbrief.document.steps import finish
from deskbrief.services.curation import curate, decide
from helpers.outlines import by_rules
from helpers.reading import read

LEAD = "<p>The committee has looked at the boats of the harbour for a year. The committee recommends:</p>"


def page(*paragraphs):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return read(f"<article><h1>Boats</h1>{LEAD}{text}</article>", "a.html")


def test_letters_that_follow_one_another_and_bullets_make_items():
    document = page("(a) that boats be kept;", "(b) that alarms be fitted.", "•\tTrain crews", "The end.")
    seen = with_points(document)
    assert [(block.kind, block.marker, document.quote(block.span)) for block in seen.blocks[2:]] == [
        (BlockKind.LIST_ITEM, "(a)", "that boats be kept;"),
        (BlockKind.LIST_ITEM, "(b)", "that alarms be fitted."),
        (BlockKind.LIST_ITEM, "•", "Train crews"),
        (BlockKind.PARAGRAPH, "", "The end."),
    ]
    assert seen.text == document.text
    assert [block.paragraph for block in seen.blocks] == [block.paragraph for block in document.blocks]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("1. Boats are kept in the harbour.", "2. Hulls are looked at each year."),
        ("(a) is the only letter here.",),
        ("– Good day, said the pilot.", "– Good day, said the mayor."),
        ("A. Smith keeps the boats.", "B. Jones looks at hulls."),
    ],
)
def test_numbers_lone_letters_dashes_and_initials_make_none(paragraphs):
    document = page(*paragraphs)
    assert with_points(document) is document


def test_what_a_lead_in_asks_for_in_typed_points_is_recommended():
    document = page("(a) that the ministry keep the boats;", "(b) that alarms be fitted.")
    found = by_rules(document).recommendations
    assert [document.quote(one.spans[0]) for one in found] == [
        "(a) that the ministry keep the boats;",
        "(b) that alarms be fitted.",
    ]


def test_what_a_reader_decided_on_a_paragraph_holds_when_it_is_read_as_a_point():
    document = page(
        "(a) The ministry should keep the boats.", "(b) The board should fit alarms by June 2027."
    )
    as_prose = finish(outline_of(document, ""))
    item = curate(document, as_prose, ()).recommendations[0]
    rejected = decide(document, item, Verdict.REJECTED, {})
    judged = curate(document, by_rules(document), [rejected]).recommendations
    assert [one.verdict for one in judged] == [Verdict.REJECTED, None]
