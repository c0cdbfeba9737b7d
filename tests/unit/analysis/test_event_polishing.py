"""Titles with their last touch: no date in their midst, with who did it, and nothing cut off hanging on."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

WRITTEN = "2025-10-20"


def events(text):
    return outlined(read(text, "file.md", "text/markdown"), WRITTEN).events


def titles(text):
    return [event.title for event in events(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Harbour Police Department on Wednesday (March 5, 2025) arrested former captain Ida Roe.",
            "The Harbour Police Department arrested former captain Ida Roe",
        ),
        (
            "A food mission in May 2023 revealed that a third of the towns had no wells at all.",
            "A food mission revealed that a third of the towns had no wells at all",
        ),
        (
            (
                "Other lines were studied as early as 1846 by engineer Drane, including the Hing, the Alag "
                "and the Gadess traces."
            ),
            "Other lines were studied by engineer Drane",
        ),
        (
            (
                "An integrative review in 2025 echoed this concern, noting that online conduct often "
                "violates widely accepted moral standards."
            ),
            "An integrative review echoed this concern",
        ),
        (
            (
                "The report of this committee which also recommended the mixed system was tabled in "
                "Parliament on June 22, 2022, amidst the protests."
            ),
            "The report of this committee was tabled in Parliament",
        ),
        (
            "It was only on October 16, 2023 that the matter came up again when Roe named a board.",
            "the matter came up again",
        ),
        (
            "We call for trace surveys to begin in 2026, laying the groundwork for a modern line.",
            "trace surveys to begin",
        ),
        (
            "The bank bought gold for 18 months, before halting purchases in May 2024 after it rallied.",
            "The bank halting purchases after it rallied",
        ),
        (
            (
                "These gases could soon be in trouble too—chemical giant 3M announced in late 2022 that the "
                "company would stop making all of them."
            ),
            "chemical giant 3M announced that the company would stop making all of them",
        ),
        (
            (
                "Summing up the meeting Minister Peiris had with Secretary Clinton, spokeswoman Ida Nuland "
                "told the media on Friday 18 May 2012 that the plan was serious."
            ),
            "spokeswoman Ida Nuland told the media that the plan was serious",
        ),
        (
            (
                "He joined the movement and played a role in the war against Batista, which led to his "
                "eventual overthrow in 1959."
            ),
            "the war against Batista led to his eventual overthrow",
        ),
        ("However, the crisis of 2022 was the most severe.", "the crisis of 2022 was the most severe"),
    ],
)
def test_a_title_says_who_did_what(text, title):
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "As we mentioned last week, the north is a stronghold of the party.",
        "Here's what didn't make the list in 2024.",
        "The choices made today will shape the town for decades.",
    ],
)
def test_what_points_at_the_text_or_at_these_days_is_no_event(text):
    assert not events(text)


def test_what_only_leads_to_the_next_deed_is_told_with_it():
    text = "On 1 September 2014, the army and its allies went on and retook the town of Bek."
    assert titles(text) == ["the army and its allies retook the town of Bek"]


def test_nearly_before_a_measure_denies_nothing():
    assert [event.status.value for event in events("Sales nearly doubled in 2021.")] == ["occurred"]
    assert [event.status.value for event in events("The dam nearly collapsed in 2021.")] == ["negated"]
