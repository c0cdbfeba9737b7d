"""The line under a section: what the reader has checked of it, and what is left out."""

from __future__ import annotations

from types import MappingProxyType

from deskbrief.brief.rows import confirmed
from deskbrief.document.plan import BriefPlan, PlanKind, PlanSection

#: Kinds of which each row can be confirmed by the reader.
CHECKABLE = frozenset({PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS})
#: What is said of rows that the reader has not checked.
UNCHECKED = "Found automatically, not yet checked by the reader"
UNCHECKED_ALL = "were found automatically, not yet checked by the reader"
#: What the rows of a section are called, one and several.
NOUNS = MappingProxyType(
    {
        PlanKind.POINTS: ("passage", "passages"),
        PlanKind.CHRONOLOGY: ("event", "events"),
        PlanKind.RECOMMENDATIONS: ("recommendation", "recommendations"),
        PlanKind.NOTES: ("note", "notes"),
        PlanKind.NAMES: ("name", "names"),
        PlanKind.FIGURES: ("figure", "figures"),
        PlanKind.PASSAGES: ("passage", "passages"),
        PlanKind.WORDS: ("paragraph", "paragraphs"),
    }
)


def aside_words(section: PlanSection, plan: BriefPlan) -> str:
    """Return the line under a section of `plan`: what the reader has checked, and what is left out."""
    return " · ".join(
        filter(None, (_checked_once(section, plan), omitted_words(section, several=bool(plan.others))))
    )


def _checked_once(section: PlanSection, plan: BriefPlan) -> str:
    """Return what the reader has checked; where nothing on one page is, that is said once, at the end."""
    words = checked_words(section)
    others = [one for one in plan.sections if checked_words(one)]
    if not plan.one_page or len(others) < 2 or {checked_words(one) for one in others} != {UNCHECKED}:
        return words
    if section is not others[-1]:
        return ""
    kinds = dict.fromkeys(NOUNS[one.kind][1] for one in others)
    return f"{' and '.join(kinds).capitalize()} {UNCHECKED_ALL}"


def checked_words(section: PlanSection) -> str:
    """Return how many rows the reader has checked, in words; empty for rows that nobody checks."""
    rows = section.rows
    if not rows or section.kind not in CHECKABLE:
        return ""
    checked = sum(map(confirmed, rows))
    if checked == len(rows):
        return "✓ checked by the reader"
    if checked:
        return f"✓ checked by the reader: {checked} of {len(rows)}; the others were found automatically"
    return UNCHECKED


def omitted_words(section: PlanSection, *, several: bool = False) -> str:
    """Return what is left out and why, as in "3 more notes left out to fit one page"."""
    if not section.omitted:
        return ""
    noun = NOUNS[section.kind][section.omitted != 1]
    more = "more " if section.rows else ""
    source = "sources" if several else "source"
    where = "" if section.kind is PlanKind.NOTES else f" in the {source}"
    if section.unfit == section.omitted:
        return f"{section.omitted:,} {more}{noun} left out to fit one page"
    why = f"not shown; {section.unfit:,} left out to fit one page" if section.unfit else "not shown"
    return f"{section.omitted:,} {more}{noun}{where} ({why})"
