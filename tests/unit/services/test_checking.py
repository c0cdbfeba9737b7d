"""Checking a brief: what became of each of its quotes in the source at hand."""

from dataclasses import replace

import pytest

from deskbrief.document.differences import Turn, differences
from deskbrief.document.outline import Outline
from deskbrief.document.plan import BriefPlan, SourceFacts
from deskbrief.document.spans import Span
from deskbrief.services.checking import Outcome, check, matched
from deskbrief.services.references import References
from helpers.documents import paragraphs

FIRST = "The ministers met in Geneva on 3 May to talk about water, and agreed on nothing at all."
SECOND = "A second round was announced for the autumn, when the levels of the lakes would be known."
SOURCE = paragraphs(FIRST, SECOND, "The end.")


def plan_of(*words):
    references = References()
    citer = references.of(SOURCE, Outline())
    for part in words:
        start = SOURCE.text.index(part)
        citer.cite(Span(start, start + len(part)))
    return BriefPlan(
        title="T",
        source=SourceFacts("", "", SOURCE.sha256),
        prepared="2026-11-27",
        references=references.listed(),
    )


def outcomes(plan, document):
    return [one.outcome for one in check(plan, {0: document})]


PLAN = plan_of("The ministers met in Geneva on 3 May", "A second round was announced for the autumn")


def test_in_the_source_itself_all_quotes_are_the_same():
    assert outcomes(PLAN, SOURCE) == [Outcome.SAME, Outcome.SAME]


def test_words_before_move_a_quote_and_change_nothing():
    newer = paragraphs("An introduction.", FIRST, SECOND, "The end.")
    assert outcomes(PLAN, newer) == [Outcome.MOVED, Outcome.MOVED]
    assert all(one.outcome.holds for one in check(PLAN, {0: newer}))


def test_an_alteration_is_found_and_shown():
    newer = paragraphs(FIRST.replace("3 May", "4 May"), SECOND, "The end.")
    first, second = check(PLAN, {0: newer})
    assert (first.outcome, second.outcome) == (Outcome.CHANGED, Outcome.SAME)
    assert first.difference() == (
        (Turn.KEPT, "The ministers met in Geneva on"),
        (Turn.DROPPED, "3"),
        (Turn.ADDED, "4"),
        (Turn.KEPT, "May"),
    )


def test_a_quote_that_is_not_there_any_more_is_gone():
    newer = paragraphs("Something about quite other things, long enough to be a text of its own.", SECOND)
    assert outcomes(PLAN, newer) == [Outcome.GONE, Outcome.SAME]


SAME_TWICE = "The nonce shall have a length of at least 64 bits."
REPEATING = paragraphs(FIRST, SAME_TWICE, SECOND, "Something else.", SAME_TWICE, "The end is near now.")


def repeating_plan():
    references = References()
    citer = references.of(REPEATING, Outline())
    starts = [
        (REPEATING.text.index(part), part) for part in (FIRST, SAME_TWICE, SECOND, "The end is near now.")
    ]
    starts.append((REPEATING.text.rindex(SAME_TWICE), SAME_TWICE))
    starts.append((REPEATING.text.rindex("64"), "64"))
    for start, part in sorted(starts):
        citer.cite(Span(start, start + len(part)))
    return BriefPlan(
        title="T",
        source=SourceFacts("", "", REPEATING.sha256),
        prepared="2026-11-27",
        references=references.listed(),
    )


def test_words_that_stand_twice_are_told_by_what_stands_around_them():
    newer = paragraphs(
        *(block.span.of(REPEATING.text) for block in REPEATING.blocks[:1]),
        "Quite new.",
        *(block.span.of(REPEATING.text) for block in REPEATING.blocks[1:]),
    )
    assert all(one.outcome.holds for one in check(repeating_plan(), {0: newer}))
    found = {one.reference.start: one.span.start for one in check(repeating_plan(), {0: newer})}
    last = REPEATING.text.rindex(SAME_TWICE)
    assert found[last] == newer.text.rindex(SAME_TWICE)


@pytest.mark.parametrize("other", ["96", "128", ""])
def test_an_alteration_of_words_that_stand_twice_is_found(other):
    at = REPEATING.text.rindex("64")
    text = f"{REPEATING.text[:at]}{other}{REPEATING.text[at + 2 :]}"
    newer = paragraphs(*text.split("\n\n"))
    held = {one.reference.start: one.outcome.holds for one in check(repeating_plan(), {0: newer})}
    assert held.pop(at) is False
    assert held.pop(REPEATING.text.rindex(SAME_TWICE)) is False
    assert all(held.values())


def test_a_source_that_is_not_at_hand_is_said_to_be_unchecked():
    assert [one.outcome for one in check(PLAN, {})] == [Outcome.UNCHECKED] * 2


def test_files_stand_for_the_sources_that_they_are():
    other = replace(paragraphs("Other."), sha256="cd" * 32)
    plan = replace(
        PLAN, source=SourceFacts("", "", other.sha256), others=(SourceFacts("", "", SOURCE.sha256),)
    )
    assert matched(plan, [SOURCE, other]) == {0: other, 1: SOURCE}
    newer = replace(other, sha256="ef" * 32)
    assert matched(plan, [newer, SOURCE]) == {0: newer, 1: SOURCE}


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("a b c", "a b c", [(Turn.KEPT, "a b c")]),
        ("a b", "", [(Turn.DROPPED, "a b")]),
        ("", "a", [(Turn.ADDED, "a")]),
        (
            "a b c",
            "a x c d",
            [(Turn.KEPT, "a"), (Turn.DROPPED, "b"), (Turn.ADDED, "x"), (Turn.KEPT, "c"), (Turn.ADDED, "d")],
        ),
    ],
)
def test_differences(old, new, wanted):
    assert list(differences(old.split(), new.split())) == wanted
