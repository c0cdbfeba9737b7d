from dataclasses import replace

from deskbrief.analysis.pipeline import outline_of
from deskbrief.document.model import Coverage, LeftOut
from deskbrief.document.outline import Event, EventDate, Name, Outline, Recommendation
from deskbrief.document.spans import Span
from deskbrief.document.steps import finish
from deskbrief.services.outline_markdown import outline_markdown
from helpers.documents import paragraphs


def told(coverage: Coverage) -> str:
    return outline_markdown("a.txt", replace(paragraphs("One."), coverage=coverage), Outline())


def test_the_outline_ends_with_what_was_read():
    words = told(Coverage(75, (LeftOut("navigation", 25, "Home"),), ("One picture is not shown: “a_b”.",)))
    assert words.endswith(
        "## What was read\n\n- 75 % of the text in this file.\n- One picture is not shown: “a\\_b”.\n"
        "- Left out: navigation, 25 characters\n"
    )


def test_the_outline_of_a_damaged_file_says_so():
    words = told(Coverage(75, (), ("A part of this file is damaged.",), whole=False))
    assert "- Only a part of this file could be read.\n- A part of this file is damaged.\n" in words
    assert "100 %" not in words


def test_times_that_name_no_point_are_one_line():
    document = paragraphs("It is better now than recently; the near future is bright.", "They met last week.")
    text = outline_markdown("a.txt", document, finish(outline_of(document, "")))
    assert "- “now”, “recently”, “the near future”: 3 in all, which name no point in time" in text
    assert "- “last week”: It counts from the day of writing" in text


def test_it_begins_with_who_wrote_the_text_and_when():
    document = paragraphs("One.").dated("2024-03-05")
    known = replace(document.metadata, byline="Ana *Ruiz*", publisher="The Gauge")
    words = outline_markdown("a.txt", replace(document, metadata=known), Outline())
    assert words.startswith("# “One.”\n\nAna \\*Ruiz\\* · The Gauge · 5 Mar 2024 (set by you)\n\n")


def test_a_text_that_says_neither_has_no_empty_line_for_it():
    assert outline_markdown("a.txt", paragraphs("One."), Outline()).startswith("# “One.”\n\n## What was read")


def test_an_event_tells_who_and_where():
    event = Event(
        date=EventDate(edtf="2024-03-05", start=0, end=1),
        title="met",
        spans=(Span(0, 4),),
        who=("Ana Ruiz", "the council"),
        where="Norland",
    )
    words = outline_markdown("a.txt", paragraphs("They met."), Outline(events=(event,)))
    assert "- **5 Mar 2024** met (Ana Ruiz; the council; in Norland; occurred; ¶1)\n" in words


def test_a_recommendation_tells_who_says_so_and_by_when():
    advice = Recommendation(
        action="repair the gauges",
        spans=(Span(0, 4),),
        addressee="the council",
        wording="should",
        condition="if it rains",
        deadline="by 2030",
        speaker="Ana Ruiz",
    )
    words = outline_markdown("a.txt", paragraphs("They met."), Outline(recommendations=(advice,)))
    assert (
        "- repair the gauges (the council; should; condition: if it rains; deadline: by 2030; "
        "says Ana Ruiz; ¶1)\n" in words
    )


def test_a_name_tells_what_else_it_is_called():
    names = (
        Name(name="United States", kind="place", aliases=("U.S.", "Washington"), mentions=(Span(0, 1),) * 3),
        Name(name="Norland", kind="place", mentions=(Span(0, 1),)),
    )
    words = outline_markdown("a.txt", paragraphs("One."), Outline(names=names))
    assert "- United States, also U.S., Washington (place, 3)\n- Norland (place, 1)\n" in words
