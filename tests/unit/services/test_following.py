from deskbrief.document.anchors import AnchorState
from deskbrief.document.links import PassageLink
from deskbrief.document.spans import Span
from deskbrief.services.following import passage_of

TEXT = "The flow fell. The gauges stood. The flow fell again."


def state(start: int, end: int, quote: str) -> tuple[AnchorState, Span | None]:
    found = passage_of(PassageLink("", start, end, quote), TEXT)
    return found.state, found.span


def test_words_that_stand_where_they_stood_are_the_passage():
    assert state(15, 31, "The gauges") == (AnchorState.EXACT, Span(15, 31))
    assert state(15, 9999, "The gauges") == (AnchorState.EXACT, Span(15, len(TEXT)))


def test_words_at_one_other_place_have_moved():
    assert state(3, 19, "The gauges") == (AnchorState.MOVED, Span(15, 25))
    assert state(9999, 10015, "The gauges") == (AnchorState.MOVED, Span(15, 25))


def test_of_several_places_the_nearest_is_shown_as_uncertain():
    assert state(2, 10, "flow fell") == (AnchorState.UNCERTAIN, Span(4, 13))
    assert state(40, 50, "flow fell") == (AnchorState.UNCERTAIN, Span(37, 46))


def test_words_that_are_nowhere_are_lost():
    assert state(0, 8, "The boats") == (AnchorState.LOST, None)
