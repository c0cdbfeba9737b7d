"""E-mail messages: subject, sender and date, and the body as text or as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.message import MIMEPart

from deskbrief.document.model import BlockKind, Document, Metadata
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import fit_text, plain
from deskbrief.importers.draft import add_drafts
from deskbrief.importers.gallery import Gallery
from deskbrief.importers.html_draft import with_figures
from deskbrief.importers.html_hidden import HIDDEN, hidden_parts
from deskbrief.importers.html_pictures import Carried, Shown, finder_for
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from deskbrief.importers.language import guess_language
from deskbrief.importers.mail_text import add_mail_text
from deskbrief.importers.message import body_of, date_of, header, parse_message, people, picture_parts
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.source import Source

#: The most parts of a message that are read, and how deeply forwarded messages may be nested.
MOST_PARTS, DEEPEST = 200, 5
#: How many attachments the remark names.
MOST_NAMED = 5

#: The forms of a text that are read, the best one first.
_FORMS = ("text/html", "text/plain")
_SHOWN = (*_FORMS, "text/markdown", "message/rfc822")


def read_mail(source: Source) -> Document:
    """Return the message in an .eml file, with forwarded messages under headings of their own.

    Attachments are named and not opened.
    """
    message = parse_message(source.data)
    builder = Builder(placed=False)
    reader = _Reader(builder, source.gallery, picture_parts(message))
    subject = header(message, "Subject")
    builder.block(BlockKind.TITLE, plain(subject))
    builder.block(BlockKind.BYLINE, plain(_envelope(message)))
    reader.add(message, 0)
    reader.tell()
    sender = ", ".join(people(message, "From"))
    metadata = Metadata(
        title=fit_text(subject),
        byline=fit_text(sender),
        published=date_of(message),
        language=guess_language(" ".join(reader.texts)),
        format="mail",
    )
    return builder.finish(source.sha256, metadata)


def _envelope(message: MIMEPart) -> str:
    """Return who wrote to whom and when, as one line."""
    sender, receivers = ", ".join(people(message, "From")), people(message, "To", "Cc")
    more = f" and {len(receivers) - 5} more" if len(receivers) > 5 else ""
    parts = [sender and f"From {sender}", receivers and f"to {', '.join(receivers[:5])}{more}"]
    return ", ".join(str(part) for part in (*parts, header(message, "Date")) if part)


class _Reader:
    """Adds the bodies of a message and of those forwarded in it to a builder."""

    def __init__(self, builder: Builder, gallery: Gallery, parts: Mapping[str, bytes]) -> None:
        self.texts: list[str] = []
        self._builder = builder
        self._attachments: list[str] = []
        self._gallery = gallery
        self._pictures = parts
        self._missing: list[str] = []
        self._parts = 0

    def add(self, message: MIMEPart, depth: int) -> None:
        """Add the body of `message`: of several forms of the same text, the page."""
        for part in self._chosen(message):
            self._parts += 1
            if self._parts > MOST_PARTS:
                self._builder.lose(f"Only the first {MOST_PARTS} parts of this message are shown.")
                return
            if part.get_content_type() == "message/rfc822":
                self._add_forwarded(part, depth)
            elif part.get_content_type() == "text/html":
                self._add_page(self._body(part))
            else:
                self._add_text(part)

    def _chosen(self, part: MIMEPart) -> Iterator[MIMEPart]:
        """Yield the parts under `part` that are shown, in order; the others are attachments."""
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" and kind != "message/rfc822":
            self._attachments.append(part.get_filename() or kind)
        elif kind == "multipart/alternative" and part.is_multipart():
            forms = list(part.iter_parts())
            pages, texts = ([form for form in forms if _holds(form, kind)] for kind in _FORMS)
            for form in (pages or texts or forms[-1:])[:1]:
                yield from self._chosen(form)
        elif part.is_multipart() and kind != "message/rfc822":
            for inner in list(part.iter_parts())[: MOST_PARTS + 1]:
                # The page that a picture belongs to tells of it.
                if kind != "multipart/related" or not _is_picture(inner):
                    yield from self._chosen(inner)
        elif kind in _SHOWN or kind.startswith("multipart/"):
            yield part
        else:
            self._attachments.append(part.get_filename() or kind)

    def _body(self, part: MIMEPart) -> str:
        """Return the text of one part, and note what was guessed or lost of it."""
        decoded = body_of(part)
        self._builder.lose(*decoded.losses)
        self._builder.remark(*decoded.remarks)
        return decoded.text

    def _add_text(self, part: MIMEPart) -> None:
        text = self._body(part)
        self.texts.append(text[:4000])
        flowed = str(part.get_param("format") or "").lower() == "flowed"
        joined = str(part.get_param("delsp") or "").lower() == "yes"
        add_mail_text(self._builder, text, flowed=flowed, joined=joined)

    def _add_page(self, text: str) -> None:
        carried, last = Carried(text), list[Shown]()
        root = parse_page(carried.text)
        drafts = list(walk(root, last=last))
        hidden = list(hidden_parts(root, carried.text, drafts))
        self._builder.leave_out(HIDDEN, "\n".join(hidden), sum(map(len, hidden)))
        finder = finder_for(self._gallery, carried, self._pictures, "")
        self.texts += [draft.text for draft in drafts[:60]]
        add_drafts(self._builder, list(with_figures(drafts, finder, last)))
        self._missing += finder.missing

    def _add_forwarded(self, part: MIMEPart, depth: int) -> None:
        inner = next(iter(part.iter_parts()), None)
        if inner is None or depth >= DEEPEST:
            self._attachments.append(part.get_filename() or "a forwarded message")
            return
        subject = header(inner, "Subject") or "Forwarded message"
        self._builder.block(BlockKind.HEADING, plain(subject), level=min(depth + 1, 6))
        self._builder.block(BlockKind.BYLINE, plain(_envelope(inner)))
        self.add(inner, depth + 1)

    def tell(self) -> None:
        """Note what is not shown."""
        if self._missing:
            self._builder.remark(pictures_remark(self._missing))
        if self._attachments:
            count = len(self._attachments)
            names = ", ".join(name[:80] for name in self._attachments[:MOST_NAMED])
            what = "One attachment is" if count == 1 else f"{count} attachments are"
            self._builder.remark(f"{what} not shown: {names}{' …' if count > MOST_NAMED else ''}.")


def _holds(part: MIMEPart, kind: str) -> bool:
    return any(inner.get_content_type() == kind for inner in part.walk())


def _is_picture(part: MIMEPart) -> bool:
    return part.get_content_maintype() == "image" and bool(header(part, "Content-ID"))
