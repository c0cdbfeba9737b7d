"""The table of quality."""

import pytest
from quality import rows, written_into

PEERS = [
    {"kind": "events", "figure": "a.f1", "measure": "times", "other": 0.826, "tool": "HeidelTime"},
    {"kind": "recs", "figure": "b", "measure": "advice", "other": None, "tool": ""},
]


def test_figures_stand_beside_those_of_the_others_and_missing_ones_are_left_out():
    assert list(rows(PEERS, {"events": {"a": {"f1": 0.9}}}))[2:] == ["| times | .900 | .826 HeidelTime |"]
    assert list(rows(PEERS, {"recs": {"b": 1}}))[2:] == ["| advice | 1.000 | - |"]


def test_the_table_is_written_between_its_marks():
    text = "a\n<!-- quality -->\nold\n<!-- end of quality -->\nb"
    assert written_into(text, "new") == "a\n<!-- quality -->\nnew\n<!-- end of quality -->\nb"
    with pytest.raises(ValueError, match="no <!--"):
        written_into("nothing", "new")
