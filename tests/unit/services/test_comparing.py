"""What changed between two editions: paired by place and by what is said, compared field by field."""

from __future__ import annotations

import time
from dataclasses import replace

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Outline
from deskbrief.services.comparing import Became, Comparison, Detail, Edited, Field, Kind, compare
from deskbrief.services.curation import curate
from helpers.documents import document_of_blocks
from helpers.outlines import outlined

HEAD, TEXT = BlockKind.HEADING, BlockKind.PARAGRAPH
OPENING = "The valley has three towns and one river, and its people have argued about both for a century."
FLOOD = "On 12 March 1994 the two countries signed the water treaty in Norburg."
MEETING = "On 5 June 2023 the commission met in the old town hall."
ADVICE = "The government should repair the gauges along the upper river by the end of 2026."
DATA = "The commission must publish its data every month."
COST = "The repair of the dams will cost 40 million dollars and take nine years."
REST = "Nobody who lives there expects an easy winter, and few of them say so in public."
FIRST = [
    (HEAD, "How the water was shared"),
    (TEXT, f"{OPENING} {FLOOD} {MEETING}"),
    (TEXT, f"{COST} {REST}"),
    (HEAD, "What should follow"),
    (TEXT, f"{ADVICE} {DATA}"),
]


def edition(blocks: list[tuple[BlockKind, str]], sha256: str = "a" * 64) -> Edited:
    document = replace(document_of_blocks(blocks), sha256=sha256)
    return edited(document, outlined(document))


def edited(document: Document, outline: Outline) -> Edited:
    return Edited(document=document, outline=outline, curated=curate(document, outline, ()))


def changed(*replacements: tuple[str, str]) -> Comparison:
    """Return the comparison of the first edition with one in which words were replaced."""
    blocks = []
    for kind, words in FIRST:
        text = words
        for old, new in replacements:
            text = text.replace(old, new)
        blocks.append((kind, text))
    return compare(edition(FIRST), edition([one for one in blocks if one[1].strip()], "b" * 64))


def told(comparison: Comparison, kind: Kind) -> list[tuple[Became, tuple[Detail, ...]]]:
    return [(one.became, one.details) for one in comparison.items if one.kind is kind]


def test_the_same_text_has_no_changes():
    same = changed()
    assert same.changes() == ()
    assert same.count(Kind.RECOMMENDATION, Became.SAME) == 2
    assert same.count(Kind.EVENT, Became.SAME) >= 2
    assert same.count(Kind.SECTION, Became.SAME) == 2
    assert same.count(Kind.FIGURE, Became.SAME) >= 1


def test_another_date_of_an_event_is_told_with_both():
    (row,) = (one for one in changed(("5 June 2023", "7 June 2023")).changes() if one.kind is Kind.EVENT)
    assert row.became is Became.CHANGED
    assert row.details == (Detail(Field.DATE, "5 Jun 2023", "7 Jun 2023"),)


def test_another_strength_and_addressee_of_a_recommendation_are_told():
    found = changed(("The government should repair", "The two ministries must repair"))
    (row,) = (one for one in found.changes() if one.kind is Kind.RECOMMENDATION)
    assert row.became is Became.CHANGED
    assert Detail(Field.STRENGTH, "should", "must") in row.details
    (addressee,) = (one for one in row.details if one.field is Field.ADDRESSEE)
    assert "government" in addressee.old
    assert "ministries" in addressee.new


def test_another_figure_is_told_at_its_place():
    found = changed(("40 million", "55 million"))
    (row,) = (one for one in found.changes() if one.kind is Kind.FIGURE)
    assert row.became is Became.CHANGED
    assert row.details[0] == Detail(Field.NUMBER, "40000000", "55000000")


def test_what_was_added_and_dropped_leads_to_the_edition_it_is_in():
    found = changed((MEETING, ""), (REST, "On 9 May 2025 the second dam broke near the border."))
    rows = {one.became: one for one in found.changes() if one.kind is Kind.EVENT}
    assert set(rows) == {Became.ADDED, Became.DROPPED}
    assert rows[Became.DROPPED].new is None
    assert rows[Became.ADDED].old is None
    first = edition(FIRST).document
    assert MEETING.startswith(first.quote(rows[Became.DROPPED].old)[:20])


def test_a_moved_recommendation_is_the_same():
    blocks = [*FIRST[3:], *FIRST[:3]]
    found = compare(edition(FIRST), edition(blocks, "b" * 64))
    assert [one for one in found.changes() if one.kind not in {Kind.SECTION, Kind.TEXT}] == []
    assert {one.became for one in found.changes() if one.kind is Kind.TEXT} == {Became.MOVED}


def test_sections_tell_their_own_changes_and_new_names():
    found = changed(("What should follow", "What must follow now"), (COST, "Nothing is known of the cost."))
    rows = {one.title: one for one in found.items if one.kind is Kind.SECTION}
    assert rows["What must follow now"].became is Became.CHANGED
    assert rows["What must follow now"].details[0] == Detail(
        Field.TITLE, "What should follow", "What must follow now"
    )
    assert rows["How the water was shared"].became is Became.CHANGED
    assert rows["How the water was shared"].details[0].field is Field.WORDS


def test_a_removed_section_is_dropped():
    found = compare(edition(FIRST), edition(FIRST[:3], "b" * 64))
    assert found.count(Kind.SECTION, Became.DROPPED) == 1
    assert found.count(Kind.RECOMMENDATION, Became.DROPPED) == 2


def test_what_changed_in_two_long_editions_is_told_of_each_part():
    found = compare(_long(changes=False), _long(changes=True))
    assert found.count(Kind.FIGURE, Became.CHANGED) >= 200
    assert found.count(Kind.RECOMMENDATION, Became.CHANGED) == 250


def test_four_times_as_long_editions_take_no_more_than_a_good_four_times_as_long():
    assert _cost(500) < 8 * _cost(125) + 0.05


def _cost(parts: int) -> float:
    """Return the least processor time of three comparisons of texts of so many parts."""
    old, new = _long(changes=False, parts=parts), _long(changes=True, parts=parts)
    best = 1e9
    for _ in range(3):
        begun = time.process_time()
        compare(old, new)
        best = min(best, time.process_time() - begun)
    return best


def _long(*, changes: bool, parts: int = 500) -> Edited:
    """Return a text with advice, an event and three figures in each part; 500 have 100,000 words."""
    from deskbrief.document.outline import Event, EventDate, Figure, FigureKind, Recommendation, Strength
    from deskbrief.document.spans import Span

    pieces, at = [], 0
    advice, events, figures = [], [], []
    for n in range(parts):
        strength = Strength.MUST if changes and n % 2 else Strength.SHOULD
        number = n + 3000 if changes and n % 2 else n + 1000
        words = [
            f"Town {n} {strength} repair gauge number{n} on river{n}.",
            f"On day {n} mill{n} burnt down.",
        ]
        words += [f"It cost {number} dollars in part{k} of plan{n}." for k in range(3)]
        if not (changes and n % 50 == 0):
            words.append(" ".join(f"filler{(n * 37 + k) % 4001}" for k in range(150)) + ".")
        for k, sentence in enumerate(words):
            span = Span(at, at + len(sentence))
            if k == 0:
                advice.append(Recommendation(action=sentence, spans=(span,), strength=strength))
            elif k == 1:
                date = EventDate(f"{1500 + n}-01-01", at, at + 6)
                events.append(Event(date=date, title=sentence, spans=(span,)))
            elif k < 5:
                start = at + len("It cost ")
                end = start + len(f"{number} dollars")
                text = sentence[start - at : end - at]
                figures.append(
                    Figure(
                        text=text,
                        kind=FigureKind.MONEY,
                        start=start,
                        end=end,
                        low=str(number),
                        high=str(number),
                    )
                )
            pieces.append(sentence)
            at += len(sentence) + 1
    document = replace(document_of_blocks([(TEXT, " ".join(pieces))]), sha256=("b" if changes else "a") * 64)
    outline = Outline(recommendations=tuple(advice), events=tuple(events), figures=tuple(figures))
    return edited(document, outline)


def test_long_numbers_are_shown_with_commas_and_years_are_not():
    assert Detail(Field.NUMBER, "19000000", "24000000.5").shown == ("19,000,000", "24,000,000.5")
    assert Detail(Field.NUMBER, "2024", "0.123456–98765").shown == ("2024", "0.123456–98,765")
    assert Detail(Field.WHO, "12345", "").shown == ("12345", "")
