"""Messages as RFC 5322 and MIME write them: their headers and bodies as text, whatever state they are in."""

from __future__ import annotations

import codecs
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.message import MIMEPart
from email.policy import default
from email.utils import getaddresses, parsedate_to_datetime
from html import escape
from itertools import islice

from deskbrief.document.errors import SourceError
from deskbrief.document.model import DateEvidence
from deskbrief.importers.decoding import Decoded, decode

#: The longest header that is read.
LONGEST_HEADER = 2_000
#: The most parts in which pictures are looked for.
MOST_PARTS = 5_000

#: The media types of pages.
PAGES = ("text/html", "application/xhtml+xml")

#: What calls itself by a narrow name is often in its wider neighbour (WHATWG Encoding Standard, section 4.2).
_WIDER = {"iso8859-1": "cp1252", "gb2312": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}


def parse_message(data: bytes) -> MIMEPart:
    """Return the message in `data`; raises `SourceError` when its parts are nested beyond reason."""
    try:
        return message_from_bytes(data, policy=default)
    except (RecursionError, ValueError, LookupError) as error:
        raise SourceError(
            "The parts of this message are nested too deeply to read.", "Save it again."
        ) from error


def breaks_off(message: MIMEPart) -> bool:
    """Tell whether the last part of `message` has no end."""
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)


def header(message: MIMEPart, name: str) -> str:
    """Return the header `name` as one line, or an empty string; broken ones count as missing."""
    try:
        value = str(message.get(name) or "")
    except Exception:  # noqa: BLE001 - the parser of headers raises IndexError, AttributeError and others
        return ""
    return " ".join(value[:LONGEST_HEADER].split())


def body_of(part: MIMEPart) -> Decoded:
    """Return the text of one part: decoded as its header says, or by a guess where that is no encoding."""
    data = _payload(part)
    try:
        charset = part.get_content_charset() or ""
        if charset:
            name = _WIDER.get(codecs.lookup(charset).name, charset)
            return Decoded(data.decode(name), name)
    except (LookupError, ValueError):
        pass
    return decode(data, declared=True)


def people(message: MIMEPart, *names: str) -> list[str]:
    """Return who is named in the headers `names`: the name of each, or the address where there is none."""
    try:
        found = getaddresses([_whole(header(message, name)) for name in names])
    except (ValueError, IndexError):
        return []
    return [name or address for name, address in found if name or address][:50]


def _whole(written: str) -> str:
    """Return a list of people without the last one where the list may have been cut within that one."""
    return written[: written.rfind(">,") + 1] or written if len(written) > LONGEST_HEADER - 10 else written


def date_of(message: MIMEPart) -> DateEvidence | None:
    """Return the day on which the message was sent, as its own header says."""
    written = header(message, "Date")
    try:
        return DateEvidence(parsedate_to_datetime(written).date().isoformat(), written[:80], "Date header")
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def picture_parts(message: MIMEPart) -> dict[str, bytes]:
    """Return the pictures inside `message` by their addresses: `cid:` with their id, and their location."""
    found: dict[str, bytes] = {}
    for part in islice(message.walk(), MOST_PARTS):
        # Some programs call every part that is no text a stream of bytes.
        if part.get_content_maintype() not in ("image", "application"):
            continue
        names = [f"cid:{header(part, 'Content-ID').strip('<> ')}", header(part, "Content-Location")]
        data = _payload(part) if any(name not in ("", "cid:") for name in names) else b""
        found.update(dict.fromkeys(names if data else (), data))
    return found


def page_parts(message: MIMEPart, main: MIMEPart) -> dict[str, bytes]:
    """Return the pages inside `message` other than `main` by their addresses, in UTF-8 with a mark."""
    found: dict[str, bytes] = {}
    for number, part in enumerate(islice(message.walk(), MOST_PARTS)):
        if part is main or part.get_content_type() not in PAGES:
            continue
        location = header(part, "Content-Location")
        names = [f"cid:{header(part, 'Content-ID').strip('<> ')}", location]
        base = f'<base href="{escape(location)}">' if location.startswith(("http://", "https://")) else ""
        data = f"\ufeff{base}{body_of(part).text}".encode("utf-8", "replace")
        found.update(
            dict.fromkeys([name for name in names if name not in ("", "cid:")] or [f"{number}"], data)
        )
    return found


def _payload(part: MIMEPart) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - broken transfer encodings raise what their decoders raise
        return b""
    return payload if isinstance(payload, bytes) else b""
