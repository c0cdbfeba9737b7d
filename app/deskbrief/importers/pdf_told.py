"""What is told of a PDF beside its text: what was left out, and which pages could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.importers.attached import attachments_remark
from deskbrief.importers.builder import RUNNING_HEADS, Builder
from deskbrief.importers.pdf_letters import REPLACEMENT
from deskbrief.importers.pdf_pages import MOST_PAGES, HeldPages
from deskbrief.importers.pdf_paragraphs import Paragraph

#: How many runs of pages are listed where pages are pictures or damaged.
MOST_RUNS = 8

_RECOGNISE = (
    "Have the text of scanned pages recognised (OCR), for example by the program that scanned them, "
    "and open the result."
)


def pages_that(numbers: Sequence[int], one: str, more: str) -> str:
    """Return the sentence that says of pages, numbered from 0, what they are: `one` of a single page."""
    told = _called(numbers)
    return f"{told[0].upper()}{told[1:]} {more if numbers[1:] else one}"


def _called(numbers: Sequence[int]) -> str:
    """Return what pages are called, numbered from 0: "pages 2–4 and 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [f"{run[0] + 1}–{run[-1] + 1}" if run[1:] else f"{run[0] + 1}" for run in runs[:MOST_RUNS]]
    if len(runs) > MOST_RUNS:
        return f"{len(numbers)} pages ({', '.join(shown)} …)"
    listed = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return f"{'pages' if numbers[1:] else 'page'} {listed}"


def tell(builder: Builder, held: HeldPages, paragraphs: Sequence[Paragraph]) -> None:
    """Note what was left out of the text, and which pages could not be read."""
    heads = [line.text for page in held.pages for line in page.furniture]
    builder.leave_out(RUNNING_HEADS, " · ".join(dict.fromkeys(heads)), sum(map(len, heads)))
    for filled_in, reason in ((False, "comments on the pages"), (True, "filled-in fields")):
        words = [one.text for one in held.annotations if one.filled_in is filled_in]
        builder.leave_out(reason, " · ".join(words), sum(map(len, words)))
    builder.leave_out("line numbers", " ".join(held.numbers))
    builder.leave_out("text that runs in another direction", held.sideways)
    builder.leave_out("words that are not seen on the pages", held.hidden.strip())
    builder.leave_out("signs that are no words", held.signs)
    if held.garbled:
        rest = (
            "cannot be read from the file, whose fonts do not say which letters they draw; see the original"
        )
        builder.lose(
            f"The words of {_called(held.garbled)} {rest} {'pages' if held.garbled[1:] else 'page'}."
        )
    pictures = [number for number in held.scans if number not in held.garbled]
    if pictures:
        rest = "without text: {} can be looked at, not searched or marked."
        one, more = f"is a picture {rest.format('it')}", f"are pictures {rest.format('they')}"
        builder.lose(pages_that(pictures, one, more))
    if held.scans:
        builder.remark(_RECOGNISE)
    if held.damaged:
        one, more = (
            "is damaged, and what is on it is missing.",
            "are damaged, and what is on them is missing.",
        )
        builder.lose(pages_that(held.damaged, one, more))
    if held.broken:
        end = "damaged in the file: some or all of its words could not be read, and some may be wrong."
        builder.lose(pages_that(held.broken, f"is {end}", f"are {end.replace('its', 'their')}"))
    if held.loops:
        builder.lose("Parts of its pages draw themselves without end, and what is on them is missing.")
    if held.cut:
        builder.lose(f"Only the first {MOST_PAGES:,} pages were read; {held.cut:,} follow.")
    if held.attached:
        builder.remark(attachments_remark(held.attached))
    _tell_of_letters(builder, paragraphs, held.joined)


def _tell_of_letters(builder: Builder, paragraphs: Sequence[Paragraph], joined: int) -> None:
    """Note that fonts do not say which letters they draw, of most of them, of some or of those `joined`."""
    if joined:
        times = "once" if joined == 1 else f"{joined:,} times"
        rest = "which they are was told by how wide they are."
        builder.remark(
            f"Fonts of this file name but the last of letters drawn as one, such as “fi”, {times}; {rest}"
        )
    letters = "".join(paragraph.text for paragraph in paragraphs[:200])
    odd = sum("\ue000" <= sign <= "\uf8ff" or sign == REPLACEMENT for sign in letters)
    holes = sum(paragraph.text.count(REPLACEMENT) for paragraph in paragraphs)
    if letters and odd > 0.2 * len(letters):
        builder.lose("The fonts of this file do not say which letters they draw, so its text is garbled.")
    elif holes:
        shown = f"shown as {REPLACEMENT}, as the fonts of the file do not say which"
        builder.lose(
            f"{holes:,} letters are {shown} they are." if holes > 1 else f"One letter is {shown} it is."
        )
