"""Books of Project Gutenberg without what its volunteers put around them."""

from deskbrief.importers.gutenberg import LICENCE
from helpers.reading import left_out, read

HEAD = """The Project Gutenberg EBook of War and Peace, by Leo Tolstoy

This eBook is for the use of anyone anywhere at no cost.

Title: War and Peace

Author: Leo Tolstoy

Posting Date: January 10, 2009 [EBook #2600]

*** START OF THIS PROJECT GUTENBERG EBOOK WAR AND PEACE ***

"""
BOOK = "CHAPTER I\n\n\u201cWell, Prince, so Genoa and Lucca are now just family estates.\u201d\n\n" * 3
TAIL = """
End of the Project Gutenberg EBook of War and Peace, by Leo Tolstoy

*** END OF THIS PROJECT GUTENBERG EBOOK WAR AND PEACE ***

Its business office is located at 809 North 1500 West, Salt Lake City.
"""


def test_the_licence_around_a_book_is_left_out_and_kept_in_the_receipt():
    document = read((HEAD + BOOK + TAIL).encode(), "warpeace.txt")
    assert "Gutenberg" not in document.text
    assert "Salt Lake City" not in document.text
    assert list(left_out(document)) == [LICENCE]
    (part,) = document.coverage.left_out
    assert "Posting Date" in part.text
    assert "Salt Lake City" in part.text
    assert (document.metadata.title, document.metadata.byline) == ("War and Peace", "Leo Tolstoy")
    assert document.metadata.published is None


def test_what_is_left_stands_where_it_stood():
    whole = HEAD + BOOK + TAIL
    document = read(whole.encode(), "warpeace.txt")
    assert document.source_runs
    for run in document.source_runs:
        told = document.text[run.start : run.start + run.length]
        assert " ".join(whole[run.source : run.source + run.length].split()) == " ".join(told.split())


def test_a_text_that_only_speaks_of_the_project_is_whole():
    text = "A note on books\n\nProject Gutenberg begins its files with *** START OF THE BOOK ***.\n"
    document = read(text.encode(), "note.txt")
    assert "begins its files" in document.text
    assert LICENCE not in left_out(document)


def test_a_book_saved_as_a_page_is_the_book_alone():
    said = "Title: The Wells\n\nAuthor: A. Reed\n\nProduced by volunteers"
    words = "".join(f"<p>The council of the {n}th valley met and heard nine witnesses.</p>" for n in range(9))
    page = (
        "<html><head><title>The Wells, by A. Reed</title></head><body><pre>The Project Gutenberg EBook of The"
        f" Wells\n\n*** START OF THIS PROJECT GUTENBERG EBOOK THE WELLS ***\n\n{said}\n</pre>"
        f"<h1>THE WELLS</h1><h2>CHAPTER I</h2>{words}<pre>End of the Project Gutenberg EBook of The Wells\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK THE WELLS ***\n\nUpdated editions will replace the previous"
        " one.</pre></body></html>"
    )
    document = read(page.encode(), "wells.html")
    assert "GUTENBERG" not in document.text.upper()
    assert document.text.startswith("THE WELLS\n\nCHAPTER I\n\nThe council")
    assert "Author: A. Reed Produced by" in left_out(document)[LICENCE]
    assert "Updated editions" in left_out(document)[LICENCE]
    assert document.metadata.title == "THE WELLS"
