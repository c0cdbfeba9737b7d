"""Who writes a mail or a letter: the sender that its head names, or the name below its closing words."""

from __future__ import annotations

import re

from deskbrief.document.model import BlockKind, Document

#: Blocks at the top in which a letter greets or names its sender, and at the end in which it is signed.
_TOP, _TAIL = 14, 12
#: Words of the longest sender.
_MOST = 8
_FROM = re.compile(
    r"(?:From|FROM|Sender):\s{1,8}(?P<name>[^<\n@\d|]{3,60}?)\s{0,3}(?:<[^>\n]{0,90}>)?\s{0,3}(?:\n|$)"
)
_GREETING = re.compile(
    r"(?:Dear|Hello|Hi|Good (?:morning|afternoon|evening))\b[^\n]{0,80}[,:!]?\s{0,3}(?:\n|$)"
)
_PERSON = r"(?:[A-Z](?:\.|[\w’'-]{1,20}) ){1,3}[A-Z][\w’'-]{1,20}"
_CLOSING = re.compile(
    r"(?:Yours (?:sincerely|faithfully|truly|ever)|(?:Very )?(?:Sincerely|Respectfully)(?: yours)?|"
    r"(?:(?:With )?(?:Very )?(?:[Kk]ind(?:est)?|[Bb]est|[Ww]arm(?:est)?) )?(?:[Rr]egards|[Ww]ishes)|"
    r"All the best)"
    rf"[,.!]?(?:\s{{0,3}}(?:\n|$)|\s(?={_PERSON}\s{{0,3}}$))"
)
#: The name of a person, as it stands below the closing words.
_NAME = re.compile(_PERSON)
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor|Rev)\.?\s")


def writer_of(document: Document) -> str:
    """Return the name of the one who writes a mail or letter, "" where the text is none or names nobody.

    Of several mails in one document nobody is the writer of all.
    """
    stated = document.metadata
    if stated.format == "mail":
        heads = sum(1 for block in document.blocks if block.kind is BlockKind.BYLINE)
        alone = heads == 1 and "@" not in stated.byline and "," not in stated.byline
        return stated.byline if alone else ""
    return _in_head(document) or _in_signature(document)


def _in_head(document: Document) -> str:
    for block in document.blocks[:_TOP]:
        match = _FROM.match(document.text, block.start, block.end)
        if match is not None and len(match["name"].split()) <= _MOST:
            return match["name"].strip(" *_,")
    return ""


def _in_signature(document: Document) -> str:
    text, blocks = document.text, document.blocks
    greeted = any(_GREETING.match(text, block.start, block.end) for block in blocks[:_TOP])
    if not greeted:
        return ""
    for number in range(max(len(blocks) - _TAIL, 0), len(blocks)):
        closing = _CLOSING.match(text, blocks[number].start, blocks[number].end)
        if closing is None:
            continue
        rest = text[closing.end() : blocks[number].end].strip()
        after = blocks[number + 1].span.of(text) if number + 1 < len(blocks) else ""
        name = _TITLE.sub("", (rest or after).strip().partition("\n")[0].strip(" ,*_"))
        return name if _NAME.fullmatch(name) else ""
    return ""
