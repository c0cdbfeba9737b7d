"""E-mail messages and mailboxes: subject, sender and date, and each body as text or as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from email.message import MIMEPart

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, DateEvidence, Document, Metadata
from deskbrief.importers.attached import LONGEST_NAME, attachments_remark
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import fit_text, plain
from deskbrief.importers.draft import add_drafts
from deskbrief.importers.html_draft import with_figures
from deskbrief.importers.html_hidden import HIDDEN, hidden_parts
from deskbrief.importers.html_pictures import Carried, Shown, finder_for
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_unread import Unread
from deskbrief.importers.html_walk import walk
from deskbrief.importers.language import guess_language
from deskbrief.importers.mail_calendar import calendar_text
from deskbrief.importers.mail_text import add_mail_text
from deskbrief.importers.mailbox import messages_in
from deskbrief.importers.message import (
    body_of,
    breaks_off,
    date_of,
    header,
    parse_message,
    people,
    picture_parts,
)
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.source import Source

#: The most messages of a mailbox and parts of a message that are read, and how deeply messages may be nested.
MOST_MESSAGES, MOST_PARTS, DEEPEST = 500, 200, 5
#: The reason under which the words of attached texts are counted; with it a reader takes them in.
ATTACHED = "attached texts"

#: Meetings, and what holds a message that only its receiver's mail program can open (RFC 8551, RFC 3156).
CALENDAR = "text/calendar"
_LOCKED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_IS_LOCKED = (
    "A message is encrypted or packed into its signature, so its words cannot be read here. "
    "Open it in your mail program, and save it from there."
)
_NO_END = "A message breaks off, so the rest of it is missing. Get it again to have all of it."

#: The forms of a text that are read, the best one first.
_FORMS = ("text/html", "text/plain")
_TEXTS = (*_FORMS, "text/markdown", CALENDAR)
_SHOWN = (*_TEXTS, "message/rfc822")


def read_mail(source: Source) -> Document:
    """Return the message in an .eml file, or those in a mailbox, each under a heading of its own.

    Forwarded messages have headings as well. Attachments are named; the words of attached texts are counted.
    """
    held = messages_in(source.data)
    return _read_mailbox(source, held) if len(held) > 1 else _read_message(source)


def _read_message(source: Source) -> Document:
    message = parse_message(source.data)
    builder = Builder(placed=False)
    reader = _Reader(builder, source)
    subject = header(message, "Subject")
    builder.block(BlockKind.TITLE, plain(subject))
    builder.block(BlockKind.BYLINE, plain(_envelope(message)))
    reader.read(message, 0)
    sender = ", ".join(people(message, "From"))
    return reader.finish(
        Metadata(title=fit_text(subject), byline=fit_text(sender), published=date_of(message), format="mail")
    )


def _read_mailbox(source: Source, held: Sequence[bytes]) -> Document:
    """Return all messages of a mailbox as one document, dated as the last of them."""
    builder = Builder(placed=False)
    reader = _Reader(builder, source)
    days: list[DateEvidence] = []
    for number, data in enumerate(held[:MOST_MESSAGES], start=1):
        try:
            message = parse_message(data)
        except SourceError:
            builder.lose("Messages whose parts are nested too deeply are not read.")
            continue
        builder.under(0)
        builder.block(BlockKind.HEADING, plain(header(message, "Subject") or f"Message {number}"), level=1)
        builder.block(BlockKind.BYLINE, plain(_envelope(message)))
        reader.read(message, 1)
        day = date_of(message)
        days += [day] if day else []
    if len(held) > MOST_MESSAGES:
        builder.lose(f"Only the first {MOST_MESSAGES} of {len(held):,} messages in this mailbox are read.")
    last = max(days, key=lambda day: day.edtf, default=None)
    return reader.finish(Metadata(published=last, format="mail"))


def _envelope(message: MIMEPart) -> str:
    """Return who wrote to whom and when, as one line."""
    sender, receivers = ", ".join(people(message, "From")), people(message, "To", "Cc")
    more = f" and {len(receivers) - 5} more" if len(receivers) > 5 else ""
    parts = [sender and f"From {sender}", receivers and f"to {', '.join(receivers[:5])}{more}"]
    return ", ".join(str(part) for part in (*parts, header(message, "Date")) if part)


class _Reader:
    """Adds the bodies of messages and of those forwarded in them to a builder."""

    def __init__(self, builder: Builder, source: Source) -> None:
        self._texts: list[str] = []
        self._builder = builder
        self._source = source
        self._attachments: list[str] = []
        self._attached: list[str] = []
        self._gallery = source.gallery
        self._pictures: Mapping[str, bytes] = {}
        self._missing: list[str] = []
        self._hidden: list[str] = []
        self._unread = Unread()
        self._took = False
        self._count = 0
        self._parts = 0

    def read(self, message: MIMEPart, depth: int) -> None:
        """Add the body of `message`, whose headings stand below `depth` others."""
        self._count += 1
        self._parts = 0
        self._gallery = self._source.gallery.within(str(self._count))
        self._pictures = picture_parts(message)
        if breaks_off(message):
            self._builder.lose(_NO_END)
        self._add(message, depth)

    def _add(self, message: MIMEPart, depth: int) -> None:
        """Add the body of `message`: of several forms of the same text, the page."""
        for part in self._chosen(message):
            self._parts += 1
            if self._parts > MOST_PARTS:
                self._builder.lose(f"Only the first {MOST_PARTS} parts of this message are shown.")
                return
            self._builder.under(depth)
            if part.get_content_type() == "message/rfc822":
                self._add_forwarded(part, depth)
                continue
            name = part.get_filename()
            if name:
                self._builder.block(BlockKind.HEADING, plain(name[:LONGEST_NAME]), level=1)
                self._builder.under(depth + 1)
            if part.get_content_type() == "text/html":
                self._add_page(self._body(part))
            else:
                self._add_text(part)

    def _chosen(self, part: MIMEPart) -> Iterator[MIMEPart]:
        """Yield the parts under `part` that are shown, in order; the others are attachments."""
        kind = part.get_content_type()
        if kind in _LOCKED:
            self._builder.lose(_IS_LOCKED)
        elif part.get_content_disposition() == "attachment" and kind != "message/rfc822":
            yield from self._chosen_attachment(part, kind)
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

    def _chosen_attachment(self, part: MIMEPart, kind: str) -> Iterator[MIMEPart]:
        """Yield an attached text if the reader wants it; note what it says otherwise."""
        if kind in _TEXTS and ATTACHED in self._source.take_in:
            self._took = True
            yield part
            return
        name = part.get_filename() or kind
        self._attachments.append(name)
        if kind in _TEXTS and len(self._attached) < MOST_PARTS:
            text = body_of(part).text
            if kind == CALENDAR:
                text = calendar_text(text)
            elif kind == "text/html":
                text = "\n".join(draft.text for draft in walk(parse_page(Carried(text).text)))
            self._attached.append(f"{name[:LONGEST_NAME]}: {text.strip()}")

    def _body(self, part: MIMEPart) -> str:
        """Return the text of one part, and note what was guessed or lost of it."""
        decoded = body_of(part)
        self._builder.lose(*decoded.losses)
        self._builder.remark(*decoded.remarks)
        return decoded.text

    def _add_text(self, part: MIMEPart) -> None:
        text = self._body(part)
        if part.get_content_type() == CALENDAR:
            text = calendar_text(text)
        self._texts.append(text[:4000])
        flowed = str(part.get_param("format") or "").lower() == "flowed"
        joined = str(part.get_param("delsp") or "").lower() == "yes"
        add_mail_text(self._builder, text, flowed=flowed, joined=joined)

    def _add_page(self, text: str) -> None:
        carried, last = Carried(text), list[Shown]()
        root = parse_page(carried.text)
        drafts = list(walk(root, last=last))
        self._unread.look(root)
        self._hidden += hidden_parts(root, carried.text, drafts)
        finder = finder_for(self._gallery.within(str(self._parts)), carried, self._pictures, "")
        self._texts += [draft.text for draft in drafts[:60]]
        add_drafts(self._builder, list(with_figures(drafts, finder, last)))
        self._missing += finder.missing

    def _add_forwarded(self, part: MIMEPart, depth: int) -> None:
        inner = next(iter(part.iter_parts()), None)
        if inner is None or depth >= DEEPEST:
            self._attachments.append(part.get_filename() or "a forwarded message")
            return
        subject = header(inner, "Subject") or "Forwarded message"
        self._builder.block(BlockKind.HEADING, plain(subject), level=1)
        self._builder.block(BlockKind.BYLINE, plain(_envelope(inner)))
        self._add(inner, depth + 1)

    def finish(self, metadata: Metadata) -> Document:
        """Return the document with `metadata` and a word on what is not shown."""
        self._tell()
        language = guess_language(" ".join(self._texts[:60]))
        return self._builder.finish(self._source.sha256, replace(metadata, language=language))

    def _tell(self) -> None:
        """Note what is not shown."""
        self._builder.leave_out(HIDDEN, "\n".join(self._hidden), sum(map(len, self._hidden)))
        self._unread.tell(self._builder)
        self._builder.leave_out(ATTACHED, "\n".join(self._attached), optional=True)
        self._builder.take_in(*([ATTACHED] if self._took else []))
        if self._missing:
            self._builder.remark(pictures_remark(self._missing))
        if self._attachments:
            self._builder.remark(attachments_remark(self._attachments))


def _holds(part: MIMEPart, kind: str) -> bool:
    return any(inner.get_content_type() == kind for inner in part.walk())


def _is_picture(part: MIMEPart) -> bool:
    return part.get_content_maintype() == "image" and bool(header(part, "Content-ID"))
