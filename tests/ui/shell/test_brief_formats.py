"""The format of an export goes by the kind of file that was chosen in the dialog."""

from pathlib import Path

import pytest

from deskbrief.document.plan import Format
from deskbrief.ui.controllers.briefexport import form_of
from deskbrief.ui.shell.filedialogs import _with_ending

KNOWN = frozenset({".pdf", ".docx", ".html", ".md"})


@pytest.mark.parametrize(
    ("name", "ending", "expected"),
    [
        ("a.pdf", ".pdf", "a.pdf"),
        ("a.pdf", ".docx", "a.docx"),
        ("a", ".md", "a.md"),
        ("v1.2 draft", ".html", "v1.2 draft.html"),
        ("a.PDF", ".pdf", "a.PDF"),
        ("a.pdf", "", "a.pdf"),
    ],
)
def test_the_ending_is_that_of_the_chosen_format(name, ending, expected):
    assert _with_ending(Path("x") / name, ending, KNOWN) == Path("x") / expected


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.DOCX", Format.DOCX), ("a.md", Format.MARKDOWN), ("a.txt", Format.PDF), ("a", Format.PDF)],
)
def test_the_format_goes_by_the_ending(name, form):
    assert form_of(Path(name)) is form
