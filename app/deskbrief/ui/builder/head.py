"""The bar above the builder: back, undo and redo, the brief's name, its template, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from deskbrief.document.plan import Format, Template
from deskbrief.services.drafting import DraftHistory
from deskbrief.ui.builder.arrange import translated
from deskbrief.ui.builder.keeper import DraftKeeper
from deskbrief.ui.builder.templates import NAMES, TemplateMenu
from deskbrief.ui.models.title import TitleLabel

#: Pixels at either end, between two buttons, and that the name of the brief has at least.
MARGIN, SPACING, LEAST_NAME = 14, 8, 90


class BuilderHead(QFrame):
    """`back` and the others say what the reader wants; `format_wanted` carries another format to export."""

    back = Signal()
    undo = Signal()
    redo = Signal()
    format_wanted = Signal(Format)
    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, keeper: DraftKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("builderHead")
        self.templates = TemplateMenu(keeper.templates, self)
        self._name = TitleLabel(self)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setObjectName("builderTitle")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._undo = quiet_button("↶", self.tr("Undo"), self)
        self._redo = quiet_button("↷", self.tr("Redo"), self)
        self._template = self._button("", self.templates)
        self.formats = self._button(self.tr("More formats ▾"), self._format_menu())
        self.export = self._button(self.tr("Export PDF"))
        self.export.setObjectName("primary")
        self._back, to_print = self._button(""), self._button(self.tr("Print…"))
        back = self._back
        back.setToolTip(self.tr("Back to reading"))
        back.setAccessibleName(self.tr("Back to reading"))
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 7, MARGIN, 7)
        row.setSpacing(SPACING)
        for widget in (back, self._undo, self._redo):
            row.addWidget(widget)
        row.addWidget(self._name, 1)
        for widget in (self._template, self.formats, to_print, self.export):
            row.addWidget(widget)
        back.clicked.connect(self.back)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        to_print.clicked.connect(self.print_wanted)
        self.export.clicked.connect(self.export_wanted)
        self._fixed = (back, self._undo, self._redo, self._template, self.formats, to_print, self.export)
        self._chosen = ""
        self._fit()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in the order of the eye."""
        return self._fixed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say less on the buttons, step by step, until all of them have room beside the name."""
        back, template, formats = self.tr("← Back to reading"), self._chosen, self.tr("More formats ▾")
        short, other = self.tr("Template ▾"), self.tr("Formats ▾")
        for words in (
            (back, template, formats),
            ("←", template, formats),
            ("←", template, other),
            ("←", short, other),
        ):
            for button, text in zip((self._back, self._template, self.formats), words, strict=True):
                button.setText(text)
            taken = sum(widget.sizeHint().width() + SPACING for widget in self._fixed)
            if taken + LEAST_NAME <= self.width() - 2 * MARGIN:
                break

    def show_title(self, words: str) -> None:
        """Show the name of the brief."""
        self._name.setText(words)

    def show_template(self, template: Template, *, several: bool) -> None:
        """Show after which template the brief is laid out, and whether it has several sources."""
        self.templates.current, self.templates.several = template, several
        name = translated(NAMES[template])
        self._chosen = self.tr("Template: {0} ▾").format(name)
        self._template.setAccessibleName(self.tr("Template: {0}").format(name))
        self._template.setToolTip(self.tr("Template: {0}").format(name))
        self._fit()

    def show_acts(self, history: DraftHistory) -> None:
        """Show what can be undone and done again."""
        for button, name, words in (
            (self._undo, history.undo_name, self.tr("Undo")),
            (self._redo, history.redo_name, self.tr("Redo")),
        ):
            button.setEnabled(bool(name))
            button.setToolTip(f"{words}: {name}" if name else words)
            button.setAccessibleName(f"{words}: {name}" if name else words)

    def _button(self, text: str, menu: QMenu | None = None) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        if menu is not None:
            button.setMenu(menu)
        return button

    def _format_menu(self) -> QMenu:
        menu = QMenu(self)
        for form, name in (
            (Format.DOCX, self.tr("Word document…")),
            (Format.HTML, self.tr("Web page…")),
            (Format.MARKDOWN, self.tr("Markdown…")),
        ):
            action = QAction(name, menu)
            action.setData(form.value)
            menu.addAction(action)
        menu.triggered.connect(self._format_chosen)
        return menu

    def _format_chosen(self, action: QAction) -> None:
        self.format_wanted.emit(Format(action.data()))


def quiet_button(text: str, name: str, parent: QWidget) -> QToolButton:
    """Return a small button without a frame that has a spoken name."""
    button = QToolButton(parent)
    button.setObjectName("quiet")
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
