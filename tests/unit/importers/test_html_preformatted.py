"""Pages that are a plain text set in lines of its own."""

from deskbrief.document.model import BlockKind
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source
from helpers.reading import headings, left_out, of_kind, read

RECORD = """[Hearing, 115th Congress]

                    HARBOURS OF THE NORTHERN COAST

I. Background

    The harbours of the northern coast were open for all of the year,
and more ships called there than in any year since the war. Members of
the committee asked what that had cost, and nobody could tell them.

II. Recommendations

    The Department should publish what it spends on lights, twice a
year, and the committee will meet again on May 4, 2018, to hear of it.

    Nobody spoke against it, and the report was ordered to be printed
with all of its tables and the letters that the towns had sent.
"""
CODE = (
    "def lights(harbour):\n    for light in harbour.lights:\n        if light.on:\n            yield light\n"
    * 12
)


def page(text: str, *, around: str = "") -> str:
    return f"<html><head><title>Harbours</title></head><body>{around}<pre>\n{text}</pre></body></html>"


def test_a_text_in_lines_has_the_structure_of_plain_text():
    document = read(page(RECORD * 2), "record.html")
    assert ("I. Background", 2) in headings(document)
    assert of_kind(document, BlockKind.CODE) == []
    told = " ".join(of_kind(document, BlockKind.PARAGRAPH))
    assert (
        "and more ships called there than in any year since the war. Members of the committee asked" in told
    )
    assert document.metadata.format == "html"


def test_what_little_stands_around_such_a_text_is_counted():
    document = read(
        page(RECORD * 2, around='<p><a href="/">To the archive of hearings</a></p>'), "record.html"
    )
    assert "To the archive of hearings" not in document.text
    assert left_out(document)["outside the article"] == "To the archive of hearings"


def test_code_stays_code():
    document = read(page(CODE), "lights.html")
    assert [block.kind for block in document.blocks] == [BlockKind.CODE]


def test_a_page_with_an_article_around_its_lines_is_a_page():
    article = "".join(f"<p>{line}</p>" for line in RECORD.split("\n\n") if len(line) > 60) * 3
    document = read(page(RECORD, around=f"<article>{article}</article>"), "a.html")
    assert len(of_kind(document, BlockKind.CODE)) == 1


def test_sections_of_a_bill_are_headings():
    bill = (
        "SECTION 1. SHORT TITLE.\n\n    This Act may be cited as the Harbours Act, and it shall be \n"
        "read with the Lights Act of the year before it.\n\n"
        "SEC. 2. LIGHTS OF HARBOURS AND OF PLACES OF ANCHORAGE.\n\n"
        "    (a) In General.--The Secretary shall publish a list of lights.\n\n"
        "SEC. 3. EFFECTIVE DATE.\n\n    This Act takes effect on January 1, 2020.\n"
    )
    assert [title for title, _ in headings(read(bill, "bill.txt"))] == [
        "SECTION 1. SHORT TITLE.",
        "SEC. 2. LIGHTS OF HARBOURS AND OF PLACES OF ANCHORAGE.",
        "SEC. 3. EFFECTIVE DATE.",
    ]


def test_what_such_a_page_hides_is_told_and_both_are_taken_in():
    hidden = "Nobody sees these words about the harbour, its lights and all of its old boats."
    around = f"<p>To the archive of hearings</p><div style='display:none'>{hidden}</div>"
    written = page(RECORD * 2, around=around)
    assert left_out(read(written, "record.html"))["hidden on the page"] == hidden
    taken = frozenset({"outside the article", "hidden on the page"})
    document = read_source(Source("record.html", "", written.encode(), take_in=taken))
    assert hidden in document.text
    assert "To the archive of hearings" in document.text
    assert left_out(document) == {}
