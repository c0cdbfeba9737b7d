from deskbrief.document.notes import ItemKind
from deskbrief.document.outline import Event, EventDate, Origin, Outline, Status
from deskbrief.document.spans import Span
from deskbrief.services.curation import Item
from deskbrief.services.weighing import weight_of
from helpers.documents import paragraphs

DOCUMENT = paragraphs("The opening.", "Talks were held in the capital on 3 May 2024. " * 20)
SPAN = Span(400, 420)


def weight(edtf="2024", outline=None, span=SPAN, **changes):
    event = Event(date=EventDate(edtf, 0, 1), title="Talks were held", spans=(span,), **changes)
    return weight_of(
        DOCUMENT, outline or Outline(), Item(kind=ItemKind.EVENT, key="", value=event, span=span)
    )


def test_what_is_dated_to_the_day_weighs_more_than_a_year():
    assert weight("2024-05-03") > weight("2024-05") > weight("2024")


def test_a_table_of_events_and_key_sentences_weigh_most():
    assert weight(source=Origin.TABLE) > weight("2024-05-03")
    assert weight(outline=Outline(key_sentences=(SPAN,))) > weight("2024-05-03")


def test_what_is_only_thought_of_weighs_least():
    assert weight(status=Status.HYPOTHETICAL) < weight()


def test_the_opening_says_what_matters():
    assert weight(span=Span(0, 10)) > weight()
