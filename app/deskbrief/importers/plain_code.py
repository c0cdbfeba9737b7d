"""Code in plain text: fenced, indented, or told by the look of several lines on end."""

from __future__ import annotations

import re

from deskbrief.document.model import BlockKind
from deskbrief.document.spans import Span
from deskbrief.importers.plain_units import Page, Unit

#: Columns by which code is indented.
STEP = 4
#: Lines in a row that must look like code when neither fence nor indentation says so.
FEWEST_LINES = 2

_FENCE = re.compile(r"(`{3,}|~{3,})[^`]{0,100}")
_CODE_END = ("{", "}", ");", "};", "];", "/>", "({", "[", "]", "},", "],", "->", "&&", "\\")
_CODE_START = (
    "#include",
    "//",
    "/*",
    "*/",
    "$ ",
    "</",
    "<?",
    "<!",
    "import ",
    "def ",
    "class ",
    "function ",
    "const ",
    "var ",
    "let ",
    "return ",
    "#!",
    "sudo ",
    "{",
    "}",
    "(func",
    "(local",
    "end",
)
_CALL = re.compile(r"[A-Za-z_][\w.]{0,120}\([^()]{0,200}\)[;{]?$")
_ASSIGNMENT = re.compile(r"[\w.#@\[\]]{1,60} ?(?:=|:=|\+=|=>|::) ?\S")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")


def code_at(page: Page, at: int) -> Unit | None:
    """Return the code that begins with line `at`, or None when there is none."""
    return _fenced(page, at) or _indented(page, at) or _code_by_look(page, at)


def _fenced(page: Page, at: int) -> Unit | None:
    fence = _FENCE.fullmatch(page.lines[at].text[:120])
    if not fence:
        return None
    mark = fence[1]
    for last in range(at + 1, len(page.lines)):
        text = page.lines[last].text
        if text.startswith(mark) and not text.strip(mark[0]):
            return _code(page, at, last, inner=(at + 1, last - 1))
    return None


def _indented(page: Page, at: int) -> Unit | None:
    deep = page.margin + STEP
    before = page.lines[at - 1] if at else None
    if page.lines[at].indent < deep or (before is not None and not before.blank):
        return None
    last = at
    for number in range(at, len(page.lines)):
        line = page.lines[number]
        if not line.blank and line.indent < deep:
            break
        if not line.blank:
            last = number
    looks = sum(looks_like_code(page.lines[n].text) for n in range(at, last + 1))
    filled = sum(not page.lines[n].blank for n in range(at, last + 1))
    return _code(page, at, last, inner=(at, last)) if looks * 3 >= filled else None


def _code_by_look(page: Page, at: int) -> Unit | None:
    if not looks_like_code(page.lines[at].text):
        return None
    last = at
    for number in range(at + 1, len(page.lines)):
        line = page.lines[number]
        if line.blank or not (looks_like_code(line.text) or line.indent > page.margin):
            break
        last = number
    sure = last - at + 1 >= FEWEST_LINES or _TAG.match(page.lines[at].text[:400])
    return _code(page, at, last, inner=(at, last)) if sure else None


def looks_like_code(text: str) -> bool:
    """Tell whether `text` would hardly be a line of prose."""
    if not text or len(text) > 400:
        return False
    if text.endswith(_CODE_END) and not text.startswith("["):
        return True
    if text.startswith(_CODE_START) and not text.endswith((".", ",", ":", "?")):
        return text.count(" ") < 8
    if _TAG.match(text):
        return True
    patterns = (_CALL, _ASSIGNMENT)
    return any(pattern.match(text) for pattern in patterns) and text.count(" ") < 10


def _code(page: Page, first: int, last: int, *, inner: tuple[int, int]) -> Unit:
    begin, end = inner
    lines = page.lines[begin : end + 1]
    base = min((line.indent for line in lines if not line.blank), default=0)
    slices = tuple(Span(max(line.start - (line.indent - base), line.begin), line.end) for line in lines)
    return Unit(
        kind=BlockKind.CODE, first=first, last=last, slices=slices, text=" ".join(x.text for x in lines)
    )
