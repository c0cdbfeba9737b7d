"""Annotations in notes of Zotero, as "Add note from annotations" makes them: HTML, Markdown, or within RDF.

Each highlight stands in a span whose `data-annotation` holds key and colour as URL-encoded JSON, with a
citation and the reader's words behind it. Markdown keeps quotes and links alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree as ET

from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import MOST_NOTES, FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.notes import MarkStyle
from deskbrief.document.tasks import Json
from deskbrief.exchange.values import dict_of, list_of, name_of, role_of, text_of
from deskbrief.exchange.zotero import FORM

#: By these a file is known: the namespace of RDF, the attribute in HTML, the links in Markdown.
NAMESPACE = "http://www.zotero.org/namespaces/export#"
ATTRIBUTE = "data-annotation="
LINK = "](zotero://open"
_STYLES = {"highlight": MarkStyle.HIGHLIGHT, "underline": MarkStyle.UNDERLINE}
_BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "div", "tr"})
_DAMAGED = ("This RDF file is damaged.", "Export the items from Zotero again.")
#: The link behind a quote in Markdown: “quote” ([Name, 2020](zotero://select/…)) ([pdf](zotero://open-pdf/…))
_LINKED = re.compile(r"\(\[[^\n\]]{0,40}\]\((zotero://open[^\s()]{1,500})\)\)")
_CITATION = "](zotero://select"


def note_html(text: str, around: Work | None = None) -> FoundNotes:
    """Return the annotations in a note; what it tells of its items counts less than the Work `around` it."""
    reader = _NoteReader()
    reader.feed(text)
    reader.close()
    reader.finish()
    notes = tuple(_note(entry, reader.works, around or Work()) for entry in reader.entries[:MOST_NOTES])
    kept = tuple(note for note in notes if note.anchor.exact)
    return FoundNotes(form=FORM, notes=kept, left_out=reader.pictures + len(notes) - len(kept))


def note_markdown(text: str) -> FoundNotes:
    """Return the annotations in notes that were exported as Markdown."""
    notes: list[Incoming] = []
    left_out = 0
    for line in text.split("\n"):
        matches = list(_LINKED.finditer(line)) if LINK in line else []
        ends = [*(_quote_in(line, one.start()) for one in matches), (len(line), 0)]
        for number, match in enumerate(matches):
            start, end = ends[number]
            quote = _plain(line[start + 1 : end - 1]) if start < end else ""
            body = _plain(line[match.end() : max(ends[number + 1][0], match.end())])
            key = parse_qs(urlsplit(match[1]).query).get("annotation", [""])[0]
            if quote and len(notes) < MOST_NOTES:
                notes.append(Incoming(anchor=foreign_anchor(quote), key=key or quote, body=body))
            else:
                left_out += 1
    return FoundNotes(form=FORM, notes=tuple(notes), left_out=left_out)


def _quote_in(line: str, end: int) -> tuple[int, int]:
    """Return where the quote before the link at `end` begins and ends, with its marks; the same for none."""
    begin = max(line.rfind(LINK, 0, end), 0)
    citation = line.find(_CITATION, begin, end)
    if citation >= 0:
        end = max(line.rfind("([", begin, citation), begin)
    end = begin + len(line[begin:end].rstrip())
    if line[end - 1 : end] != "”":
        return end, end
    start = line.rfind("“", begin, end) if begin else line.find("“", begin, end)
    return (start, end) if start >= 0 else (end, end)


def _plain(words: str) -> str:
    """Return words of Markdown without the backslashes that keep their signs from meaning anything."""
    return words.replace("\\", "").strip()


def zotero_rdf(data: str) -> FoundNotes:
    """Return the annotations in the notes of an RDF export; raises `SourceError`."""
    if "<!DOCTYPE" in data or "<!ENTITY" in data:
        raise SourceError(*_DAMAGED)
    try:
        root = ET.fromstring(data)  # noqa: S314 - without a document type there are no entities
    except (ET.ParseError, ValueError) as error:
        raise SourceError(*_DAMAGED) from error
    works = _works_by_note(root)
    found = [
        note_html(child.findtext("{*}value") or "", works.get(_about(child)))
        for child in root
        if _name(child) == "Memo"
    ]
    notes = tuple(note for one in found for note in one.notes)[:MOST_NOTES]
    return FoundNotes(form=FORM, notes=notes, left_out=sum(one.left_out for one in found))


class _Entry:
    """A highlight being read: what its attribute says, its quote, and the words behind it."""

    def __init__(self, annotation: dict[str, Json], style: MarkStyle) -> None:
        self.annotation, self.style = annotation, style
        self.quote: list[str] = []
        self.body: list[str] = []


class _NoteReader(HTMLParser):
    """Collects the highlights of a note, the works it cites, and how many pictures it has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.entries: list[_Entry] = []
        self.works: dict[str, Work] = {}
        self.pictures = 0
        self._entry: _Entry | None = None
        self._spans: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "data-citation-items" in given:
            self.works.update(_cited(_json(given["data-citation-items"])))
        if tag in _BLOCKS:
            self.finish()
        if tag == "br":
            self.handle_data("\n")
        elif tag == "img" and "data-annotation" in given:
            self.pictures += 1
        elif tag == "span":
            self._spans.append(self._begin(given))

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._spans:
            self._spans.pop()
        elif tag in _BLOCKS:
            self.finish()

    def handle_data(self, data: str) -> None:
        if self._entry is not None and "citation" not in self._spans:
            (self._entry.quote if "quote" in self._spans else self._entry.body).append(data)

    def finish(self) -> None:
        """Know that no more words belong to the highlight at hand."""
        self._entry = None

    def _begin(self, given: Mapping[str, str]) -> str:
        """Return what a span is: a quote, of which a new entry begins, a citation, or nothing."""
        kind = given.get("class", "")
        if "data-annotation" in given:
            style = _STYLES.get(kind, MarkStyle.HIGHLIGHT)
            self._entry = _Entry(dict_of(_json(given["data-annotation"])), style)
            self.entries.append(self._entry)
            return "quote"
        return "citation" if kind == "citation" else ""


def _note(entry: _Entry, works: Mapping[str, Work], around: Work) -> Incoming:
    annotation = entry.annotation
    cited = [name_of(uri) for uri in list_of(dict_of(annotation.get("citationItem")).get("uris"))]
    known = next((works[uri] for uri in cited if uri in works), Work())
    quote = _unquoted("".join(entry.quote))
    body = "\n".join(" ".join(line.split()) for line in "".join(entry.body).split("\n")).strip()
    return Incoming(
        anchor=foreign_anchor(quote),
        work=replace(
            around,
            title=around.title or known.title,
            author=around.author or known.author,
            url=around.url or known.url,
        ),
        key=name_of(annotation.get("annotationKey")) or quote,
        body=text_of(body),
        role=role_of(annotation.get("color")),
        style=entry.style,
    )


def _unquoted(words: str) -> str:
    """Return a quote without the marks that Zotero puts around it."""
    words = words.strip()
    is_quoted = len(words) > 1 and words[0] in '“"„«' and words[-1] in '”"“»'
    return words[1:-1].strip() if is_quoted else words


def _json(encoded: str) -> Json:
    try:
        return json.loads(unquote(encoded))
    except (ValueError, RecursionError):
        return None


def _cited(items: Json) -> Iterator[tuple[str, Work]]:
    """Yield address and Work of each item that a note cites."""
    for item in map(dict_of, list_of(items)):
        told = dict_of(item.get("itemData"))
        first = dict_of((list_of(told.get("author")) or [{}])[0])
        names = (name_of(first.get("given")), name_of(first.get("family")), name_of(first.get("literal")))
        work = Work(
            title=name_of(told.get("title")),
            author=" ".join(filter(None, names)),
            url=name_of(told.get("URL")),
        )
        for uri in list_of(item.get("uris")):
            yield name_of(uri), work


def _works_by_note(root: ET.Element) -> dict[str, Work]:
    """Return what each note of an RDF export is on: the item that refers to it."""
    by_name = {_about(child): child for child in root}
    works = {}
    for item in root:
        for reference in item.findall("{*}isReferencedBy"):
            works[_resource(reference)] = _work(item, by_name)
    return works


def _work(item: ET.Element, by_name: Mapping[str, ET.Element]) -> Work:
    person = item.find("{*}authors//{*}Person")
    names = () if person is None else (person.findtext("{*}givenName"), person.findtext("{*}surname"))
    url = item.findtext("{*}identifier/{*}URI/{*}value") or ""
    paths = (
        _resource(place)
        for link in item.findall("{*}link")
        if (attachment := by_name.get(_resource(link))) is not None
        for place in (*attachment.findall("{*}resource"), *attachment.findall("{*}path"))
    )
    return Work(
        title=name_of(item.findtext("{*}title")),
        author=" ".join(filter(None, map(name_of, names))),
        url=name_of(url),
        file_name=name_of(next(paths, "").rpartition("/")[2]),
    )


def _about(element: ET.Element) -> str:
    return _attribute(element, "about")


def _resource(element: ET.Element) -> str:
    return _attribute(element, "resource")


def _attribute(element: ET.Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
