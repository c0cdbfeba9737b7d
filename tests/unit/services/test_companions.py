"""The folder that a browser puts beside a saved page."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskbrief.services import companions as room
from deskbrief.services.companions import companions
from deskbrief.services.sources import bare_request, read_request


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "The wells.html"
    path.write_text("<p>Words</p>", encoding="utf-8")
    return path


def beside(page: Path, folder: str, **files: bytes) -> Path:
    made = page.parent / folder
    made.mkdir()
    for name, data in files.items():
        (made / name.replace("_", ".")).write_bytes(data)
    return made


@pytest.mark.parametrize("ending", ["_files", ".files", "-Dateien", "_fichiers", " bestanden"])
def test_pictures_are_found_under_the_address_that_the_page_has_for_them(page: Path, ending: str):
    beside(page, f"The wells{ending}", b_png=b"two", a_jpg=b"one", style_css=b"x", run_js=b"x")
    assert list(companions(page, b"")) == [
        (f"The wells{ending}/a.jpg", b"one"),
        (f"The wells{ending}/b.png", b"two"),
    ]


def test_the_pages_in_frames_are_found_before_the_pictures(page: Path):
    beside(page, "The wells_files", a_png=b"one", saved_html=b"<p>Framed</p>")
    assert [name for name, _ in companions(page, b"")] == [
        "The wells_files/saved.html",
        "The wells_files/a.png",
    ]


@pytest.mark.parametrize(
    "name", ["The wells2_files", "Other_files", "The wells", "The wells_of the lower valley"]
)
def test_other_folders_are_left_alone(page: Path, name: str):
    beside(page, name, a_png=b"x")
    assert list(companions(page, b"")) == []


def test_what_leads_elsewhere_is_left_alone(page: Path, tmp_path: Path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    folder = beside(page, "The wells_files")
    (folder / "a.png").symlink_to(secret)
    elsewhere = beside(page, "elsewhere", b_png=b"x")
    (tmp_path / "The wells.files").symlink_to(elsewhere)
    assert list(companions(page, b"")) == []


def test_there_is_a_limit_to_what_is_taken_along(page: Path, monkeypatch: pytest.MonkeyPatch):
    beside(page, "The wells_files", a_png=b"12345", b_png=b"12345", c_png=b"12345")
    monkeypatch.setattr(room, "MOST_BYTES", 11)
    assert [name for name, _ in companions(page, b"")] == ["The wells_files/a.png", "The wells_files/b.png"]
    monkeypatch.setattr(room, "MOST", 1)
    assert [name for name, _ in companions(page, b"")] == ["The wells_files/a.png"]


def test_the_request_carries_page_and_pictures(page: Path):
    beside(page, "The wells_files", a_png=b"one", b_png=b"two!")
    request = read_request(page)
    assert request.data["parts"] == [["The wells_files/a.png", 3], ["The wells_files/b.png", 4]]
    assert request.blob == b"<p>Words</p>onetwo!"


def test_the_bare_request_carries_the_page_alone(page: Path):
    beside(page, "The wells_files", a_png=b"one")
    request = bare_request(page)
    assert not request.data
    assert request.blob == b"<p>Words</p>"


def test_only_pages_have_such_a_folder(tmp_path: Path):
    text = tmp_path / "a.txt"
    text.write_text("Words", encoding="utf-8")
    beside(text, "a_files", a_png=b"one")
    assert read_request(text).data == {"name": "a.txt", "media_type": "", "take_in": []}


# Markdown


@pytest.fixture
def note(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    (folder / "maps").mkdir(parents=True)
    (folder / "maps" / "north 1.png").write_bytes(b"north")
    (folder / "south.jpg").write_bytes(b"south")
    (folder / "other.png").write_bytes(b"other")
    (folder / "secret.txt").write_bytes(b"secret")
    (tmp_path / "outside.png").write_bytes(b"outside")
    return folder / "wells.md"


def found_in(note: Path, text: str) -> dict[str, bytes]:
    return dict(companions(note, text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "![A map](maps/north%201.png)",
        "![A map](<maps/north 1.png>)",
        '![A map](./maps/north%201.png "The north")',
        "![A map][north]\n\n[north]: maps/north%201.png",
        '<img alt="" src="maps/north 1.png">',
    ],
)
def test_a_picture_that_a_markdown_file_names_is_found(note: Path, text: str):
    assert found_in(note, text) == {"maps/north 1.png": b"north"}


def test_pictures_that_a_markdown_file_does_not_name_are_not_read(note: Path):
    assert found_in(note, "![](south.jpg) ![](south.jpg#x)") == {"south.jpg": b"south"}


@pytest.mark.parametrize(
    "address",
    [
        "../outside.png",
        "maps/../../outside.png",
        "%2e%2e/outside.png",
        "{folder}/other.png",
        "file://{folder}/other.png",
        "https://example.org/other.png",
        "secret.txt",
        "gone.png",
        "maps",
        "x%00.png",
        "C:\\other.png",
    ],
)
def test_nothing_outside_the_folder_of_a_markdown_file_is_read(note: Path, address: str):
    assert found_in(note, f"![x]({address.format(folder=note.parent)})") == {}


def test_a_link_of_the_system_is_not_followed_from_a_markdown_file(note: Path):
    (note.parent / "way.png").symlink_to(note.parent.parent / "outside.png")
    (note.parent / "road").symlink_to(note.parent.parent)
    assert found_in(note, "![x](way.png) ![x](road/outside.png)") == {}


def test_the_request_for_a_markdown_file_holds_its_pictures(note: Path):
    note.write_text("# Wells\n\n![South](south.jpg)\n", encoding="utf-8")
    request = read_request(note)
    assert request.data["parts"] == [["south.jpg", 5]]
    assert request.blob.endswith(b"south")
