import os
import tomllib

import pytest

from deskbrief.document.plan import PageSize
from deskbrief.services.settings import PAGE_SIZES, Settings, load_settings, save_settings


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "new" / "settings.toml"
    settings = Settings(
        appearance="dark", text_size=15.0, serif=False, author='A "quoted" \\ näme\n\x7f', measure=72
    )
    save_settings(path, settings)
    assert load_settings(path) == settings
    assert tomllib.loads(path.read_text(encoding="utf-8"))["author"] == settings.author


def test_keys_of_another_version_are_kept(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('mood = "calm"\nappearance = "sepia"\n', encoding="utf-8")
    save_settings(path, load_settings(path))
    assert tomllib.loads(path.read_text(encoding="utf-8"))["mood"] == "calm"
    assert load_settings(path).appearance == "sepia"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not toml [",
        b"\xff\xfe",
        b"measure = true\n",
        b'text_size = "big"\n',
        b"appearance = 3\n",
        b"text_size = nan\n",
        b"text_size = 1e999\n",
        b"line_height = -inf\n",
        b"measure = 99999999999999999999\n",
        b"split_place = -1\n",
        b"split_share = 101\n",
        b"text_size = true\n",
        b'page_size = "B17"\n',
    ],
)
def test_what_cannot_be_understood_is_the_default(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert load_settings(path) == Settings()


def test_keys_of_commands_are_saved_and_loaded(tmp_path):
    path = tmp_path / "settings.toml"
    settings = Settings(keys=(("find", ("Ctrl+J", 'Ctrl+"')), ("mark", ()), ("an odd name", ("\\",))))
    save_settings(path, settings)
    assert load_settings(path) == settings
    assert tomllib.loads(path.read_text(encoding="utf-8"))["keys"]["find"] == ["Ctrl+J", 'Ctrl+"']
    save_settings(path, Settings())
    assert load_settings(path).keys == ()


@pytest.mark.parametrize(
    ("content", "keys"),
    [
        ('keys.find = "Ctrl+J"', (("find", ("Ctrl+J",)),)),
        ("keys.find = 5\n", (("find", ("5",)),)),
        ("[keys]\nfind = [true, 'F3']\n", (("find", ("True", "F3")),)),
        ("keys = 3\n", (("3", ("3",)),)),
    ],
)
def test_keys_by_hand_are_taken_as_they_stand(tmp_path, content, keys):
    path = tmp_path / "settings.toml"
    path.write_text(content, encoding="utf-8")
    assert load_settings(path).keys == keys


def test_a_whole_number_is_a_size(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("text_size = 14\n", encoding="utf-8")
    assert load_settings(path).text_size == 14


def test_no_file_is_the_default(tmp_path):
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_files_whose_names_are_no_utf8_are_remembered(tmp_path):
    path, odd = tmp_path / "settings.toml", os.fsdecode(b"/home/me/caf\xe9.txt")
    for keys in ((), (("find", ("Ctrl+J",)),)):
        settings = Settings(last_opened=odd, brief_folder="/home/\u00e9", keys=keys)
        save_settings(path, settings)
        assert load_settings(path) == settings


def test_half_a_character_does_not_keep_settings_from_being_saved(tmp_path):
    path = tmp_path / "settings.toml"
    save_settings(path, Settings(author="\ud83d", measure=80))
    assert load_settings(path) == Settings(author="?", measure=80)


def test_keys_of_another_version_that_need_quotes_are_kept(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('"calm mood" = 1\n"n\u00e4me" = 2\nmeasure = 80\n', encoding="utf-8")
    for _ in range(2):
        save_settings(path, load_settings(path))
    assert load_settings(path).measure == 80
    there = tomllib.loads(path.read_text(encoding="utf-8"))
    assert (there["calm mood"], there["n\u00e4me"]) == (1, 2)


def test_a_file_that_begins_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("measure = 80\n", encoding="utf-8-sig")
    assert load_settings(path).measure == 80


def test_a_file_with_a_slip_of_the_hand_is_kept_beside_the_new_one(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('keys.find = ["Ctrl+J"\n', encoding="utf-8")
    save_settings(path, Settings(measure=80))
    assert load_settings(path).measure == 80
    assert (tmp_path / "settings.toml.old").read_text(encoding="utf-8") == 'keys.find = ["Ctrl+J"\n'
    save_settings(path, Settings())
    assert (tmp_path / "settings.toml.old").exists()


def test_every_size_of_page_may_stand_there():
    assert tuple(PageSize) == PAGE_SIZES
