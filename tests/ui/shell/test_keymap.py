"""Keys that were changed: what is read, who keeps a key, and what is told."""

from __future__ import annotations

import pytest

from deskbrief.ui.keymap import BY_ID, Taken, canonical, changed, fits, given, put_back, read, usual


def test_without_changes_every_command_has_its_usual_keys():
    assert read(()) == (usual(), [])
    assert changed(usual()) == ()


def test_what_is_changed_comes_back_from_the_settings():
    keys, loser = given(usual(), "find", "Ctrl+J")
    assert loser is None
    assert keys["find"] == ("Ctrl+F", "Ctrl+J")
    assert changed(keys) == (("find", ("Ctrl+F", "Ctrl+J")),)
    assert read(changed(keys)) == (keys, [])


def test_a_key_has_one_command():
    keys, loser = given(usual(), "mark", "J")
    assert loser == Taken("J", "mark", "next_paragraph")
    assert keys["mark"] == ("H", "J")
    assert keys["next_paragraph"] == ("Down",)
    assert read(changed(keys)) == (keys, [])


def test_two_names_of_one_key_are_one_key():
    keys, loser = given(usual(), "mark", ">")
    assert loser is not None
    assert loser.loser == "sentence_on"
    assert keys["sentence_on"] == ()
    assert given(usual(), "larger", "Ctrl++") == (usual() | {"larger": ("Ctrl+=", "Ctrl++")}, None)


def test_putting_back_takes_the_keys_from_whoever_has_them():
    keys, _ = given(usual(), "mark", "J")
    keys, taken = put_back(keys, "next_paragraph")
    assert keys["next_paragraph"] == ("J", "Down")
    assert keys["mark"] == ("H",)
    assert taken == [Taken("J", "next_paragraph", "mark")]
    assert keys == usual()


def test_a_key_by_hand_is_taken_from_its_usual_command():
    keys, bad = read((("mark", ("J",)),))
    assert (keys["mark"], keys["next_paragraph"], bad) == (("J",), ("Down",), [])


@pytest.mark.parametrize(
    ("stored", "bad"),
    [
        ((("find", ("Ctrl+Foo", "Ctrl+J")),), ["find: Ctrl+Foo"]),
        ((("find", ("", "Ctrl+J")),), ["find: "]),
        ((("find", ("Ctrl+J, Ctrl+L", "Ctrl+J")),), ["find: Ctrl+J, Ctrl+L"]),
        ((("find", ("A", "Ctrl+J")),), ["find: A"]),
        ((("find", ("Tab", "Ctrl+J")),), ["find: Tab"]),
        ((("find", ("Ctrl+J",)), ("print", ("Ctrl+J",))), ["print: Ctrl+J"]),
        ((("find", ("Ctrl+J",)), ("no such command", ("Ctrl+J",))), ["no such command"]),
    ],
)
def test_what_is_no_key_is_told_and_ignored(stored, bad):
    keys, told = read(stored)
    assert keys["find"] == ("Ctrl+J",)
    assert told == bad


def test_a_command_whose_keys_are_none_keeps_the_usual_ones():
    keys, bad = read((("find", ("Ctrl+Foo",)),))
    assert (keys["find"], bad) == (("Ctrl+F",), ["find: Ctrl+Foo"])


def test_no_keys_at_all_can_be_wanted():
    keys, bad = read((("find", ()),))
    assert (keys["find"], bad) == ((), [])


def test_what_types_or_moves_works_in_the_text_alone():
    for key in ("A", "5", "Space", "Esc", "Down", "?", "Return"):
        assert fits(BY_ID["mark"], key), key
        assert not fits(BY_ID["find"], key), key
    for key in ("Ctrl+A", "Alt+5", "F9", "Ctrl+Space", "Meta+Down"):
        assert fits(BY_ID["find"], key), key
    assert not fits(BY_ID["mark"], "Tab")
    assert fits(BY_ID["find"], "Ctrl+Tab")


def test_every_usual_key_fits_its_command():
    for command in BY_ID.values():
        for key in command.keys:
            assert fits(command, key), (command.id, key)
            assert canonical(key), key
