import pytest

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Outline, Section
from deskbrief.services.surroundings import Part, Surroundings, part_of
from helpers.documents import document_of_blocks


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Results in Brief", Part.SUMMARY),
        ("Executive Summary", Part.SUMMARY),
        ("5. Conclusions", Part.SUMMARY),
        ("What GAO Found", Part.SUMMARY),
        ("Recommendations for Executive Action", Part.ADVICE),
        ("What Ministers Must Do", Part.ADVICE),
        ("Background", Part.BACKGROUND),
        ("Status of Prior Recommendations", Part.BACKGROUND),
        ("Appendix II: Survey", Part.BACKGROUND),
        ("Bibliography", Part.APPARATUS),
        ("3 Methods", Part.APPARATUS),
        ("GAO’s Mission", Part.APPARATUS),
        ("The Founding and Mission of the United Nations", Part.BODY),
        ("Notes from a small island", Part.BODY),
        ("Timing of Peak Oil Production Depends on Uncertain Factors", Part.BODY),
        ("In summary of everything " * 5, Part.BODY),
    ],
)
def test_a_heading_tells_what_the_text_under_it_is_for(title: str, part: Part) -> None:
    assert part_of(title) is part


def headed(*parts: tuple[str, str], lead: str = "") -> tuple[Document, Outline]:
    blocks = [(BlockKind.PARAGRAPH, lead)] if lead else []
    for title, words in parts:
        blocks += [(BlockKind.HEADING, title), (BlockKind.PARAGRAPH, words)]
    document = document_of_blocks(blocks)
    starts = [block.start for block in document.blocks if block.kind is BlockKind.HEADING]
    if lead:
        starts.insert(0, 0)
    ends = [*starts[1:], len(document.text)]
    titles = ["Opening"] * bool(lead) + [title for title, _ in parts]
    sections = [Section(*one) for one in zip(titles, [1] * len(starts), starts, ends, strict=True)]
    return document, Outline(sections=tuple(sections))


def test_the_beginning_of_a_text_with_headings_leads_into_it() -> None:
    document, outline = headed(
        ("One", "Much is told here. " * 9), ("Conclusions", "The end."), lead="It begins."
    )
    surroundings = Surroundings(document, outline)
    assert surroundings.part(0) is Part.LEAD
    assert surroundings.part(document.text.index("Much")) is Part.BODY
    assert surroundings.part(document.text.index("The end")) is Part.SUMMARY


def test_most_of_a_text_is_no_lead() -> None:
    document, outline = headed(("Notes", "Few."), lead="Nearly all is told before the first heading.")
    assert Surroundings(document, outline).part(0) is Part.BODY


def test_what_stands_under_an_appendix_belongs_to_it() -> None:
    document, outline = headed(("Appendix I", "First."), ("Costs", "They rose."))
    appendix, costs = outline.sections
    inner = Section("Costs", 2, costs.start, costs.end)
    outline = Outline(sections=(Section("Appendix I", 1, appendix.start, costs.end), inner))
    assert Surroundings(document, outline).part(document.text.index("They")) is Part.BACKGROUND


def test_a_heading_for_advice_above_most_of_the_text_passes_nothing_on() -> None:
    document, outline = headed(
        ("Recommendations", "One is made."), ("Costs", "They rose. " * 9), ("End", "Done.")
    )
    advice, costs, end = outline.sections
    inner = [Section("Costs", 2, costs.start, costs.end), Section("End", 2, end.start, end.end)]
    outline = Outline(sections=(Section("Recommendations", 1, advice.start, end.end), *inner))
    parts = Surroundings(document, outline)
    assert parts.part(document.text.index("One")) is Part.ADVICE
    assert parts.part(document.text.index("They")) is Part.BODY


def test_a_footnote_is_no_part_of_the_text_above_it() -> None:
    document = document_of_blocks([(BlockKind.PARAGRAPH, "Told."), (BlockKind.FOOTNOTE, "1 See there.")])
    assert Surroundings(document, Outline()).part(document.text.index("See")) is Part.APPARATUS


def test_a_text_without_anything_has_a_part() -> None:
    assert Surroundings(document_of_blocks([]), Outline()).part(0) is Part.BODY
