"""Words that are too long end where they can stand alone, with a mark of the cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.cutting import cut_short

LONG = (
    "Reassess Sanctions: A targeted review of existing sanctions against nations perceived as repressive "
    "allies could foster dialogue while upholding human rights standards"
)


def test_what_is_short_enough_stays() -> None:
    assert cut_short("Rethink its strategies", 22) == "Rethink its strategies"


def test_the_cut_comes_before_a_further_part_of_the_sentence() -> None:
    assert cut_short(LONG, 118) == f"{LONG.partition(' could')[0]}\u00a0…"


def test_the_cut_comes_after_a_clause() -> None:
    assert cut_short("Share leading practices, lessons and whatever else was learned", 40) == (
        "Share leading practices, lessons\u00a0…"
    )


def test_an_initial_ends_no_clause() -> None:
    assert cut_short("The complaints that John J. Pershing and his staff made in May", 36) == (
        "The complaints that John\u00a0…"
    )


def test_what_leads_over_does_not_stand_last() -> None:
    assert cut_short("Collaborating with the key regional players helps everybody there", 38) == (
        "Collaborating with the key regional\u00a0…"
    )
    assert (
        cut_short("The council met in the old town hall of Springfield again", 26) == "The council met\u00a0…"
    )


def test_a_quote_stays_in_its_marks() -> None:
    assert cut_short("“A single device performs everything, and then it rests for a while”", 44) == (
        "“A single device performs everything\u00a0…”"
    )


def test_a_word_without_end_is_cut_within() -> None:
    assert cut_short("x" * 90, 40) == "x" * 38 + "\u00a0…"


@given(st.text(max_size=200), st.integers(min_value=12, max_value=150))
def test_nothing_is_longer_than_allowed_and_only_the_end_is_missing(text: str, most: int) -> None:
    short = cut_short(text, most)
    assert len(short) <= max(most, 0)
    assert short == text or text.startswith(short.removesuffix("”").removesuffix("\u00a0…"))


@pytest.mark.parametrize("unit", ["and ", "a, ", "to the ", "…”“ "])
def test_much_text_is_cut_at_once(unit: str) -> None:
    assert len(cut_short(unit * 100_000, 110)) <= 110
