"""Brief plans to try the PDF writer on."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.document.notes import Role
from deskbrief.document.plan import (
    BriefPlan,
    ChronologyRow,
    NameRow,
    NoteRow,
    PlanKind,
    PlanSection,
    RecommendationRow,
    Reference,
    SourceFacts,
    Statement,
)

QUOTES = (
    ("¶1", "appears to be experiencing an unexpected thaw in relations with the United States"),
    ("¶2", "This thaw is characterized by several strategic adjustments"),
    ("¶3", "the U.S. appears eager to reassert its presence and influence"),
    ("¶9", "may provoke defensive postures from neighboring countries"),
    ("¶10", "could embolden local leaders"),
    ("¶7", "July 2023 | Security Talks"),
    ("¶7", "September 2023 | Joint Military Exercise"),
    ("¶7", "October 2023 | Democracy Summit"),
    ("¶13", "it is imperative for the United States to rethink its strategies"),
    ("¶14", "A targeted review of existing sanctions"),
    ("¶15", "Enhancing support for non-governmental organizations and independent media"),
    ("¶17", "the U.S. should remain adaptable in its foreign policy framework"),
)


def sample_plan(*, one_page: bool = True) -> BriefPlan:
    """Return a brief of a news analysis, as an analyst would make it."""
    return BriefPlan(
        title="An unexpected thaw with a repressive ally of Russia",
        source=SourceFacts(
            "Source: news analysis, 1,005 words, undated · read in full · 19 paragraphs", "thaw.txt", "1cce6cf4" * 8
        ),
        prepared="2026-11-22",
        author="A. Reader",
        marking="For internal use",
        bottom_line=Statement(
            "Washington is testing closer ties with a repressive ally of Moscow. The source sees a chance for "
            "dialogue and a risk that outside backing hardens repression.",
            (1, 5),
        ),
        sections=(_points(), _chronology(), _recommendations(), _notes(), _names()),
        references=tuple(
            Reference(at, quote, locator, "Understanding the Strategic Shifts", at * 100, at * 100 + len(quote), verified=True)
            for at, (locator, quote) in enumerate(QUOTES, start=1)
        ),
        one_page=one_page,
    )


def _points() -> PlanSection:
    points = (
        Statement(
            "The thaw rests on three aims: countering Chinese influence, encouraging reform, and stronger "
            "military ties.",
            (2, 3),
        ),
        Statement("Neighbours may take up defensive postures; local leaders may feel emboldened.", (4, 5)),
    )
    return PlanSection(kind=PlanKind.POINTS, title="What the source says", points=points)


def _chronology() -> PlanSection:
    rows = (
        ChronologyRow(
            "Jul 2023",
            "2023-07",
            "Security Talks",
            "High-level discussions focused on defense strategies in Eastern Europe",
            "occurred",
            (6,),
            confirmed=True,
        ),
        ChronologyRow(
            "Sep 2023",
            "2023-09",
            "Joint Military Exercise",
            "Joint training to enhance interoperability",
            "occurred",
            (7,),
        ),
        ChronologyRow(
            "Oct 2023", "2023-10", "Democracy Summit", "Invitation to discuss democratic reforms", "planned", (8,)
        ),
    )
    return PlanSection(kind=PlanKind.CHRONOLOGY, title="Chronology", chronology=rows)


def _recommendations() -> PlanSection:
    rows = (
        RecommendationRow(
            "United States", "Rethink its strategies in response to hybrid alliances", "imperative", (9,), confirmed=True
        ),
        RecommendationRow(
            "The U.S.", "Review existing sanctions against nations perceived as repressive allies", "could", (10,)
        ),
        RecommendationRow(
            "The U.S.", "Enhance support for NGOs and independent media", "should consider", (11,), deadline="by 2025"
        ),
        RecommendationRow("The U.S.", "Remain adaptable in its foreign policy framework", "should", (12,)),
    )
    return PlanSection(kind=PlanKind.RECOMMENDATIONS, title="Recommendations", recommendations=rows)


def _notes() -> PlanSection:
    rows = (
        NoteRow(
            "This thaw is characterized by several strategic adjustments",
            "Ask the embassy which adjustments are *agreed* and which are **proposed**.",
            Role.YELLOW,
            (2,),
        ),
        NoteRow(
            "could embolden local leaders",
            "Compare:\n\n- last year’s report\n- the *2021* inquiry",
            Role.PURPLE,
            (5,),
        ),
    )
    return PlanSection(kind=PlanKind.NOTES, title="Reader’s notes", notes=rows)


def _names() -> PlanSection:
    rows = (
        NameRow("United States", "place", 12, (1,)),
        NameRow("Russia", "place", 5),
        NameRow("Eastern Europe", "place", 4),
    )
    return PlanSection(kind=PlanKind.NAMES, title="Names", names=rows)
