"""Stretches of a document as they are shown: trimmed, white space folded."""

from __future__ import annotations

import re

from deskbrief.document.spans import Span

#: Initials, whose last full stop belongs to them.
_ABBREVIATION = re.compile(r"\b[A-Z]\.[A-Z]\.$")


#: Places that stand alone, in capitals, before news with nothing behind them: "SEOUL North Korea said".
_CAPITALS = (
    "|".join(
        """AMSTERDAM ANKARA ATHENS BAGHDAD BANGKOK BEIJING BEIRUT BELGRADE BERLIN BOGOTA BOSTON BRASILIA
    BRUSSELS BUCHAREST BUDAPEST CAIRO CANBERRA CARACAS CHICAGO COLOMBO COPENHAGEN DAKAR DALLAS DAMASCUS
    DETROIT DHAKA DUBAI DUBLIN FRANKFURT GENEVA HANOI HAVANA HELSINKI HOUSTON ISLAMABAD ISTANBUL JAKARTA
    JERUSALEM JOHANNESBURG KABUL KARACHI KHARTOUM KIEV KYIV LAGOS LIMA LISBON LONDON MADRID MANILA
    MELBOURNE MIAMI MONTREAL MOSCOW MUMBAI NAIROBI OSLO OTTAWA PARIS PRAGUE PRETORIA RIYADH ROME SANAA
    SANTIAGO SEOUL SHANGHAI SINGAPORE SOFIA STOCKHOLM SYDNEY TAIPEI TEHRAN TOKYO TORONTO TRIPOLI TUNIS
    VIENNA WARSAW WASHINGTON YANGON ZURICH""".split()  # noqa: SIM905
    )
    + "|HONG KONG|KUALA LUMPUR|LOS ANGELES|MEXICO CITY|NEW DELHI|NEW YORK|SAN FRANCISCO|UNITED NATIONS"
)
#: The place from which news is written, at the start of its text: "CAIRO, March 5 (AP) - Gunmen ...".
_DATELINE = re.compile(
    r"[A-Z][A-Z]{2,20}(?:[ .'-][A-Z]{1,20}){0,3}"
    r"(?:(?:, [A-Z][\w.]{0,20}(?: \d{1,2})?){0,2}(?:, \d{4})?(?: ?\([^()\n]{2,20}\))? ?(?:—|--) |"
    r"(?:, [A-Z][\w.]{0,20}(?: \d{1,2})?){0,2} \([^()\n]{2,20}\) ?[—–-]{1,2} )"
    r"|(?:[A-Z][a-z]{1,20}[ -]?){1,3}(?:, [A-Z][\w.]{0,20}(?: \d{1,2})?){0,2} "
    r"\((?:AP|AFP|Reuters|UPI|Xinhua|CNN|BBC|dpa|DPA|EFE|TASS|PTI|Kyodo|Bloomberg)\) ?[—–-]{1,2} "
    rf"|(?:{_CAPITALS}) (?=[A-Z][a-z]|A [a-z]|U\.S\.)"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Return where a stretch begins once a dateline at its start is left out."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a stretch without white space and punctuation at its ends; "U.S." stays whole."""
    while start < end and (text[start].isspace() or text[start] in "-–—:;,.*_•"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "-–—:;,.*_"):
        if text[end - 1] == "." and _ABBREVIATION.search(text, max(start, end - 8), end):
            break
        end -= 1
    return start, end


def words_of(text: str, span: Span) -> str:
    """Return the words under `span`, white space folded and punctuation at the ends left out."""
    return " ".join(Span(*trimmed(text, span.start, span.end)).of(text).split())
