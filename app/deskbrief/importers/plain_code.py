"""Code and drawings in plain text: fenced, indented, or told by the look of several lines on end."""

from __future__ import annotations

import re

from deskbrief.document.model import BlockKind
from deskbrief.document.spans import Span
from deskbrief.importers.plain_tables import drawn_table_at
from deskbrief.importers.plain_units import Page, Unit

#: Columns by which code is indented.
STEP = 4
#: Lines in a row that must look like code when neither fence nor indentation says so.
FEWEST_LINES = 2
#: The longest line that is looked at, and how many spaces are few, some or many in a line of code.
LONGEST, FEW_SPACES, SOME_SPACES, MOST_SPACES = 400, 4, 8, 12

#: Lines in a row that must be drawn, and their share, for them to be a drawing or a tree of folders.
FEWEST_DRAWN, MOSTLY_DRAWN = 3, 0.6

_DRAWN = re.compile("[\u2500-\u257f]")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]{0,100}")
_CODE_END = (
    "{",
    "}",
    ");",
    "};",
    "];",
    "/>",
    "({",
    "[",
    "},",
    "],",
    "->",
    "&&",
    " \\",
    "(",
    "),",
    "%>%",
    "|>",
)
_CODE_START = (
    "#include",
    "#!",
    "#>",
    "#[",
    "//",
    "/*",
    "*/",
    "$ ",
    ">>> ",
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
    "sudo ",
    "{",
    "}",
    "(func",
    "(local",
    "end",
)
#: What a remark or a printed result begins with; only beside other code do these show that it is code.
_REMARK = ("#", "//", "--", "*", "%", "^", "+", ")", "]", "\\")
_BULLETS = ("- ", "* ", "• ", "– ")
#: A call or an access that no prose has: a name, at once followed by a bracket or by "::" and the like.
_CALL = re.compile(r"[A-Za-z_][\w.:$]{0,120}\([^()]{0,200}\)[;{]?$")
_LONG_CALL = re.compile(r"[A-Za-z_][\w.:$]{0,120} ?\([^()]{0,60}[\"'=(]")
_ASSIGNMENT = re.compile(r"[\w.#@$\[\]]{1,60} ?(?:=|:=|\+=|=>|::|<-|->) ?\S")
_ARROW = re.compile(r"[\w.$\[\]]{1,60} ?(?:<-|<<-|:=|\+=|==) ?\S")
_STATEMENT = re.compile(
    r"(?:library|require|print|printf|echo|puts|install\.packages|console\.log)\(|"
    r"\$ [a-z./~]|>>> \S|#> |#\[[a-z]{1,20}[(\]]$|## \[\d|from [\w.]{1,80} import |"
    r"(?:pub |async |static )?(?:fn|func|def|struct|enum|impl|trait)\b[^.]{0,80}[({:<]|"
    r"sudo [a-z]|apt(?:-get)? [iru]|(?:pip3?|npm|brew|cargo) install |"
    r"git (?:clone|add|commit|push|pull|checkout|fetch|merge|init|log|rebase) [\w\-.:/]"
)
_ARGUMENT = frozenset("\"'=,;")
#: An address in such brackets is no tag.
_TAG = re.compile(r"<(?![^<>\s]{1,200}@|[a-z]{3,6}:)/?[a-zA-Z][^<>]{0,400}>")


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


def drawing_at(page: Page, at: int) -> Unit | None:
    """Return the drawing that begins with line `at`: boxes, arrows, branches made of signs, and no table."""
    drawn = [not line.text.isascii() and bool(_DRAWN.search(line.text)) for line in page.lines[at : at + 2]]
    if not any(drawn) or page.lines[at].blank or (at and not page.lines[at - 1].blank):
        return None
    last = at
    while last + 1 < len(page.lines) and not page.lines[last + 1].blank:
        last += 1
    count = sum(_DRAWN.search(line.text) is not None for line in page.lines[at : last + 1])
    if count < max(FEWEST_DRAWN, MOSTLY_DRAWN * (last - at + 1)) or _is_table(page, at, last):
        return None
    return _code(page, at, last, inner=(at, last))


def _is_table(page: Page, at: int, last: int) -> bool:
    """Tell whether half of the lines from `at` to `last` are a drawn table."""
    number = at
    while number <= last:
        table = drawn_table_at(page, number)
        if table is not None and 2 * (table.last - number + 1) > last - at:
            return True
        number = table.last + 1 if table is not None else number + 1
    return False


def _code_by_look(page: Page, at: int) -> Unit | None:
    if not looks_like_code(page.lines[at].text):
        return None
    last = at
    for number in range(at + 1, len(page.lines)):
        line = page.lines[number]
        if line.blank or not (_goes_on(line.text) or line.indent > page.margin):
            break
        last = number
    sure = last - at + 1 >= FEWEST_LINES or is_surely_code(page.lines[at].text)
    return _code(page, at, last, inner=(at, last)) if sure else None


def _goes_on(text: str) -> bool:
    """Tell whether `text`, right below code, is code, or a remark or a result in it."""
    if text.startswith("|") and text.endswith("|"):
        return False
    remark = text.startswith(_REMARK) and not text.startswith(_BULLETS)
    return looks_like_code(text) or (remark and len(text) <= LONGEST)


def is_surely_code(text: str) -> bool:
    """Tell whether one line by itself is code beyond doubt."""
    if len(text) > LONGEST or text.endswith((". ", ".", ":")):
        return False
    if _TAG.match(text) or (_CALL.match(text) and not _ARGUMENT.isdisjoint(text)):
        return text.count(" ") < MOST_SPACES
    return bool(_ARROW.match(text) or _statement(text))


def _statement(text: str) -> bool:
    return _STATEMENT.match(text) is not None and text.count(" ") < MOST_SPACES


def looks_like_code(text: str) -> bool:
    """Tell whether `text` would hardly be a line of prose."""
    if not text or len(text) > LONGEST or text.startswith(_BULLETS):
        return False
    return _ends_like_code(text) or _begins_like_code(text)


def _ends_like_code(text: str) -> bool:
    if text.startswith("["):
        return False
    # Prose ends with a bracket too: with the number of a note, as in "of the kind.[41]".
    lone = text.endswith("]") and text.count(" ") < FEW_SPACES and "[" not in text
    return lone or text.endswith(_CODE_END)


def _begins_like_code(text: str) -> bool:
    spaces = text.count(" ")
    if text.startswith(_CODE_START) and not text.endswith((".", ",", ":", "?")):
        return spaces < SOME_SPACES
    if _TAG.match(text) or _statement(text):
        return True
    return spaces < MOST_SPACES and any(pattern.match(text) for pattern in (_CALL, _LONG_CALL, _ASSIGNMENT))


def _code(page: Page, first: int, last: int, *, inner: tuple[int, int]) -> Unit:
    begin, end = inner
    lines = page.lines[begin : end + 1]
    base = min((line.indent for line in lines if not line.blank), default=0)
    slices = tuple(Span(max(line.start - (line.indent - base), line.begin), line.end) for line in lines)
    return Unit(
        kind=BlockKind.CODE, first=first, last=last, slices=slices, text=" ".join(x.text for x in lines)
    )
