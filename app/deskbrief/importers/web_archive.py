"""Web pages saved in one file, MHTML (RFC 2557) or a .webarchive: their page is read like any other."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from dataclasses import replace
from email.message import MIMEPart
from typing import Any

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document
from deskbrief.importers.decoding import decode
from deskbrief.importers.html_page import read_html
from deskbrief.importers.message import PAGES, body_of, header, page_parts, parse_message, picture_parts
from deskbrief.importers.source import Source

#: The most parts of a saved page that are looked at.
MOST_PARTS = 5_000

_NO_PAGE = "Open the page in a browser and save it again."


def read_mhtml(source: Source) -> Document:
    """Return the page in an MHTML file with its pictures and its frames.

    Raises `SourceError` when the file holds no page.
    """
    message = parse_message(source.data)
    page = _root_part(message)
    if page is None:
        raise SourceError(f"{source.name} is a web archive without a page in it.", _NO_PAGE)
    address = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
    parts = {**page_parts(message, page), **picture_parts(message)}
    return _page(source, body_of(page).text, address, "mhtml", parts)


def read_webarchive(source: Source) -> Document:
    """Return the page in a Safari web archive; raises `SourceError` when there is none or it is damaged."""
    try:
        archive = plistlib.loads(source.data)
    except Exception as error:
        # The reader of property lists raises whatever a damaged list makes it stumble over.
        raise SourceError(f"{source.name} is a damaged web archive.", _NO_PAGE) from error
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    data = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(data, bytes) or not _is_page(main):
        raise SourceError(f"{source.name} is a web archive without a page in it.", _NO_PAGE)
    address = str(main.get("WebResourceURL", ""))
    return _page(source, _text(data, main), address, "webarchive", _resources(archive))


def _resources(archive: Mapping[str, Any]) -> dict[str, bytes]:
    """Return what belongs to the page of a Safari web archive, by address: pictures, and pages in frames."""
    found: dict[str, bytes] = {}
    todo = [archive]
    for number, holder in enumerate(todo):
        listed = holder.get("WebSubresources")
        for resource in listed[:MOST_PARTS] if isinstance(listed, list) else ():
            data = resource.get("WebResourceData") if isinstance(resource, dict) else None
            if isinstance(data, bytes):
                found[str(resource.get("WebResourceURL", ""))] = data
        main = holder.get("WebMainResource") if number else None
        data = main.get("WebResourceData") if isinstance(main, dict) else None
        if isinstance(main, dict) and isinstance(data, bytes) and _is_page(main):
            found[str(main.get("WebResourceURL", ""))] = f"\ufeff{_text(data, main)}".encode(
                "utf-8", "replace"
            )
        frames = holder.get("WebSubframeArchives")
        inner = [frame for frame in frames if isinstance(frame, dict)] if isinstance(frames, list) else []
        todo += inner[: MOST_PARTS - len(todo)]
    return found


def _is_page(main: Mapping[str, Any]) -> bool:
    kind = str(main.get("WebResourceMIMEType") or "text/html").lower()
    return kind.startswith("text/") or "xml" in kind


def _text(data: bytes, main: Mapping[str, Any]) -> str:
    """Return the page in `data`: decoded as the archive says, else as the page itself does."""
    try:
        name = str(main.get("WebResourceTextEncodingName") or "")
        return data.decode(name, "replace") if name else decode(data, declared=True).text
    except (LookupError, ValueError):
        return decode(data, declared=True).text


def _root_part(message: MIMEPart) -> MIMEPart | None:
    """Return the part that is the page: the one that the message names as its start, else the first page."""
    wanted = str(message.get_param("start") or "").strip("<> ")
    pages = []
    for number, found in enumerate(message.walk()):
        if number > MOST_PARTS:
            break
        if found.get_content_type() in PAGES:
            pages.append(found)
    named = (part for part in pages if wanted and header(part, "Content-ID").strip("<> ") == wanted)
    return next(named, pages[0] if pages else None)


def page_of(message: MIMEPart) -> tuple[str, dict[str, bytes]]:
    """Return the mark-up of the page in a message, and its parts; raises `SourceError` when there is none."""
    page = _root_part(message)
    if page is None:
        raise SourceError("There is no page in this web archive.", _NO_PAGE)
    return body_of(page).text, {**page_parts(message, page), **picture_parts(message)}


def _page(source: Source, text: str, address: str, form: str, parts: Mapping[str, bytes]) -> Document:
    """Return the page `text` with its `parts`, known by the hash of the whole file."""
    # The mark says that the text is UTF-8 now, whatever the page declares.
    data = b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
    document = read_html(replace(source, media_type="text/html", data=data, parts=parts, address=address))
    url = document.metadata.url or (address if address.startswith(("http://", "https://")) else "")
    return replace(
        document, sha256=source.sha256, metadata=replace(document.metadata, url=url[:2000], format=form)
    )
