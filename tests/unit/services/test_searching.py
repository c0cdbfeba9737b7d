from deskbrief.document.outline import Event, EventDate, Name, Outline, Section
from deskbrief.document.spans import Span
from deskbrief.services.curation import curate
from deskbrief.services.finding import Buffers
from deskbrief.services.searching import Everything, Kind, Searchable
from helpers.documents import paragraphs

DOCUMENT = paragraphs("Talks opened in Geneva. The talks went on.", "Nobody spoke of İstanbul then.")
OUTLINE = Outline(
    sections=(Section("Talks", 1, 0, 42),),
    events=(Event(date=EventDate("2023-07", 0, 5), title="Talks opened", spans=(Span(0, 23),)),),
    names=(Name("Geneva", "place", (), (Span(16, 22),)),),
)


def where(document=DOCUMENT, outline=OUTLINE, titles=()):
    curated = curate(document, outline, ())
    return Searchable(
        document=document, outline=outline, curated=curated, notes=(), names=OUTLINE.names, titles=titles
    )


def search(where, query, most=6, everything=None):
    everything = everything or Everything(Buffers())
    return {group.kind: group for group in everything.search(where, query, most) if group}


def test_hits_come_grouped_and_each_leads_to_its_passage():
    groups = search(where(), "TALKS")
    assert list(groups) == [Kind.HEADING, Kind.EVENT, Kind.TEXT]
    assert [DOCUMENT.quote(hit.span) for hit in groups[Kind.TEXT].hits] == ["Talks", "talks"]
    assert "Jul 2023" in groups[Kind.EVENT].hits[0].line


def test_each_row_says_where_it_stands():
    groups = search(where(titles=("This one", "Nobody")), "nobody")
    assert [hit.place for hit in groups[Kind.TEXT].hits] == ["¶2"]
    assert [hit.place for hit in groups[Kind.DOCUMENT].hits] == [""]
    assert [hit.place for hit in search(where(), "geneva")[Kind.NAME].hits] == ["¶1"]


def test_a_letter_that_grows_in_lower_case_does_not_shift_the_places():
    (hit,) = search(where(), "then")[Kind.TEXT].hits
    assert DOCUMENT.quote(hit.span) == "then"


def test_rows_hold_all_words_in_any_order_and_without_accents():
    assert list(search(where(), "opened 2023")) == [Kind.EVENT]
    assert list(search(where(), "Genéva")) == [Kind.NAME, Kind.TEXT]


def test_other_open_documents_are_found_by_their_titles():
    groups = search(where(titles=("This one", "A report on geysers")), "geysers report")
    assert [(hit.line, hit.document) for hit in groups[Kind.DOCUMENT].hits] == [("A report on geysers", 1)]


def test_nothing_wanted_finds_nothing():
    assert search(where(), "  ") == {}
    assert search(where(), "zebra") == {}


def test_each_kind_is_capped_and_counted():
    group = search(where(paragraphs("word " * 50)), "word", most=6)[Kind.TEXT]
    assert (len(group.hits), group.total) == (6, 50)


def test_what_changed_is_found_in_the_next_search():
    everything = Everything(Buffers())
    assert Kind.EVENT in search(where(), "talks opened", everything=everything)
    assert Kind.EVENT not in search(where(outline=Outline()), "talks opened", everything=everything)


def test_a_search_that_was_left_half_way_does_not_hide_anything():
    everything = Everything(Buffers())
    wanted = where()
    next(everything.search(wanted, "talks"))
    assert list(search(wanted, "talks", everything=everything)) == [Kind.HEADING, Kind.EVENT, Kind.TEXT]


def test_a_place_in_the_text_is_shown_with_whole_words_of_its_own_paragraph():
    before = "Of all of them nobody remembered afterwards who had proposed"
    long = f"{before} the long canal, and the engineers never said so."
    (hit,) = search(where(paragraphs("Talks opened.", long, "The end.")), "proposed")[Kind.TEXT].hits
    assert hit.line == "…nobody remembered afterwards who had proposed the long canal, and the engineers…"
    (hit,) = search(where(paragraphs("Talks opened.", long, "The end.")), "opened")[Kind.TEXT].hits
    assert hit.line == "Talks opened."
