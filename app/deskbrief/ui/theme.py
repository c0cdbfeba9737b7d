"""The colours of the window: named once, used everywhere, for light, dark and sepia.

Every pair of text and ground holds a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3); a test checks it.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPalette

from deskbrief.document.notes import Role
from deskbrief.document.records import dataclass
from deskbrief.document.shipped import shipped

_ORDER = {role: number for number, role in enumerate(Role)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours as `#rrggbb`, named for what they are for.

    `paper` is the ground of text, `panel` that of docks. `fills` are the grounds of marks, one for each
    role in the order of `Role`; `dots` the same roles as small solid shapes.
    """

    name: str
    dark: bool
    paper: str
    panel: str
    card: str
    line: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    hover: str
    chip: str
    scroll: str
    event: str
    recommendation: str
    found: str
    found_here: str
    flash: str
    problem: str
    fills: tuple[str, ...]
    dots: tuple[str, ...]

    def fill(self, role: Role) -> QColor:
        """Return the ground of a mark with this role."""
        return QColor(self.fills[_ORDER[role]])

    def dot(self, role: Role) -> QColor:
        """Return the role's solid colour, for dots, bars and the overview ruler."""
        return QColor(self.dots[_ORDER[role]])


LIGHT = Theme(
    name="light",
    dark=False,
    paper="#fffefb",
    panel="#f6f4ef",
    card="#fffefb",
    line="#dfdbd2",
    ink="#1d2329",
    muted="#5d6670",
    accent="#1f5f8b",
    on_accent="#ffffff",
    selected="#e3edf5",
    hover="#edeae2",
    chip="#e9e5dc",
    scroll="#c9c5bb",
    event="#8a4b0f",
    recommendation="#1b6b4a",
    found="#ffe9a8",
    found_here="#ffc46b",
    flash="#cfe4f4",
    problem="#a3271f",
    fills=("#fdeeb0", "#cfeccf", "#cfe3f7", "#fad3dc", "#e4d6f5", "#fbdcb9"),
    dots=("#f6d94c", "#8dce9c", "#9cc7ee", "#f2a7b8", "#c6a8ea", "#f3b56b"),
)

DARK = Theme(
    name="dark",
    dark=True,
    paper="#1a1f24",
    panel="#14181c",
    card="#1a1f24",
    line="#2d343b",
    ink="#e3e1da",
    muted="#9aa4ae",
    accent="#82b9e3",
    on_accent="#10202c",
    selected="#21333f",
    hover="#20272d",
    chip="#252c33",
    scroll="#434b53",
    event="#e2a565",
    recommendation="#7ccba2",
    found="#5a4a12",
    found_here="#7d5510",
    flash="#27465c",
    problem="#f0938a",
    fills=("#574a12", "#234a33", "#1f4260", "#5a2b38", "#43305f", "#5b3a17"),
    dots=("#f6d94c", "#8dce9c", "#9cc7ee", "#f2a7b8", "#c6a8ea", "#f3b56b"),
)

SEPIA = Theme(
    name="sepia",
    dark=False,
    paper="#f7eedd",
    panel="#efe4cf",
    card="#f7eedd",
    line="#d9cbb0",
    ink="#33291b",
    muted="#665840",
    accent="#1f567c",
    on_accent="#ffffff",
    selected="#dfe0d6",
    hover="#e8dcc4",
    chip="#e4d7bd",
    scroll="#c7b898",
    event="#7d420b",
    recommendation="#1a5f42",
    found="#f7dc8c",
    found_here="#f0b860",
    flash="#cfdcdf",
    problem="#96241d",
    fills=("#f7e29a", "#c9e0b8", "#c6d9e4", "#f2c6c4", "#dcc9e4", "#f4cf9f"),
    dots=("#dcbb2e", "#79b987", "#85b2da", "#e091a3", "#b191d6", "#e0a055"),
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, SEPIA)}

#: A letter for each role, in the order of `Role`, so that colour never stands alone.
ROLE_LETTERS = ("Y", "G", "B", "P", "V", "O")


def letter(role: Role) -> str:
    """Return the letter that stands beside the role's colour."""
    return ROLE_LETTERS[_ORDER[role]]


#: The role of the palette that carries each colour which the style sheet names. Light and those below it are
#: for frames, which nothing here has Qt draw, and for links that were followed.
_ROLES = {
    "panel": QPalette.ColorRole.Window,
    "ink": QPalette.ColorRole.WindowText,
    "paper": QPalette.ColorRole.Base,
    "card": QPalette.ColorRole.ToolTipBase,
    "muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "selected": QPalette.ColorRole.Light,
    "hover": QPalette.ColorRole.Midlight,
    "line": QPalette.ColorRole.Mid,
    "chip": QPalette.ColorRole.Dark,
    "scroll": QPalette.ColorRole.Shadow,
    "problem": QPalette.ColorRole.BrightText,
    "recommendation": QPalette.ColorRole.LinkVisited,
}
#: What Qt itself draws with, in the colours that belong there.
_OWN_ROLES = {
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipText: "ink",
}


def stylesheet() -> str:
    """Return the application's style sheet, for all themes: colours stand in it as roles of the palette.

    Another sheet would have Qt dress each widget once for every widget around it.
    """
    source = shipped("resources/styles/window.qss").read_text(encoding="utf-8")
    colours = {name: f"palette({_in_sheets(role)})" for name, role in _ROLES.items()}
    return Template(source).substitute(colours, icons=shipped("resources/icons").as_posix())


def _in_sheets(role: QPalette.ColorRole) -> str:
    """Return the name of a role in style sheets: PlaceholderText is placeholder-text."""
    words = "".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in role.name)
    return words[1:].replace("tool-tip", "tooltip")


def palette(theme: Theme) -> QPalette:
    """Return the palette that the style sheet, and widgets without a rule in it, take their colours from."""
    result = QPalette()
    for name, role in _ROLES.items():
        result.setColor(role, QColor(getattr(theme, name)))
    for role, name in _OWN_ROLES.items():
        result.setColor(role, QColor(getattr(theme, name)))
    return result


def fill(painter: QPainter, area: QRect | QRectF, colour: QColor) -> None:
    """Fill `area` with `colour`, as `fillRect` does; that would have 190 names of gradients made first."""
    painter.setBackground(colour)
    painter.eraseRect(area)
