"""Captions in plain text: lines with the number of a figure or table, which head nothing."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind
from helpers.reading import of_kind, read

PROSE = (
    "The ferries carried more lorries than the bridge in every month of the year, and the board took that "
    "as a sign that the tolls had been set too high for hauliers who cross twice a day."
)


@pytest.mark.parametrize(
    "line",
    [
        "Figure 2. Lorries by ferry and by bridge",
        "Fig. 3: “Night crossings”, 2011",
        "TABLE 4-1 TOLLS BY AXLE",
        "Chart B1 – Waiting times at the quay",
        "Map 5",
    ],
)
def test_a_numbered_caption_is_no_heading(line):
    document = read(f"Crossing the Sound\n\nFerries\n\n{PROSE}\n\n{line}\n\n{PROSE}\n\nBridges\n\n{PROSE}\n")
    assert of_kind(document, BlockKind.CAPTION) == [line]
    assert of_kind(document, BlockKind.HEADING) == ["Ferries", "Bridges"]


@pytest.mark.parametrize(
    "line",
    [
        "Table 2 shows how the tolls rose with every axle.",
        "Figure 3 and Figure 4 compare the months.",
        "Tables were laid for forty guests.",
    ],
)
def test_a_sentence_about_a_table_is_prose(line):
    document = read(f"Crossing the Sound\n\n{PROSE}\n\n{line}\n\n{PROSE}\n")
    assert line in of_kind(document, BlockKind.PARAGRAPH)
    assert not of_kind(document, BlockKind.CAPTION)
