import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.anchors import AnchorState
from deskbrief.document.carrying import carry
from deskbrief.document.spans import Span

FIRST = "The council met in June and agreed to review the sanctions before the winter began."
SECOND = "Observers from four neighbouring states welcomed the review, though some called it late."
THIRD = "A second round of talks is planned; nobody would say where it is to be held."
OLD = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
SURE = {AnchorState.EXACT, AnchorState.MOVED}


def carried(quote, new, old=OLD):
    start = old.index(quote)
    placement = carry(old, new, [Span(start, start + len(quote))])[0]
    return placement.state, placement.span.of(new) if placement.span else ""


def report(sections=40):
    """A text of many sections, each of whose sentences holds words of its own."""
    rng = random.Random(1)
    words = "policy talks review council border trade energy winter state paper".split()  # noqa: SIM905 - reads better
    return [
        [
            " ".join(rng.choices(words, k=9)).capitalize() + f" case{section}x{n} {rng.choice(words)}."
            for n in range(8)
        ]
        for section in range(sections)
    ]


def joined(sections):
    return "\n\n".join(" ".join(sentences) for sentences in sections)


@pytest.mark.parametrize(
    "new",
    [OLD, f"An introduction.\n\n{OLD}", f"{THIRD}\n\n{FIRST}\n\n{SECOND}", f"{SECOND}\n\n{FIRST}"],
    ids=["unchanged", "put in front", "moved", "moved and cut"],
)
def test_the_same_words_are_found_wherever_they_went(new):
    assert carried("agreed to review the sanctions", new) == (
        AnchorState.EXACT,
        "agreed to review the sanctions",
    )


def test_saving_again_changes_spaces_quotes_and_dashes_and_nothing_is_lost():
    old = "He said “no deal – not now” and left the talks early."
    new = 'He  said "no\u00a0deal - not now" and\nleft the talks early.'
    assert carried("“no deal – not now”", new, old) == (AnchorState.MOVED, '"no\u00a0deal - not now"')


def test_corrected_spelling_and_a_changed_word_stay_in_the_passage():
    new = OLD.replace("neighbouring", "neighboring").replace("welcomed", "praised")
    state, words = carried("Observers from four neighbouring states welcomed the review", new)
    assert state is AnchorState.MOVED
    assert words == "Observers from four neighboring states praised the review"


def test_a_single_word_whose_spelling_changed_is_found():
    assert carried("neighbouring", OLD.replace("neighbouring", "neighboring")) == (
        AnchorState.MOVED,
        "neighboring",
    )


def test_of_the_same_words_at_two_places_the_right_ones_are_taken():
    old = f"the review was early. {OLD}"
    at = old.rindex("the review")
    new = f"Again the review. {old}"
    assert carry(old, new, [Span(at, at + 10)])[0].span == Span(at + 18, at + 28)


def test_a_deleted_passage_is_lost_though_its_words_are_elsewhere():
    new = f"{SECOND}\n\n{THIRD}\n\nThe states agreed at last."
    assert carried("agreed to review the sanctions", new) == (AnchorState.LOST, "")


def test_a_passage_that_was_half_rewritten_is_not_sure():
    new = OLD.replace("before the winter began", "once money has been found for it")
    assert carried("agreed to review the sanctions before the winter began", new)[0] is AnchorState.UNCERTAIN


def test_a_passage_begins_and_ends_inside_words_where_it_did():
    assert carried("gree", f"New. {OLD}") == (AnchorState.EXACT, "gree")


def test_text_without_spaces_is_compared_by_character():
    old = "理事会は六月に会合を開き、制裁を見直すことで合意した。冬の前に始まる。"
    new = f"序文。{old.replace('見直す', '再検討する')}"
    assert carried("制裁を見直すことで合意した", new, old)[1] == "制裁を再検討することで合意した"


@pytest.mark.parametrize("seed", range(4))
def test_hundreds_of_passages_survive_a_revision(seed):
    rng = random.Random(seed)
    sections = report()
    spans, kept = [], []
    old = joined(sections)
    for section in sections:
        for sentence in section:
            start = old.index(sentence)
            spans.append(Span(start, start + len(sentence)))
            kept.append(sentence)
    gone = set(rng.sample(kept, 30))
    revised = [[one for one in section if one not in gone] for section in sections]
    rng.shuffle(revised)
    new = joined(revised)
    found = dict(zip(kept, carry(old, new, spans), strict=True))
    sure = [sentence for sentence in kept if found[sentence].state in SURE]
    assert not gone & set(sure)
    assert len(sure) >= 0.98 * (len(kept) - len(gone))
    assert all(found[sentence].span.of(new) == sentence for sentence in sure)


@given(st.text("ab \n.", max_size=80), st.text("ab \n.", max_size=80), st.integers(0, 80), st.integers(1, 80))
def test_carrying_never_fails_and_never_leaves_the_text(old, new, start, length):
    placement = carry(old, new, [Span(start, start + length)])[0]
    assert 0 <= placement.score <= 1
    if placement.span is not None:
        assert 0 <= placement.span.start < placement.span.end <= len(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 100_000, "b " + "a " * 100_000 + "c"),
        ("x " + "a " * 100_000 + "y", "z " + "a " * 80_000 + "w"),
        ("(" * 200_000, "(" * 100_000 + ")" * 100_000),
        ("a" * 1_000_000, "a" * 999_999 + "b"),
        (" ".join(f"{n} x" for n in range(40_000)), " ".join(f"{n} y" for n in range(40_000))),
    ],
    ids=["one word", "one word inside", "signs", "one long word", "every second word"],
)
def test_hostile_texts_take_no_longer_than_others(old, new):
    begin = time.process_time()
    carry(old, new, [Span(at * 100, at * 100 + 80) for at in range(300)])
    # Such texts take about a second; whatever compares everything with everything takes minutes.
    assert time.process_time() - begin < 20
