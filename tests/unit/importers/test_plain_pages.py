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


PROSE = (
    "The council of the northern region met on Monday and talked at\n"
    "length about the harbours of the coast, as it had done in the\n"
    "year before, when no ship had come for nine months and the ropes\n"
    "on the quay had begun to rot in the rain that fell every day.\n"
)


def texts(text: str) -> list[str]:
    return [words for _, words in shape(read(text))]


def test_blank_lines_after_each_line_part_no_paragraphs():
    doubled = (PROSE * 3).replace("\n", "\n\n")
    told = texts(f"Wells of the north.\n\n{doubled}\n\nThe end of it.\n")
    assert [words[:8] for words in told] == ["Wells of", "The coun", "The end "]


def test_a_narrow_block_runs_on_by_its_own_width():
    note = [
        "(*) Duke Alfred was a son of Francis, who came from",
        "Milan with his brothers and went there again in the",
        "autumn of the same year.",
    ]
    set_in = "".join(f"     {line}\n" for line in note)
    assert texts(f"{PROSE * 3}\n{set_in}\n{PROSE}")[1] == " ".join(note)


def test_the_lines_of_verse_are_not_joined():
    verse = [
        "The boats lie still, the ropes are slack",
        "And nobody comes along the quay",
        "Where ships have been",
    ]
    set_in = "".join(f"     {line}\n" for line in verse)
    assert texts(f"{PROSE * 3}\n{set_in}\n{PROSE}")[1:4] == verse


def test_items_whose_first_line_stands_further_right_are_whole():
    words = ["by striking the words of the first sentence that", "name the harbour and inserting these; and"]
    items = "".join(f"       ({number}) {words[0]}\n     {words[1]}\n" for number in (1, 2, 3))
    assert shape(read(PROSE * 3 + items))[1:] == [("list_item", " ".join(words))] * 3


def test_what_stands_below_a_label_and_a_gap_belongs_to_it():
    item = "Item 7.    Financial Statements and Other Information and\n           Exhibits\n"
    told = texts(f"{PROSE * 3}\n{item}\n{PROSE}")
    assert told[1] == "Item 7. Financial Statements and Other Information and Exhibits"


def test_marks_of_pages_within_a_sentence_are_left_out():
    parted = "which the members of the council had seen on\n\n[[Page S701]]\n\nthe way to the sea.\n"
    assert texts(PROSE * 2 + parted)[-1].endswith("had seen on the way to the sea.")


def test_lines_drawn_under_words_part_no_sentence():
    above = "as it is said in the law, provided that the ropes, provided"
    scored = f"{above}\n            --------\nthat they rot in it.\n"
    assert texts(PROSE * 2 + scored)[-1].endswith("provided that they rot in it.")


def test_asterisks_for_words_that_are_left_out_are_no_items():
    told = shape(read(f"{PROSE * 2}\n* * * Each region shall choose its own\nmembers of the council.\n"))
    assert told[-1] == ("paragraph", "* * * Each region shall choose its own members of the council.")


def test_the_lines_of_a_line_block_stay_lines():
    block = "| Ministry of Water\n| 12 Long Street, which goes on\n  in the next line\n|\n| Northtown\n"
    assert texts(f"{PROSE}\n{block}\n{PROSE}")[1:-1] == [
        "Ministry of Water",
        "12 Long Street, which goes on in the next line",
        "Northtown",
    ]


def test_an_address_in_brackets_is_no_code():
    told = read(f"{PROSE}\nOn Monday Ann Lee\n<ann@example.org>\nwrote:\n\n> Yes.\n\n{PROSE}")
    assert not of_kind(told, BlockKind.CODE)


def test_an_item_that_was_cut_in_a_text_of_few_lines_is_whole():
    first = "- This would be the first point, which goes on to the second line"
    told = shape(read(f"One:\n\n{first}\nof it all\n- This is the second\n\nTwo:\n\n- Another\n"))
    assert told[1:3] == [("list_item", f"{first[2:]} of it all"), ("list_item", "This is the second")]


def test_who_wrote_the_message_below_is_said_in_one_line():
    told = texts("I see.\n\nOn Monday, Ann Lee\n<ann@example.org>\nwrote:\n\n> Was this told or not?\n")
    assert "On Monday, Ann Lee <ann@example.org> wrote:" in told


def test_a_greeting_is_no_title():
    assert read(f"Hi,\n\nOn Monday, Ann Lee wrote:\n\n> Yes.\n\n{PROSE}").metadata.title == ""


def test_the_rest_of_an_item_may_stand_as_far_left_as_the_item():
    words = ["a) by carrying a prominent note that says that the", "words were changed, and on which day."]
    item = "".join(f"{line}\n" for line in words)
    told = texts(f"{PROSE * 3}\n{item}\n{item.replace('a)', 'b)')}\n{PROSE}")
    assert told[1:3] == [" ".join(words)[3:]] * 2


NAMES = ("north", "south", "east", "west", "old", "new")


def sheets(pages: int, head: str, foot: str) -> str:
    """Return a text with a form feed between its pages."""
    return "\f".join(
        f"{head.format(n=number, name=name)}\n\n{name.title()} of here {RAGGED}\nThe board of the {name} "
        f"quay, and of {name} boats\n\n{foot.format(n=number)}\n"
        for number, name in enumerate(NAMES[:pages], 1)
    )


def test_form_feeds_tell_running_heads_and_numbers_of_few_pages():
    document = read(sheets(3, "REPORT ON THE QUAYS", "{n}"), "a.txt")
    assert of_kind(document, BlockKind.TITLE) == ["REPORT ON THE QUAYS"]
    assert headings(document) == []
    assert document.text.count("REPORT") == 1
    assert left_out(document)["running heads and page numbers"] == "1 · REPORT ON THE QUAYS · 2 · 3"


def test_heads_of_left_and_right_pages_are_left_out_and_headings_that_come_once_are_not():
    parts = sheets(6, "{n}. The {name} quay", "Harbour board     [Page {n}]").split("\f")
    text = "\f".join(
        f"{'Report on the quays' if number % 2 else 'March 2019'}\n\n{part}"
        for number, part in enumerate(parts)
    )
    document = read(text, "a.txt")
    assert document.text.count("Report on the quays") == 0
    assert document.text.startswith("March 2019")
    assert document.text.count("March 2019") == 1
    assert "[Page" not in document.text
    assert headings(document) == [(f"{number}. The {name} quay", 1) for number, name in enumerate(NAMES, 1)]


def test_pages_that_all_say_the_same_are_no_furniture():
    page = "Notice to all boats\n\nThe harbour is closed on Sunday.\n"
    document = read("\f".join([page] * 5), "a.txt")
    assert document.text.count("The harbour is closed") == 5
