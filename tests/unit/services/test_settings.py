import tomllib

import pytest

from deskbrief.services.settings import Settings, load_settings, save_settings


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
    [b"", b"not toml [", b"\xff\xfe", b"measure = true\n", b'text_size = "big"\n', b"appearance = 3\n"],
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
