"""What two lines of a PDF tell about whether the second begins a paragraph."""

from __future__ import annotations

from itertools import takewhile

from deskbrief.importers.pdf_lines import Line

#: How far from the middle lines that stand in it may be, in points.
MIDDLE = 4.0
#: Lines of a heading in capitals are less than so many sizes apart.
IN_CAPITALS = 1.8
#: The signs that end a sentence, and those that end a paragraph.
STOPS = (".", "!", "?", ":", "…", "。", "！", "？", "؟", "।")
ENDS = (*STOPS, "”", '"', "’", ")", ";", "»", "“", "」", "）")
_OPENERS = "\"'“‘„«‹「『¿¡"
#: How words in bold end that a paragraph begins with.
_LEAD_ENDS = (".", ":", "—", "–", "?")


def leads_to_page(text: str) -> bool:
    """Tell whether dots at the end of `text` lead to the number of a page, as in the entries of an index."""
    return text[-1:].isdigit() and text[-40:].rstrip("0123456789, ").replace(" ", "").endswith("....")


def leaves_the_middle(last: Line, line: Line, column: tuple[float, float]) -> bool:
    """Tell whether a heading at the left of its column follows one that stands in the middle."""
    middle = sum(column)
    apart = 4 * last.size
    centred = abs(last.left + last.right - middle) < MIDDLE and last.left - column[0] > apart
    left = line.left < column[0] + last.size and abs(line.left + line.right - middle) > 2 * apart
    return last.bold and line.bold and centred and left and line.text[:1].isupper()


def goes_on_in_the_middle(last: Line, line: Line) -> bool:
    """Tell whether `line` goes on with a heading in capitals whose lines stand in the middle."""
    capitals = last.text.isupper() and line.text.isupper() and not last.text.endswith(ENDS)
    near = 0 < line.base - last.base < IN_CAPITALS * last.size
    return capitals and near and abs(last.left + last.right - line.left - line.right) < 2 * MIDDLE


def opens(text: str) -> bool:
    """Tell whether a sentence may begin with `text`; in many scripts no letter tells."""
    first = text.lstrip(_OPENERS)[:1]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())


def has_room(last: Line, line: Line, right: float) -> bool:
    """Tell whether the first word of `line` would have fitted on the line before it."""
    first = line.text.split(" ", 1)[0]
    letter = (line.right - line.left) / max(len(line.text), 1)
    return last.right + letter * (len(first) + 1) < right


def leads_in(last: Line, line: Line) -> bool:
    """Tell whether words in other letters lead in a sentence that goes on from their line in `line`."""
    stretches = [stretch for cell in last.cells for stretch in cell.stretches]
    end, after = stretches[-1], line.cells[0].stretches[0]
    same = end.face == after.face and len(stretches) > 1 and stretches[0].face != end.face
    return same and len(end.text.strip()) > 1 and not end.text.rstrip().endswith(ENDS)


def is_led_in(last: Line, line: Line) -> bool:
    """Tell whether `line` begins with bold words that say what its paragraph is about, after a sentence."""
    if not last.text.endswith(ENDS) or last.cells[-1].stretches[-1].face.bold or not turns(line):
        return False
    stretches = (s for cell in line.cells for s in cell.stretches if s.text.strip())
    bold = list(takewhile(lambda stretch: stretch.face.bold, stretches))
    return bold[-1].text.rstrip().endswith(_LEAD_ENDS) and bold[0].text[:1].isupper()


def turns(line: Line) -> bool:
    """Tell whether bold letters end in `line`, as those do that a paragraph begins with."""
    if not line.cells[0].stretches[0].face.bold:
        return False
    return not all(s.face.bold for cell in line.cells for s in cell.stretches if s.text.strip())
