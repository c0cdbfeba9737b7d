"""The words before a colon that name the items of a list in plain text."""

from __future__ import annotations

import pytest

from deskbrief.document.model import InlineKind
from helpers.reading import read

BEFORE = "The council of the region met for two days, and it agreed on the following steps for the year:\n"


def strong(text: str) -> list[str]:
    document = read((BEFORE + text).encode())
    return [document.text[i.start : i.end] for i in document.inlines if i.kind is InlineKind.STRONG]


def test_what_all_items_of_a_list_begin_with_stands_out():
    items = (
        "- Roads: All bridges are looked at.\n- Winter Stores: Grain is bought early, at\n  a fair price.\n"
    )
    assert strong(items) == ["Roads:", "Winter Stores:"]


def test_the_text_is_the_same_with_and_without_labels():
    document = read((BEFORE + "1. Roads:  All of them.\n2. Schools: None.\n").encode())
    assert document.text.endswith("Roads: All of them.\nSchools: None.")


@pytest.mark.parametrize(
    "items",
    [
        "- Roads: All bridges are looked at.\n- Grain is bought early.\n",
        "- Roads: All bridges are looked at.\n",
        "- The talks begin at 10:30 in the hall.\n- The talks end at 12:15 in the hall.\n",
        "- see http://example.org/a for more.\n- see http://example.org/b for more.\n",
        "- He said. Then he added: We go on.\n- She wrote. Then she added: We stop.\n",
        "- Roads:\n- Schools:\n",
        "Roads: All bridges are looked at, one after the other.\nSchools: The roofs are looked at too.\n",
    ],
)
def test_other_colons_are_no_labels(items: str):
    assert strong(items) == []


def test_lists_inside_lists_have_labels_of_their_own():
    items = "- Roads: All of them.\n  - the bridges\n  - the tunnels\n- Schools: None this year.\n"
    assert strong(items) == ["Roads:", "Schools:"]
    items = "- all roads\n  - Bridges: Two a year.\n  - Tunnels: One a year.\n- all schools\n"
    assert strong(items) == ["Bridges:", "Tunnels:"]
