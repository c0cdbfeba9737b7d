from dataclasses import replace

import pytest

from deskbrief.document.notes import ItemKind, Verdict
from deskbrief.document.outline import Event, EventDate, Origin, Outline, Recommendation, Strength
from deskbrief.document.spans import Span
from deskbrief.services.curation import STRIDE, add, curate, decide, identified, shortened
from helpers.documents import paragraphs

TEXT = "In July 2023 talks began and in July 2023 they ended.", "States should review the sanctions."


@pytest.fixture
def document():
    return paragraphs(*TEXT)


@pytest.fixture
def outline(document):
    sentence = Span(0, len(TEXT[0]))
    advice = Span(document.text.index("States"), len(document.text))
    second = document.text.index("July", 10)
    return Outline(
        events=(
            Event(date=EventDate("2023-07", 3, 12), title="talks began", spans=(sentence,)),
            Event(date=EventDate("2023-07", second, second + 9), title="they ended", spans=(sentence,)),
        ),
        recommendations=(
            Recommendation(action="review the sanctions", addressee="States", spans=(advice,)),
            Recommendation(action="review", addressee="Others", spans=(advice,)),
        ),
    )


def test_without_decisions_all_items_stand_undecided(document, outline):
    curated = curate(document, outline, ())
    assert [item.value.title for item in curated.events] == ["talks began", "they ended"]
    assert len({item.key for item in (*curated.events, *curated.recommendations)}) == 4
    assert all(item.verdict is None for item in curated.events)


def test_items_in_like_words_at_two_places_are_two_items():
    words = "The northern office was established in 2015.", "The coastal board was established in 2015."
    document = paragraphs(*words)
    places = [(0, words[0]), (document.text.index(words[1]), words[1])]
    events = []
    for start, sentence in places:
        at = document.text.index("2015", start)
        title, passage = sentence[:-1], Span(start, start + len(sentence))
        events.append(Event(date=EventDate("2015", at, at + 4), title=title, spans=(passage,)))
    outline = Outline(events=tuple(events))
    first, second = curate(document, outline, ()).events
    assert (first.value, second.value) == outline.events
    assert first.key != second.key
    decision = decide(document, second, Verdict.REJECTED, {})
    assert [item.verdict for item in curate(document, outline, [decision]).events] == [None, Verdict.REJECTED]


@pytest.mark.parametrize("index", [0, 1])
def test_a_decision_meets_just_its_own_item(document, outline, index):
    item = curate(document, outline, ()).recommendations[index]
    decision = decide(document, item, Verdict.REJECTED, {})
    curated = curate(document, outline, [decision])
    verdicts = [row.verdict for row in curated.recommendations]
    assert verdicts[index] is Verdict.REJECTED
    assert verdicts[1 - index] is None
    assert len(curated.kept_recommendations()) == 1


def test_an_edit_replaces_only_what_it_names(document, outline):
    item = curate(document, outline, ()).events[0]
    decision = decide(document, item, Verdict.EDITED, {"title": "Talks open", "date": "2023-07-04"})
    event = curate(document, outline, [decision]).events[0].value
    assert (event.title, event.date.edtf, event.spans) == ("Talks open", "2023-07-04", item.value.spans)


def test_a_decision_survives_a_new_analysis_that_finds_less(document, outline):
    item = curate(document, outline, ()).events[1]
    decision = decide(document, item, Verdict.CONFIRMED, {})
    later = replace(outline, events=outline.events[1:], rules="2")
    assert curate(document, later, [decision]).events[0].verdict is Verdict.CONFIRMED


@pytest.mark.parametrize("kind", [ItemKind.EVENT, ItemKind.RECOMMENDATION])
def test_what_the_reader_adds_is_an_item_of_its_own(document, outline, kind):
    span = Span(13, 24)
    curated = curate(document, outline, [add(document, kind, span, {})])
    items = curated.events if kind is ItemKind.EVENT else curated.recommendations
    (item,) = [item for item in items if item.verdict is Verdict.ADDED]
    assert item.span == span
    assert item.value.source is Origin.READER
    assert item.value.rule == "added by you"


def test_an_added_item_can_be_edited(document, outline):
    fields = {"addressee": "Council", "action": "wait", "strength": "must"}
    decision = add(document, ItemKind.RECOMMENDATION, Span(13, 24), fields)
    (item,) = [i for i in curate(document, outline, [decision]).recommendations if i.verdict is Verdict.ADDED]
    assert (item.value.addressee, item.value.action, item.value.strength) == (
        "Council",
        "wait",
        Strength.MUST,
    )


def test_a_rejection_without_its_item_adds_nothing(document, outline):
    item = curate(document, outline, ()).events[0]
    decision = decide(document, item, Verdict.REJECTED, {})
    assert curate(document, Outline(), [decision]).events == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b\nc", "a b c"),
        ("word " * 40, "word " * 3 + "word…"),
        ("words " * 40, "words words words…"),
        ("x" * 30, "x" * 19 + "…"),
    ],
)
def test_long_text_is_cut_at_a_word(text, expected):
    assert shortened(text, 20) == expected


def test_many_items_are_worked_through_in_strides(document, outline):
    many = replace(outline, events=outline.events * STRIDE)
    steps = identified(document, many)
    assert next(steps) is None
    assert next(steps) is None
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert len(end.value.value.events) == 2 * STRIDE


def without(outline, *titles):
    """Return the outline of an analysis that no longer finds some of the events."""
    return replace(outline, events=tuple(one for one in outline.events if one.title not in titles))


def two_places():
    words = "The northern office was established in 2015.", "The coastal board was established in 2015."
    document = paragraphs(*words)
    events = []
    for sentence in words:
        start = document.text.index(sentence)
        at = document.text.index("2015", start)
        passage = Span(start, start + len(sentence))
        events.append(Event(date=EventDate("2015", at, at + 4), title=sentence[:-1], spans=(passage,)))
    return document, Outline(events=tuple(events))


def one_place():
    text = "He was arrested and freed on 5 May 2010."
    document = paragraphs(text)
    at = text.index("5 May")
    date = EventDate("2010-05-05", at, len(text) - 1)
    found = []
    for word in ("arrested", "freed"):
        start = text.index(word)
        said = Span(start, start + len(word))
        found.append(Event(date=date, title=f"He was {word}", spans=(Span(0, len(text)),), trigger=said))
    return document, Outline(events=tuple(found))


@pytest.mark.parametrize("make", [two_places, one_place])
@pytest.mark.parametrize("index", [0, 1])
def test_a_decision_stays_with_its_item_when_its_twin_is_found_no_more(make, index):
    document, outline = make()
    item = curate(document, outline, ()).events[index]
    decision = decide(document, item, Verdict.REJECTED, {})
    twin = curate(document, outline, ()).events[1 - index]
    (alone,) = curate(document, without(outline, twin.value.title), [decision]).events
    assert (alone.value.title, alone.verdict) == (item.value.title, Verdict.REJECTED)
    assert alone.key == decision.key


@pytest.mark.parametrize("make", [two_places, one_place])
@pytest.mark.parametrize("index", [0, 1])
def test_a_decision_does_not_move_to_the_twin_when_its_item_is_found_no_more(make, index):
    document, outline = make()
    item = curate(document, outline, ()).events[index]
    decision = decide(document, item, Verdict.REJECTED, {})
    fewer = without(outline, item.value.title)
    (twin,) = curate(document, fewer, [decision]).events
    assert twin.verdict is None
    own = decide(document, twin, Verdict.CONFIRMED, {})
    assert own.key != decision.key
    (twin,) = curate(document, fewer, [decision, own]).events
    assert twin.verdict is Verdict.CONFIRMED
    verdicts = {one.value.title: one.verdict for one in curate(document, outline, [decision, own]).events}
    assert verdicts[item.value.title] is Verdict.REJECTED


def test_a_decision_taken_before_tellings_were_kept_is_found_by_place_and_number():
    document, outline = one_place()
    item = curate(document, outline, ()).events[1]
    old = replace(decide(document, item, Verdict.REJECTED, {}), fields=())
    assert [one.verdict for one in curate(document, outline, [old]).events] == [None, Verdict.REJECTED]


def test_a_decision_is_found_by_the_words_that_follow_where_the_text_has_moved():
    document, outline = two_places()
    decision = decide(document, curate(document, outline, ()).events[1], Verdict.REJECTED, {})
    moved = replace(decision, anchor=replace(decision.anchor, start=0, end=4))
    assert [one.verdict for one in curate(document, outline, [moved]).events] == [None, Verdict.REJECTED]
