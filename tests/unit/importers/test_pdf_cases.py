"""What decisions and filings of courts are called."""

from __future__ import annotations

import pytest

from helpers.papers import TEXT, Paper


def titled(lines: tuple[str, ...], court: str = "Court of Appeals of the Valley") -> str:
    """Return the title of a decision whose head has these lines in its middle."""
    paper = Paper()
    paper.canvas.setFont("Helvetica-Bold", 16)
    paper.canvas.drawCentredString(210, 540, court)
    for number, line in enumerate(lines):
        paper.canvas.setFont("Helvetica", 10)
        paper.canvas.drawCentredString(210, 500 - 18 * number, line)
    paper.lines(TEXT, top=400)
    paper.turn()
    paper.lines(TEXT)
    return paper.read().metadata.title


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ("No. 12-34", "RUTH ADLER,", "Appellant,", "v.", "STATE OF THE VALLEY,", "Appellee."),
            "RUTH ADLER v. STATE OF THE VALLEY",
        ),
        (
            ("Adler Wells, Inc., a firm of the valley,", "Plaintiff", "versus", "Bo Ray, in his own name,"),
            "Adler Wells, Inc. v. Bo Ray",
        ),
        (("ADLER, ET AL. v.", "RAY ET AL.", "CERTIORARI TO THE COURT"), "ADLER v. RAY"),
    ],
)
def test_a_decision_is_called_by_its_parties(lines, name):
    assert titled(lines) == name


def test_a_paper_that_only_sets_two_things_against_each_other_keeps_its_title():
    lines = ("Rain", "v.", "Snow")
    assert titled(lines, "What the farmers see") == "What the farmers see"
    assert titled(("The council met in May.",)) == "Court of Appeals of the Valley"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "The Supreme Court and the Press",
            (
                "The court knew one of them. As every editor in town knows, in Times v.",
                "Sullivan, the judges",
            ),
        ),
        (
            "Supreme Court of the Valley",
            ("The Court heard both sides. It relies on Smith v.", "Jones, which told the town to pay"),
        ),
    ],
)
def test_a_sentence_that_breaks_off_at_versus_names_no_case(title, lines):
    paper = Paper()
    paper.line(title, 60, 60, 16, "Helvetica-Bold")
    for number, line in enumerate(lines):
        paper.line(line, 60, 100 + 14 * number)
    paper.lines(TEXT, top=200)
    paper.turn()
    paper.lines(TEXT)
    assert " v. " not in paper.read().metadata.title
