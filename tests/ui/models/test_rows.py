"""The flat model: fillings, and what views are told about them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from deskbrief.ui.models.rows import Row, RowModel


class Words:
    def title(self, row: Row) -> str:
        return row.key

    def spoken(self, row: Row) -> str:
        return f"spoken {row.key}"

    def tip(self, row: Row) -> str:
        return f"<{row.key}>"


def rows_of(keys: list[str]) -> list[Row]:
    return [Row(key=key) for key in keys]


KEYS = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=10)


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(KEYS, min_size=2, max_size=5))
def test_any_filling_after_any_other_keeps_the_model_consistent(fillings: list[list[str]]) -> None:
    model = RowModel(Words())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for keys in fillings:
        model.fill(rows_of(keys))
        assert [row.key for row in model.rows] == keys
        assert model.rowCount() == len(keys)
    assert tester.model() is model


@pytest.mark.usefixtures("qapp")
def test_rows_at_both_ends_stay_the_same_rows_to_a_view() -> None:
    model = RowModel(Words())
    model.fill(rows_of(["a", "b", "c", "d"]))
    first, last = (QPersistentModelIndex(model.index(number)) for number in (0, 3))
    model.fill(rows_of(["a", "x", "y", "z", "d"]))
    assert (first.row(), last.row()) == (0, 4)


@pytest.mark.usefixtures("qapp")
def test_roles() -> None:
    model = RowModel(Words())
    model.fill(rows_of(["a"]))
    index = model.index(0)
    assert index.data() == "a"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "spoken a"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "<a>"
    assert "&lt;a&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(5)) is None


@pytest.mark.usefixtures("qapp")
def test_rows_are_found_by_key() -> None:
    model = RowModel(Words())
    model.fill(rows_of(["a", "b"]))
    assert model.place_of("b") == 1
    assert model.place_of("no") == -1
