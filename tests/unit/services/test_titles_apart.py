"""Two editions have one title: what tells them apart is said."""

from __future__ import annotations

from deskbrief.services.titles import Named, told_apart, with_difference


def test_a_title_that_is_alone_needs_nothing():
    assert told_apart([Named("Wells", "/a/wells.docx"), Named("Dams", "/a/wells.docx")]) == ["", ""]


def test_the_files_name_comes_first():
    found = told_apart(
        [Named("Wells", "/a/v1.docx"), Named("Dams", "/a/d.pdf"), Named("wells ", "/a/v2.docx")]
    )
    assert found == ["v1.docx", "", "v2.docx"]


def test_else_the_folder_and_else_the_date():
    assert told_apart([Named("W", "/may/w.md"), Named("W", "/june/w.md")]) == ["may", "june"]
    same = [Named("W", "/x/a/w.md", "1 May 2023"), Named("W", "/y/a/w.md", "2 May 2024")]
    assert told_apart(same) == ["w.md · 1 May 2023", "w.md · 2 May 2024"]


def test_what_the_title_says_already_is_not_said_twice():
    assert with_difference("v1.docx", "v1.docx") == "v1.docx"
    assert with_difference("Wells", "v1.docx") == "Wells (v1.docx)"
