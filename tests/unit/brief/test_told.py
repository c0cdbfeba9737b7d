from __future__ import annotations

from deskbrief.brief.told import told
from deskbrief.document.plan import ChronologyRow

SENTENCE = "In 1919, the Treaty of Versailles, which ended the war, established a league of all nations"


def row(event: str, detail: str, when: str = "1919", *, confirmed: bool = False) -> ChronologyRow:
    return ChronologyRow(when, when, event, detail, "occurred", (1,), confirmed)


def pairs(*rows: ChronologyRow) -> list[tuple[str, str]]:
    return [(one.event, one.detail) for one in told(rows)]


def test_a_title_that_says_nearly_all_stands_alone() -> None:
    title = "The Treaty of Versailles established a league of all nations"
    assert pairs(row(title, SENTENCE)) == [(title, "")]


def test_a_title_that_leans_on_its_sentence_gives_way_to_it() -> None:
    sentence = "In 2009 he called it a mix"
    assert pairs(row("He called it", f"However, {sentence.lower()}", "2009")) == [(sentence, "")]


def test_a_sentence_that_tells_of_several_events_stands_once() -> None:
    rows = row("the war", SENTENCE), row("a league", SENTENCE, "1920")
    assert pairs(*rows) == [(SENTENCE, ""), ("a league", "")]


def test_a_detail_of_its_own_stays() -> None:
    assert pairs(row("Talks", "High-level discussions")) == [("Talks", "High-level discussions")]


def test_what_the_reader_confirmed_stays() -> None:
    assert pairs(row("the war", SENTENCE, confirmed=True)) == [("the war", SENTENCE)]


def test_details_stand_in_the_column_of_events_where_not_every_event_has_one() -> None:
    alone = row("The Treaty of Versailles established a league of all nations", "")
    found = pairs(row("Talks", "Two days"), row("Talks in …", "of May"), row("", "A summit"), alone)
    assert found == [("Talks: Two days", ""), ("Talks in … of May", ""), ("A summit", ""), (alone.event, "")]


def test_a_title_that_breaks_off_ends_with_a_word_that_tells() -> None:
    first = row("the war", SENTENCE)
    assert pairs(first, row("the Treaty of", SENTENCE, "1920")) == [(SENTENCE, ""), ("the Treaty", "")]
