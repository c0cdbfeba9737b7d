"""How deep headings of plain text are where only their names tell it."""

from __future__ import annotations

from deskbrief.document.model import BlockKind
from helpers.reading import read

PROSE = (
    "The harbour board met on Tuesday to hear what the engineers had found under the northern quay, and it "
    "agreed that the work should begin before the winter storms make diving too dangerous for anyone."
)


def levels(*heads):
    text = "Works in the Harbours\n\n" + PROSE + "\n\n" + "".join(f"{head}\n\n{PROSE}\n\n" for head in heads)
    document = read(text)
    return {
        (document.quote(block.span), block.level)
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    }


def test_names_that_come_again_are_below_what_stands_over_them():
    towns = ("Northern Quay", "Southern Mole", "Old Basin")
    heads = [head for town in towns for head in (town, "Findings", "Next Steps")]
    assert levels(*heads, "Money for the Works") == {
        *((town, 1) for town in towns),
        ("Findings", 2),
        ("Next Steps", 2),
        ("Money for the Works", 1),
    }


def test_a_name_that_comes_again_at_once_is_no_part_of_what_stands_over_it():
    found = levels("Northern Quay", "Findings", "Findings", "Findings", "Southern Mole")
    assert {level for _, level in found} == {1}
