"""The article that ships with the program, outlined by the real analysis."""

from pathlib import Path

import pytest

from deskbrief.document.outline import Degree, Strength
from deskbrief.services.sources import sample_path
from helpers.outlines import outlined
from helpers.reading import read


@pytest.fixture(scope="module")
def sample():
    return read(Path(sample_path()).read_bytes())


@pytest.fixture(scope="module")
def outline(sample):
    return outlined(sample)


def test_it_has_an_opening_and_four_sections_with_gists(outline):
    assert [section.title for section in outline.sections] == [
        "Opening",
        "Understanding the Strategic Shifts in U.S.-Russian Relations",
        "Analyzing the Implications for Regional Stability and Security",
        "Recommendations for U.S. Policy Amid Changing Alliances",
        "To Wrap It Up",
    ]
    assert all(section.gist for section in outline.sections)


def test_it_has_three_dated_events_with_their_rows(sample, outline):
    told = [(event.date.edtf, event.title, sample.quote(event.spans[0])) for event in outline.events]
    assert [row[:2] for row in told] == [
        ("2023-07", "Security Talks"),
        ("2023-09", "Joint Military Exercise"),
        ("2023-10", "Democracy Summit"),
    ]
    for _, title, evidence in told:
        assert title in evidence
    assert outline.events[0].detail.startswith("High-level discussions")


def test_its_recommendations_are_these_and_no_others(outline):
    assert [
        (advice.title or advice.action.split(" in ")[0], advice.strength)
        for advice in outline.recommendations
    ] == [
        ("rethink its strategies", Strength.MUST),
        ("Reassess Sanctions", Strength.SHOULD),
        ("Support Civil Society", Strength.SHOULD),
        ("Bolster Regional Partnerships", Strength.SHOULD),
        ("remain adaptable", Strength.SHOULD),
        ("Engagement Diplomacy", Strength.COULD),
        ("Development Aid", Strength.COULD),
        ("Climate Cooperation", Strength.COULD),
    ]
    assert {advice.addressee for advice in outline.recommendations} == {"United States"}
    assert all(advice.wording for advice in outline.recommendations)


def test_times_wait_for_the_date_of_the_article(sample, outline):
    def degrees(found):
        return {sample.quote(time.span).lower(): time.degree for time in found.times}

    waiting = {"in recent months", "recent months", "the coming weeks"}
    before = {words: degree for words, degree in degrees(outline).items() if words in waiting}
    after = {
        words: degree for words, degree in degrees(outlined(sample, "2023-11-15")).items() if words in waiting
    }
    assert len(before) == 2
    assert set(before.values()) == {Degree.UNRESOLVED}
    assert set(after.values()) == {Degree.INFERRED}
