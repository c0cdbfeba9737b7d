import os

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.services.sources import LARGEST_MB, check_source, read_request, sample_path


def test_a_file_becomes_a_request(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(b"Hello.\n")
    request = read_request(path)
    assert request.blob == b"Hello.\n"
    assert request.data["name"] == "text.txt"


def missing(folder):
    return folder / "none.txt"


def below_a_file(folder):
    (folder / "a.txt").write_text("x")
    return folder / "a.txt" / "b.txt"


def folder_itself(folder):
    return folder


def empty(folder):
    (folder / "empty.txt").touch()
    return folder / "empty.txt"


def pipe(folder):
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def huge(folder):
    with (folder / "huge.txt").open("wb") as file:
        file.truncate((LARGEST_MB + 1) * 1024 * 1024)
    return folder / "huge.txt"


def endless_name(folder):
    return folder / ("x" * 300 + ".txt")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (missing, "There is no file at"),
        (below_a_file, "There is no file at"),
        (folder_itself, "is a folder"),
        (empty, "is empty"),
        (pipe, "is not an ordinary file"),
        (huge, f"up to {LARGEST_MB} MB"),
        (endless_name, "too long"),
    ],
)
def test_what_cannot_be_a_document_is_refused_in_words(tmp_path, make, words):
    with pytest.raises(SourceError) as caught:
        check_source(make(tmp_path))
    assert words in caught.value.what
    assert caught.value.next_step.endswith(".")
    assert caught.value.exit_code == 1


def test_the_sample_ships():
    assert check_source(sample_path()).st_size > 6000
