"""Plain text from pages: its furniture, ragged lines, footnotes, letters and lists of contents."""

from deskbrief.document.model import BlockKind
from helpers.reading import headings, left_out, of_kind, read, shape

#: Lines of prose as a program writes them that saves a page set in letters of different widths.
RAGGED = """\
The harbour board looked into the state of the quays this year and found that hardly
any of them had been inspected since they were built, although the Harbours Act
of 1974 asks for an inspection every five years. Most of the quays that were seen
had cracks below the water line, and the chief inspector of the
Northern Ports was told of nine that could give way. It also met the owners of the
ships that use them, who said that they had never been
asked for their opinion, and the people who live next to the quays and who had
written to the board more than once about the noise.
"""


def paged(pages: int, foot: str = "Page {n}                Report on the Harbours, May 2019") -> str:
    """Return a text of so many pages with a running foot; the last sentence of each runs on over it."""
    parts = [
        f"went on to the next one.\n\n{RAGGED}\n{RAGGED}\nSo much of quay {number}.\n\n"
        f"It was no better than {number + 1}.\n\n"
        f"After that the board of quay {number}, and of the quays in the north,\n\n\n"
        f"{foot.format(n=number)}\n\n"
        for number in range(1, pages + 1)
    ]
    return "Report on the Harbours\n\nThe board " + "".join(parts) + "rested at last, as all others did.\n"


def test_lines_of_uneven_length_are_one_paragraph():
    text = f"Findings\n\n{RAGGED}\nNext steps\n\n{RAGGED}"
    assert [kind for kind, _ in shape(read(text))] == ["heading", "paragraph", "heading", "paragraph"]


def test_a_short_heading_is_not_drawn_into_ragged_prose():
    made = shape(read(f"Findings\n\n{RAGGED}State Of The Quays\n{RAGGED}"))
    assert "State Of The Quays" in [text for _, text in made]


def test_running_feet_with_page_numbers_are_left_out_and_sentences_go_on():
    document = read(paged(5))
    assert "Report on the Harbours, May 2019" not in document.text
    assert (
        "After that the board of quay 2, and of the quays in the north, went on to the next one."
        in document.text
    )
    assert "Page 3" in left_out(document)["running heads and page numbers"]


def test_the_same_text_without_furniture_has_nothing_left_out():
    assert "running heads and page numbers" not in left_out(read(paged(5, foot="")))


def test_bare_page_numbers_go_with_the_line_that_stands_beside_each():
    document = read(paged(6, foot="Harbour Board of the North\n\n{n}"))
    assert "Harbour Board of the North" not in document.text
    assert len(left_out(document)["running heads and page numbers"]) > 20


def test_chapters_that_are_numbered_alone_stay():
    chapter = "\n".join(f"It was a long day, and nothing came of it in hour {hour}." for hour in range(9))
    text = "The long day\n\n" + "".join(f"{number}\n\n{chapter}\n\n" for number in range(1, 7))
    assert "running heads and page numbers" not in left_out(read(text))


def test_numbered_clauses_stay():
    text = "Rules\n\n" + "\n".join(
        f"{n}  The member shall pay what rule {n} says, and pay it at once." for n in range(1, 60)
    )
    assert "running heads and page numbers" not in left_out(read(text))


def test_a_raised_number_above_its_note_makes_a_footnote():
    text = (
        "Report\n\nThe board met in May and saw the quays of the north.1 It will meet again.\n\n"
        "1\n Minutes of the harbour board, 4 May 2019, which stand in the register of the town.\n\n"
        "The next meeting is in June, and the owners of the ships are asked to come as well.\n"
    )
    document = read(text)
    (note,) = [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert note.marker == "1"
    assert document.quote(note.span).startswith("Minutes of the harbour board")


def test_the_parts_of_a_letter_head_nothing():
    text = (
        "Harbour Board of the North\n\nMay 4, 2019\n\nThe Honorable Members\nBoard of Quays\n12 Water St\n"
        "Port Town, ME 04101\n\nSubject: The state of the quays\n\n"
        "We have seen the quays of the north and tell you here what we found there this year.\n\n"
        "The first of them\n\nIt was built long ago, and nobody has looked at it since then, we think.\n\n"
        "Sincerely yours,\n\nJane Miller\nInspector of Quays\n"
    )
    assert [text for text, _ in headings(read(text))] in (["The first of them"], [])


def test_a_line_of_contents_may_take_two_lines():
    text = (
        "Report\n\nContents\n\nSummary ............................ 1\n"
        "What the harbour board found out about the\nquays of the north .................. 3\n"
        "What is to be done ................. 9\n\nSummary\n\nThe board saw the quays and tells of it.\n"
    )
    assert "What the harbour board found out about the quays of the north .................. 3" in of_kind(
        read(text), BlockKind.LIST_ITEM
    )
