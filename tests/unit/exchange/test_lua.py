"""Lua tables: what KOReader writes is read, everything else is refused, and nothing is run."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.errors import SourceError
from deskbrief.exchange.lua import DEEPEST, in_order, lua_table


def test_every_kind_of_value_is_read():
    table = lua_table(
        """-- /mnt/book.sdr/metadata.epub.lua
--[[ a long
comment ]]
return {
    ["text"] = "one \\
two \\"three\\" \\\\ \\65\\x42\\u{43}\\t|",
    single = 'it"s', -- a remark
    [3] = [==[
long ]] text]==],
    numbers = { 1, -2.5, 0x10, 1e3; 7 },
    yes = true, no = false, nothing = nil,
}"""
    )
    assert table["text"] == 'one \ntwo "three" \\ ABC\t|'
    assert table["single"] == 'it"s'
    assert table[3] == "long ]] text"
    assert in_order(table["numbers"]) == [1, -2.5, 16, 1000.0, 7]
    assert (table["yes"], table["no"], table["nothing"]) == (True, False, None)


def written(value: object) -> str:
    """Return `value` as Lua writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"[{written(key)}] = {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        for sign, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\\n"), ("\r", "\\r"), ("\0", "\\0")):
            value = value.replace(sign, escape)
        return f'"{value}"'
    return json.dumps(value)


VALUES = st.recursive(
    st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(exclude_characters="\0"), max_size=9),
    lambda inner: st.dictionaries(st.text(max_size=4).filter(lambda key: "\0" not in key), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.text("abc ]\"'\\\n", max_size=4), VALUES, max_size=4))
def test_what_is_written_is_read(value):
    assert lua_table(f"return {written(value)}") == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "return",
        "return 7",
        "return os.execute('rm -rf /')",
        "return { os.execute('touch /tmp/x') }",
        "return { x = function() while true do end end }",
        "return { [{}] = 1 }",
        "return { 'unclosed",
        "return { [[unclosed",
        "--[[ unclosed",
        "return { 1 2 }",
        "return { x = }",
        "return " + "{" * 100_000,
        "return " + "{" * (DEEPEST + 2) + "}" * (DEEPEST + 2),
        "return {" + "[" * 100_000,
        'return { "\\',
    ],
)
def test_programs_and_broken_tables_are_refused(text):
    with pytest.raises(SourceError):
        lua_table(text)


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr("deskbrief.exchange.lua.MOST_VALUES", 1000)
    with pytest.raises(SourceError):
        lua_table("return {" + "1," * 2000 + "}")


@given(st.text("return{}[]=,;\"'\\-1x \n", max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        lua_table("return {" + text)
    except SourceError:
        return
