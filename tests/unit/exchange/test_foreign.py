"""Files as other programs write them, each in the form that its makers document or that its source shows."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from html import escape
from time import process_time
from urllib.parse import quote

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import LARGEST_BYTES, NOWHERE
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.exchange.reading import notes_in
from deskbrief.exchange.values import role_of, stamp_of


def read(value: object, document: str = ""):
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return notes_in(data, document)


CLIPPINGS = """\ufeffWater for the Valley (New edition) (The Committee (chair))
- Your Highlight on page 12 | Location 180-181 | Added on Sunday, 3 March 2024 10:12:13

the flow fell
==========
\ufeffWater for the Valley (New edition) (The Committee (chair))
- Your Highlight on page 12 | Location 180-182 | Added on Sunday, 3 March 2024 10:13:00

the flow fell again
==========
Water for the Valley (New edition) (The Committee (chair))
- Your Note on page 12 | Location 182 | Added on Sunday, 3 March 2024 10:14:00

why?
==========
Water for the Valley (New edition) (The Committee (chair))
- Your Bookmark on page 13 | Location 190 | Added on Sunday, 3 March 2024 10:15:00


==========
Bread
- Your Highlight on Location 181-181 | Added on Friday, May 17, 2024 1:02:03 PM

the flow fell
==========
Brot
- Ihre Markierung bei Position 7-9 | Hinzugefügt am Montag, 20. Mai 2024 08:00:00

Das Mehl ist teuer.
==========
Brot
- Ihre Notiz bei Position 8 | Hinzugefügt am Montag, 20. Mai 2024 08:01:00

stimmt
==========
Brot
- Ihre Notiz bei Position 99 | Hinzugefügt am Montag, 20. Mai 2024 08:01:00

steht allein
==========
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_kindle_clippings(ends: str):
    found = read(CLIPPINGS.replace("\n", ends).encode())
    told = [(one.work.title, one.anchor.exact, one.body, one.created) for one in found.notes]
    assert told == [
        ("Water for the Valley (New edition)", "the flow fell again", "why?", "2024-03-03T10:13:00.000Z"),
        ("Bread", "the flow fell", "", "2024-05-17T13:02:03.000Z"),
        ("Brot", "Das Mehl ist teuer.", "stimmt", ""),
    ]
    # A bookmark, and a note on no highlight.
    assert (found.form, found.left_out) == ("Kindle", 2)
    assert found.notes[0].work.author == "The Committee (chair)"


def test_a_long_file_of_clippings_takes_time_in_proportion():
    entry = "Bread\n- Your Highlight on Location {0}-{0} | Added on a day\n\nwords {0}\n==========\n"
    begin = process_time()
    found = read("".join(entry.format(number) for number in range(5_000)).encode())
    assert len(found.notes) == 5_000
    assert process_time() - begin < 10


def test_a_text_that_only_looks_like_clippings_is_none():
    for text in ("One\n- two | three\n", "One\n- two\n\nx\n==========\n", "- a | b\n==========\n"):
        with pytest.raises(SourceError):
            read(text.encode())


def test_koreader_metadata_since_2024():
    found = read(
        b"""-- /mnt/onboard/Water.epub.sdr/metadata.epub.lua
return {
    ["annotations"] = {
        [1] = {
            ["chapter"] = "One",
            ["color"] = "red",
            ["datetime"] = "2024-05-01 10:00:00",
            ["datetime_updated"] = "2024-05-02 10:00:00",
            ["drawer"] = "underscore",
            ["note"] = "why?",
            ["page"] = "/body/DocFragment[3]/body/p[1]/text().0",
            ["pos0"] = "/body/DocFragment[3]/body/p[1]/text().0",
            ["pos1"] = "/body/DocFragment[3]/body/p[1]/text().9",
            ["text"] = "the flow fell",
        },
        [2] = { ["datetime"] = "2024-05-01 10:00:01", ["page"] = 4, ["text"] = "in One" },
    },
    ["doc_path"] = "/mnt/onboard/Water.epub",
    ["doc_props"] = { ["authors"] = "The Committee", ["title"] = "Water for the Valley" },
}
"""
    )
    (note,) = found.notes
    assert (found.form, found.left_out) == ("KOReader", 1)
    assert (note.anchor.exact, note.anchor.start) == ("the flow fell", NOWHERE)
    assert (note.body, note.role, note.style) == ("why?", Role.PINK, MarkStyle.UNDERLINE)
    assert (note.created, note.modified) == ("2024-05-01T10:00:00.000Z", "2024-05-02T10:00:00.000Z")
    assert (note.work.title, note.work.file_name) == ("Water for the Valley", "Water.epub")


def test_koreader_metadata_before_2024():
    found = read(
        b"""return {
    ["bookmarks"] = {
        [1] = { ["datetime"] = "2023-05-01 10:00:00", ["highlighted"] = true,
                ["notes"] = "the flow fell", ["text"] = "my own words" },
        [2] = { ["datetime"] = "2023-05-01 10:00:05", ["highlighted"] = true, ["notes"] = "nine witnesses",
                ["text"] = "Page 3 nine witnesses @ 2023-05-01 10:00:05" },
    },
    ["highlight"] = {
        [3] = {
            [1] = { ["datetime"] = "2023-05-01 10:00:00", ["drawer"] = "x", ["text"] = "the flow fell" },
            [2] = { ["datetime"] = "2023-05-01 10:00:05", ["drawer"] = "x", ["text"] = "nine witnesses" },
        },
    },
    ["stats"] = { ["title"] = "Water", ["authors"] = "" },
}
""",
        "Water.epub",
    )
    assert [(note.anchor.exact, note.body) for note in found.notes] == [
        ("the flow fell", "my own words"),
        ("nine witnesses", ""),
    ]
    assert {(note.work.title, note.work.file_name) for note in found.notes} == {("Water", "Water.epub")}


def test_koreader_exports():
    entry = {
        "chapter": "One",
        "drawer": "lighten",
        "page": 3,
        "sort": "highlight",
        "text": "the flow fell",
        "note": "why?",
        "time": 1714557600,
    }
    book = {"title": "Water", "author": "X", "entries": [entry, {"text": ""}], "file": "/mnt/Water.epub"}
    for value in (
        {**book, "created_on": 1, "version": "json/1.0.0"},
        {"documents": [book], "created_on": 1, "version": "json/1.0.0"},
    ):
        found = read(value)
        (note,) = found.notes
        assert (note.body, note.created) == ("why?", "2024-05-01T10:00:00.000Z")
        assert (note.work.title, note.work.file_name, found.left_out) == ("Water", "Water.epub", 1)


CALIBRE = [
    {"type": "bookmark", "title": "Here", "timestamp": "2024-05-01T10:00:00.000Z"},
    {
        "type": "highlight",
        "uuid": "q2h",
        "highlighted_text": "the flow fell",
        "notes": "why?",
        "spine_index": 2,
        "start_cfi": "/2/4/2/1:0",
        "end_cfi": "/2/4/2/1:9",
        "style": {"kind": "color", "type": "builtin", "which": "green"},
        "timestamp": "2024-05-01T10:00:00.000Z",
        "toc_family_titles": ["One"],
    },
    {
        "type": "highlight",
        "uuid": "q3h",
        "highlighted_text": "nine witnesses",
        "style": {"kind": "decoration", "type": "builtin", "which": "wavy"},
        "timestamp": "2024-05-01T10:00:00.000Z",
    },
    {"type": "highlight", "uuid": "q4h", "removed": True, "timestamp": "2024-05-01T10:00:00.000Z"},
]
BOOKMARKS = b"encoding=json+base64:\n" + base64.encodebytes(json.dumps(CALIBRE).encode())


def book(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "value",
    [
        {"version": 1, "type": "calibre_annotation_collection", "annotations": CALIBRE},
        {"version": 1, "type": "calibre_highlights", "highlights": CALIBRE},
        CALIBRE,
        BOOKMARKS,
        book("META-INF/calibre_bookmarks.txt", BOOKMARKS),
    ],
)
def test_calibre(value):
    found = read(value)
    first, second = found.notes
    assert (found.form, found.left_out) == ("calibre", 2)
    assert (first.anchor.exact, first.body, first.role) == ("the flow fell", "why?", Role.GREEN)
    assert (second.role, second.style, second.key) == (None, MarkStyle.UNDERLINE, "q3h")


def test_notes_inside_a_book_are_on_the_book():
    import hashlib

    data = book("META-INF/calibre_bookmarks.txt", BOOKMARKS)
    assert {note.work.sha256 for note in read(data).notes} == {hashlib.sha256(data).hexdigest()}


def test_zotero_items_of_the_web_api():
    items = [
        {
            "key": "ITEM",
            "data": {"key": "ITEM", "itemType": "report", "title": "Water", "url": "https://w.org/a"},
        },
        {
            "key": "FILE",
            "data": {"key": "FILE", "itemType": "attachment", "parentItem": "ITEM", "title": "PDF"},
        },
        {
            "key": "NOTE",
            "data": {
                "key": "NOTE",
                "itemType": "annotation",
                "parentItem": "FILE",
                "annotationType": "highlight",
                "annotationText": "the flow fell",
                "annotationComment": "why?",
                "annotationColor": "#5fb236",
                "annotationPageLabel": "3",
                "annotationSortIndex": "00002|000123|00045",
                "annotationPosition": '{"pageIndex":2,"rects":[[1,2,3,4]]}',
                "tags": [{"tag": "law"}],
                "dateAdded": "2024-05-01T10:00:00Z",
                "dateModified": "2024-05-02T10:00:00Z",
            },
        },
        {"data": {"key": "INK", "annotationType": "ink", "parentItem": "FILE", "annotationText": ""}},
    ]
    found = read(items)
    (note,) = found.notes
    assert (found.form, found.left_out, note.key) == ("Zotero", 1, "NOTE")
    assert (note.work.title, note.work.url) == ("Water", "https://w.org/a")
    assert (note.body, note.role, note.tags) == ("why?", Role.GREEN, ("law",))
    assert note.modified == "2024-05-02T10:00:00.000Z"


def test_zotero_annotations_of_the_reader_inside_items():
    annotation = {
        "id": "ABCD2345",
        "type": "underline",
        "color": "#a28ae5",
        "sortIndex": "00002|00000123",
        "pageLabel": "3",
        "position": {"type": "FragmentSelector", "value": "epubcfi(/6/4!/4/2,/1:0,/1:9)"},
        "text": "the flow fell",
        "comment": "",
        "tags": ["law", {"name": "water"}],
        "dateCreated": "2024-05-01T10:00:00.000Z",
        "dateModified": "2024-05-01T10:00:00.000Z",
        "authorName": "",
    }
    value = {"items": [{"title": "Water", "attachments": [{"title": "EPUB", "annotations": [annotation]}]}]}
    (note,) = read(value).notes
    assert (note.style, note.role, note.tags) == (MarkStyle.UNDERLINE, Role.PURPLE, ("law", "water"))
    assert read([annotation]).notes[0].anchor.exact == "the flow fell"


def test_hypothesis_json():
    row = {
        "id": "qEr3sKDfEe",
        "created": "2024-05-01T10:00:00.000000+00:00",
        "updated": "2024-05-02T10:00:00.000000+00:00",
        "uri": "https://w.org/a",
        "text": "why?",
        "tags": ["law"],
        "document": {"title": ["Water"]},
        "target": [
            {
                "source": "https://w.org/a",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0},
                    {"type": "TextPositionSelector", "start": 40, "end": 53},
                    {
                        "type": "TextQuoteSelector",
                        "exact": "the flow fell",
                        "prefix": "In May ",
                        "suffix": ".",
                    },
                ],
            }
        ],
    }
    reply = {**row, "target": [{"source": "https://w.org/a"}], "references": ["qEr3sKDfEe"]}
    for value in ({"total": 2, "rows": [row, reply]}, [row, reply]):
        found = read(value)
        (note,) = found.notes
        assert (found.form, found.left_out) == ("Hypothesis", 1)
        assert (note.work.title, note.work.url) == ("Water", "https://w.org/a")
        assert (note.body, note.tags, note.anchor.prefix) == ("why?", ("law",), "In May ")
        assert note.modified == "2024-05-02T10:00:00.000Z"


def test_thorium_in_its_old_form_and_in_an_archive():
    value = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:123-abc-456",
        "type": "AnnotationSet",
        "about": {"dc:title": "Water", "dc:creator": ["X"], "dc:identifier": ["urn:isbn:123-abc"]},
        "items": [
            {
                "id": "urn:uuid:0190a0b0-0000-4000-8000-000000000001",
                "type": "Annotation",
                "created": "2024-05-01T10:00:00Z",
                "motivation": "highlighting",
                "body": {"type": "TextualBody", "value": "why?", "tag": "law", "color": "orange",
                         "highlight": "underline"},
                "target": {
                    "source": "OEBPS/one.xhtml",
                    "selector": [
                        {"type": "CssSelector", "value": "p", "refinedBy":
                            {"type": "TextPositionSelector", "start": 3, "end": 9}},
                        {"type": "TextQuoteSelector", "exact": "the flow fell"},
                    ],
                },
            }
        ],
    }  # fmt: skip
    for data in (json.dumps(value).encode(), book("annotations.json", json.dumps(value).encode())):
        (note,) = read(data).notes
        assert (note.id, note.role, note.style) == (
            "0190a0b0-0000-4000-8000-000000000001",
            Role.ORANGE,
            MarkStyle.UNDERLINE,
        )
        assert (note.work.title, note.work.sha256, note.tags) == ("Water", "", ("law",))


def test_tables_of_readwise_and_hypothesis():
    readwise = (
        b"\xef\xbb\xbfHighlight,Book Title,Book Author,Note,Color,Tags,Highlighted at\r\n"
        b'"the ""flow"" fell\r\nin May",Water,X,why?,blue,"law, water",2024-05-01 10:00:00+00:00\r\n'
        b"'- a dash first,Water,X,,,,\r\n,,,,,,\r\n"
    )
    found = read(readwise)
    first, second = found.notes
    assert (first.anchor.exact, first.role) == ('the "flow" fell\r\nin May', Role.BLUE)
    assert (first.tags, first.created) == (("law", "water"), "2024-05-01T10:00:00.000Z")
    # In a table that is not ours an apostrophe is an apostrophe.
    assert second.anchor.exact == "'- a dash first"
    documented = (
        b"Highlight,Title,Author,URL,Note,Location,Date\nthe flow,Water,X,https://w.org/a,.law .sea,7,\n"
    )
    (note,) = read(documented).notes
    assert (note.tags, note.body, note.work.url) == (("law", "sea"), "", "https://w.org/a")
    hypothesis = (
        b"Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n"
        b'2024-05-01T10:00:00,me,Water,https://w.org/a,Public,Annotation,the flow,why?,"law,sea"\n'
        b"2024-05-01T10:00:00,me,Water,https://w.org/a,Public,Page note,,whole page,\n"
    )
    found = read(hypothesis)
    assert (found.form, found.left_out) == ("Hypothesis CSV", 1)
    assert (found.notes[0].work.title, found.notes[0].tags) == ("Water", ("law", "sea"))


def test_the_table_that_hypothesis_exports_today():
    table = (
        b"Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n"
        b'2024-05-01 10:00,https://w.org/a,Public,Annotation,the flow,me,"why, though?","law,sea",iv\n'
        b"2024-05-01 10:05,https://w.org/a,Public,Reply,,you,because,,\n"
    )
    found = read(table)
    assert (found.form, found.left_out) == ("Hypothesis CSV", 1)
    (note,) = found.notes
    assert (note.anchor.exact, note.body, note.tags) == ("the flow", "why, though?", ("law", "sea"))
    assert (note.created, note.work.url, note.work.title) == (
        "2024-05-01T10:00:00.000Z",
        "https://w.org/a",
        "",
    )


def test_the_json_that_the_client_of_hypothesis_exports_today():
    found = read(
        {
            "export_date": "2024-05-02T10:00:00.000Z",
            "export_userid": "acct:me@hypothes.is",
            "client_version": "1.1500.0",
            "annotations": [
                {
                    "id": "q1w2e3",
                    "created": "2024-05-01T10:00:00.123456+00:00",
                    "updated": "2024-05-01T10:05:00.123456+00:00",
                    "user": "acct:me@hypothes.is",
                    "uri": "https://w.org/a",
                    "text": "why?",
                    "tags": ["law"],
                    "group": "__world__",
                    "target": [
                        {
                            "source": "https://w.org/a",
                            "selector": [
                                {"type": "TextPositionSelector", "start": 4, "end": 12},
                                {
                                    "type": "TextQuoteSelector",
                                    "exact": "the flow",
                                    "prefix": "in ",
                                    "suffix": " fell",
                                },
                                {"type": "PageSelector", "index": 3, "label": "iv"},
                            ],
                        }
                    ],
                    "document": {"title": ["Water"]},
                    "references": [],
                },
                {
                    "id": "r",
                    "uri": "https://w.org/a",
                    "text": "a reply",
                    "target": [{"source": "https://w.org/a"}],
                },
            ],
        }
    )
    assert (found.form, found.left_out) == ("Hypothesis", 1)
    (note,) = found.notes
    assert (note.anchor.exact, note.body, note.work.title) == ("the flow", "why?", "Water")


ANNOTATION = quote(
    json.dumps(
        {
            "attachmentURI": "http://zotero.org/users/1/items/PDFA1234",
            "annotationKey": "FR593CXK",
            "color": "#2ea8e5",
            "pageLabel": "3",
            "position": {"pageIndex": 2, "rects": [[1, 2, 3, 4]]},
            "citationItem": {"uris": ["http://zotero.org/users/1/items/ITEM1234"], "locator": "3"},
        }
    )
)
CITED = quote(
    json.dumps(
        [
            {
                "uris": ["http://zotero.org/users/1/items/ITEM1234"],
                "itemData": {
                    "title": "Water",
                    "author": [{"family": "Cole", "given": "A."}],
                    "URL": "https://w.org/a",
                },
            }
        ]
    )
)
ZOTERO_NOTE = (
    f'<div class="zotero-note znv1"><div data-citation-items="{CITED}" data-schema-version="9">'
    "<h1>Annotations<br/>(1/5/2024, 10:00:00 AM)</h1>\n"
    f'<p><span class="highlight" data-annotation="{ANNOTATION}">“the &amp; flow <em>fell</em>”</span> '
    '<span class="citation" data-citation="%7B%7D">(<span class="citation-item">Cole, p. 3</span>)</span>'
    " why?<br>in May</p>\n"
    f'<p><span class="underline" data-annotation="%7Bbroken">a second one</span></p>\n'
    f'<p><img data-annotation="{ANNOTATION}" data-attachment-key="X"></p>\n'
    "<p>My own thoughts.</p></div></div>"
)


def test_notes_of_zotero_made_from_annotations_as_html():
    found = read(f"<!DOCTYPE html><html><body>{ZOTERO_NOTE}</body></html>".encode())
    assert (found.form, found.left_out) == ("Zotero", 1)
    first, second = found.notes
    assert (first.anchor.exact, first.body) == ("the & flow fell", "why?\nin May")
    assert (first.key, first.role, first.style) == ("FR593CXK", Role.BLUE, MarkStyle.HIGHLIGHT)
    assert (first.work.title, first.work.author, first.work.url) == ("Water", "A. Cole", "https://w.org/a")
    assert (second.anchor.exact, second.style, second.body) == ("a second one", MarkStyle.UNDERLINE, "")


def test_notes_of_zotero_as_markdown():
    text = (
        "# Annotations  \n(1/5/2024, 10:00:00 AM)\n\n"
        "“the flow fell \\[in May\\]” ([Cole, 2020, p. 3](zotero://select/library/items/ITEM1234)) "
        "([pdf](zotero://open-pdf/library/items/PDFA1234?page=3&annotation=FR593CXK)) why?\n\n"
        "“no comment” ([pdf](zotero://open-pdf/library/items/PDFA1234?page=4))\n\nMy own thoughts.\n"
    )
    first, second = read(text.encode()).notes
    assert (first.anchor.exact, first.body, first.key) == ("the flow fell [in May]", "why?", "FR593CXK")
    assert (second.anchor.exact, second.body) == ("no comment", "")


def test_two_annotations_in_one_paragraph_of_markdown_each_keep_their_words():
    link = "([pdf](zotero://open-pdf/library/items/PDFA1234?page=3&annotation={}))"
    line = f"“one “and” more” {link.format('A')} first words “two” {link.format('B')} second words"
    found = read(f"{line}\n(no quote) {link.format('C')}\n".encode())
    assert [(one.anchor.exact, one.body, one.key) for one in found.notes] == [
        ("one “and” more", "first words", "A"),
        ("two", "second words", "B"),
    ]
    assert found.left_out == 1


@pytest.mark.parametrize(
    "sign", ["“", "([", "](zotero://open", "<span data-annotation='", "([x](zotero://open-a))"]
)
def test_hostile_notes_of_zotero_take_time_in_proportion(sign: str):
    took = []
    for size in (20_000, 80_000):
        data = f"{sign * (size // len(sign))}](zotero://open data-annotation=".encode()
        start = process_time()
        read(data)
        took.append(process_time() - start)
    assert took[1] < 16 * took[0] + 0.2


RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <bib:Article rdf:about="#item_1">
    <z:itemType>journalArticle</z:itemType>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Cole</foaf:surname>
      <foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_9"/>
    <link:link rdf:resource="#item_3"/>
    <dc:title>Water in the valley</dc:title>
    <dc:identifier><dcterms:URI><rdf:value>https://w.org/b</rdf:value></dcterms:URI></dc:identifier>
  </bib:Article>
  <z:Attachment rdf:about="#item_3"><rdf:resource rdf:resource="files/3/Cole - Water.pdf"/></z:Attachment>
  <bib:Memo rdf:about="#item_9"><rdf:value>{escape(ZOTERO_NOTE)}</rdf:value></bib:Memo>
</rdf:RDF>"""


def test_the_rdf_of_zotero():
    found = read(f'<?xml version="1.0"?>\n{RDF}'.encode())
    assert (found.form, len(found.notes), found.left_out) == ("Zotero", 2, 1)
    work = found.notes[0].work
    assert (work.title, work.author) == ("Water in the valley", "Ada Cole")
    assert (work.url, work.file_name) == ("https://w.org/b", "Cole - Water.pdf")
    hostile = f'<!DOCTYPE x [<!ENTITY a "b">]>{RDF}'
    for data in (hostile, RDF[:-20], RDF.replace("<rdf:value>&lt;div", "<rdf:value>&nbsp;")):
        with pytest.raises(SourceError, match="RDF file is damaged"):
            read(data.encode())


def test_the_json_of_readwise():
    highlight = {
        "id": 7,
        "text": "the flow fell",
        "note": "why?",
        "color": "blue",
        "location": 12,
        "highlighted_at": "2024-05-01T10:00:00Z",
        "updated_at": "2024-05-02T10:00:00Z",
        "tags": [{"id": 1, "name": "law"}],
    }
    book = {"title": "Water", "author": "Cole", "source_url": "https://w.org/a", "category": "articles"}
    gone = {**highlight, "id": 8, "is_deleted": True}
    found = read({"count": 1, "results": [{**book, "highlights": [highlight, gone]}]})
    assert (found.form, found.left_out) == ("Readwise", 1)
    (note,) = found.notes
    assert (note.anchor.exact, note.body, note.role, note.tags) == (
        "the flow fell",
        "why?",
        Role.BLUE,
        ("law",),
    )
    assert (note.key, note.created, note.work.title) == ("7", "2024-05-01T10:00:00.000Z", "Water")
    assert read([highlight]).notes[0].work.title == ""


@pytest.mark.parametrize(
    ("colour", "role"),
    [
        *(("#ffd400", Role.YELLOW), ("#ff6666", Role.PINK), ("#5fb236", Role.GREEN), ("#2ea8e5", Role.BLUE)),
        *(("#a28ae5", Role.PURPLE), ("#e56eee", Role.PINK), ("#f19837", Role.ORANGE), ("#aaaaaa", None)),
        *(("#FEF3BD", Role.YELLOW), ("#EB9694", Role.PINK), ("#C1EAC5", Role.GREEN), ("#BED3F3", Role.BLUE)),
        *(("#D4C4FB", Role.PURPLE), ("#FAD0C3", Role.ORANGE), ("#505088", Role.PURPLE), ("red", Role.PINK)),
        *(
            ("Yellow", Role.YELLOW),
            ("cyan", Role.BLUE),
            ("", None),
            ("nonsense", None),
            (None, None),
            (7, None),
        ),
    ],
)
def test_colours_become_roles(colour, role):
    assert role_of(colour) is role


@pytest.mark.parametrize("value", [None, "", "soon", True, 1e300, -1e300, float("nan"), [], "9999-99-99"])
def test_what_is_no_time_is_none(value):
    assert stamp_of(value) == ""


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("annotations.json", b"[" + b" " * (LARGEST_BYTES + 10) + b"]")
    return made.getvalue()


def crowd() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}", b"")
        archive.writestr("annotations.json", b"[]")
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 100,
        b"\xff\xfe",
        b"hello",
        b"[" * 200_000,
        b'{"items":' * 50_000,
        b'{"a":1}\n' * 10,
        b"{",
        b"[]",
        b"PK\x03\x04" + b"\0" * 200,
        book("other.txt", b"x"),
        bomb(),
        crowd(),
        b"encoding=json+base64:\n!!!!",
        b"encoding=json+base64:\n" + base64.b64encode(b"[" * 100_000),
        b"return {" * 10_000,
        b"Highlight,Title\n" + b'"' + b"x" * 5_000_000,
        b'{"schema": "deskbrief.notes/1", "notes": [{"schema": "deskbrief.note/9", "value": {}}]}',
        b'{"schema": "deskbrief.notes/1", "notes": [{"schema": "deskbrief.note/1", "value": {"id": 7}}]}',
        b'{"schema": "deskbrief.note/1", "value": []}',
        b"x" * (LARGEST_BYTES + 1),
    ],
    ids=range(21),
)
def test_hostile_and_other_files_are_refused_with_a_sentence(data):
    with pytest.raises(SourceError) as raised:
        notes_in(data)
    assert raised.value.what
    assert raised.value.next_step


def test_numbers_where_words_belong_do_no_harm():
    for value in (
        {"entries": [{"text": 7, "sort": "highlight"}, 7, None], "title": {"a": 1}},
        {"type": "calibre_highlights", "highlights": [7, {"highlighted_text": ["x"]}]},
        {"items": [{"target": {"selector": [7, {"type": ["TextQuoteSelector"], "exact": 7}]}}, None]},
        [{"annotationType": "highlight", "annotationText": "x", "tags": 7, "annotationColor": {}, "key": []}],
    ):
        assert all(note.anchor.exact == "x" for note in read(value).notes)
