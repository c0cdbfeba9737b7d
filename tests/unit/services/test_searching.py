from deskbrief.document.outline import Event, EventDate, Name, Outline, Section
from deskbrief.document.spans import Span
from deskbrief.services.curation import curate
from deskbrief.services.searching import Kind, Searchable, search
from helpers.documents import paragraphs

DOCUMENT = paragraphs("Talks opened in Geneva. The talks went on.", "Nobody spoke of İstanbul then.")
OUTLINE = Outline(
    sections=(Section("Talks", 1, 0, 42),),
    events=(Event(date=EventDate("2023-07", 0, 5), title="Talks opened", spans=(Span(0, 23),)),),
    names=(Name("Geneva", "place", (), (Span(16, 22),)),),
)


def where(document=DOCUMENT):
    return Searchable(document=document, outline=OUTLINE, curated=curate(document, OUTLINE, ()), notes=())


def test_hits_come_grouped_and_each_leads_to_its_passage():
    hits = search(where(), "TALKS")
    assert [hit.kind for hit in hits] == [Kind.HEADING, Kind.EVENT, Kind.TEXT, Kind.TEXT]
    assert [DOCUMENT.quote(hit.span) for hit in hits if hit.kind is Kind.TEXT] == ["Talks", "talks"]


def test_a_letter_that_grows_in_lower_case_does_not_shift_the_places():
    hits = [hit for hit in search(where(), "then") if hit.kind is Kind.TEXT]
    assert [DOCUMENT.quote(hit.span) for hit in hits] == ["then"]


def test_nothing_wanted_finds_nothing():
    assert search(where(), "  ") == ()
    assert search(where(), "zebra") == ()


def test_each_kind_is_capped():
    document = paragraphs("word " * 50)
    assert len(search(where(document), "word", most=6)) == 6
