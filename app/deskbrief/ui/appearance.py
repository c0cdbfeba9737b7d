"""Light, dark or sepia, and how the text is set: the menu behind “Aa”, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from deskbrief.services.settings import Settings
from deskbrief.ui.actions import Actions, add_heading
from deskbrief.ui.fonts import interface_font
from deskbrief.ui.reader.values import Typography
from deskbrief.ui.theme import DARK, LIGHT, THEMES, Theme, palette, stylesheet

SMALLEST, LARGEST, USUAL = 9.0, 32.0, 13.5
#: How much smaller and larger than usual the words of the panels get.
LEAST_SHARE, MOST_SHARE = 0.9, 1.5
#: The property of the application that names the theme it wears.
WORN = "deskbrief_theme"


def usual_size() -> float:
    """Return the size of the words of the interface, in points, where the text has its usual size."""
    return interface_font().pointSizeF()


def dress_again(application: QApplication) -> None:
    """Have all widgets take on palette and font of the application, which a style sheet keeps from them.

    Setting the sheet once more would do it too, but dresses a widget once for every widget around it. What is
    not in sight follows in the next turn of the event loop.
    """
    seen = [widget for widget in _widgets(application) if widget.isVisible()]
    _dress(seen)
    QTimer.singleShot(0, application, partial(_dress_others, application, set(seen)))


def _dress_others(application: QApplication, done: set[QWidget]) -> None:
    _dress([widget for widget in _widgets(application) if widget not in done])


def _widgets(application: QApplication) -> Iterator[QWidget]:
    """Yield all widgets from the outside in, as a font goes on from a widget to those within it."""
    for window in application.topLevelWidgets():
        yield window
        yield from window.findChildren(QWidget)


def _dress(widgets: Iterable[QWidget]) -> None:
    dressed, changed = QEvent(QEvent.Type.Polish), QEvent(QEvent.Type.StyleChange)
    for widget in widgets:
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            QCoreApplication.sendEvent(widget, dressed)
            QCoreApplication.sendEvent(widget, changed)


class Appearance(QObject):
    """Keeps what the user chose; `changed` says that theme or typography are to be applied anew."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = settings.appearance
        self._usual = usual_size()
        self._type = Typography(
            size=settings.text_size,
            measure=settings.measure,
            line_height=settings.line_height,
            serif=settings.serif,
            justify=settings.justify,
            hyphenate=settings.hyphenate,
        )
        self._view = settings.reading_view
        self._spoken = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def theme(self) -> Theme:
        """The theme to show: the chosen one, or the system's."""
        if self._choice in THEMES:
            return THEMES[self._choice]
        return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    @property
    def typography(self) -> Typography:
        """How the text is set."""
        return self._type

    @property
    def share(self) -> float:
        """How large the words around the text are, as a share of their usual size."""
        return self.panel_font.pointSizeF() / self._usual

    @property
    def panel_font(self) -> QFont:
        """The font of all words around the text, which follow its size half as far."""
        font = QFont(QApplication.font())
        share = 1 + (self._type.size / USUAL - 1) / 2
        font.setPointSizeF(round(self._usual * min(max(share, LEAST_SHARE), MOST_SHARE) * 2) / 2)
        return font

    @property
    def paged(self) -> bool:
        """Whether the text is shown in Qt's own text widget, as was chosen or as a screen reader needs."""
        if self._view in {"flowing", "paged"}:
            return self._view == "paged"
        return self._spoken

    def look_for_reader(self) -> None:
        """Look whether a screen reader is running, which needs another kind of view."""
        from deskbrief.ui.spoken import is_listened_to

        spoken = is_listened_to()
        if spoken is not self._spoken:
            self._spoken = spoken
            self.changed.emit()

    def stored(self, settings: Settings) -> Settings:
        """Return `settings` with what was chosen here."""
        return replace(
            settings,
            appearance=self._choice,
            text_size=self._type.size,
            measure=self._type.measure,
            line_height=self._type.line_height,
            serif=self._type.serif,
            justify=self._type.justify,
            hyphenate=self._type.hyphenate,
            reading_view=self._view,
        )

    def apply(self) -> None:
        """Give the application the theme's colours, unless it has them."""
        application, theme, window = QApplication.instance(), self.theme, self.parent()
        if window is not None:
            # The signs on check boxes are pictures, and one set of them is for the dark.
            window.setProperty("dark", theme.dark)
        if not isinstance(application, QApplication):
            return
        if not application.styleSheet():
            application.setPalette(palette(theme))
            application.setStyleSheet(stylesheet())
        elif application.property(WORN) != theme.name:
            application.setPalette(palette(theme))
            dress_again(application)
        application.setProperty(WORN, theme.name)

    def size_words(self) -> None:
        """Give the words around the text the size that goes with the text's, unless they have it."""
        application, font = QApplication.instance(), self.panel_font
        if isinstance(application, QApplication) and application.font().pointSizeF() != font.pointSizeF():
            application.setFont(font)
            dress_again(application)

    def choose(self, appearance: str) -> None:
        """Choose system, light, dark or sepia."""
        self._choice = appearance
        self.changed.emit()

    def set_face(self, *, serif: bool) -> None:
        """Set the text in letters with or without serifs."""
        self._set(replace(self._type, serif=serif))

    def justify(self) -> None:
        """Give lines of the text two even edges, or only one where they have two."""
        self._justify_chosen(not self._type.justify)

    def set_size(self, size: float) -> None:
        """Set the text size in points, within what can be read."""
        self._set(replace(self._type, size=min(max(size, SMALLEST), LARGEST)))

    def larger(self) -> None:
        """Make the text a little larger."""
        self.set_size(self._type.size * 1.1)

    def smaller(self) -> None:
        """Make the text a little smaller."""
        self.set_size(self._type.size / 1.1)

    def normal(self) -> None:
        """Give the text its usual size."""
        self.set_size(USUAL)

    def menu(self, actions: Actions, parent: QWidget) -> QMenu:
        """Return the menu behind “Aa”, which is filled when it is first opened."""
        return AppearanceMenu(self, actions, parent)

    def fill(self, menu: QMenu, actions: Actions) -> None:
        """Put what can be chosen into `menu`."""
        themes = (
            ("system", self.tr("As the s&ystem")),
            ("light", self.tr("Li&ght")),
            ("dark", self.tr("&Dark")),
            ("sepia", self.tr("S&epia")),
        )
        add_heading(menu, self.tr("Colours"))
        self._choices(menu, themes, self._choice).triggered.connect(self._theme_chosen)
        add_heading(menu, self.tr("Letters"))
        faces = (("serif", self.tr("Seri&f")), ("sans", self.tr("S&ans serif")))
        self._choices(menu, faces, "serif" if self._type.serif else "sans").triggered.connect(
            self._face_chosen
        )
        column, lines = menu.addMenu(self.tr("Col&umn")), menu.addMenu(self.tr("&Lines"))
        widths = (
            ("56", self.tr("&Narrow column")),
            ("68", self.tr("&Usual column")),
            ("84", self.tr("&Wide column")),
        )
        self._choices(column, widths, str(self._type.measure)).triggered.connect(self._width_chosen)
        heights = (
            ("1.4", self.tr("&Close lines")),
            ("1.6", self.tr("Usual l&ines")),
            ("1.85", self.tr("&Open lines")),
        )
        self._choices(lines, heights, str(self._type.line_height)).triggered.connect(self._height_chosen)
        menu.addSeparator()
        justified = self._switch(menu, self.tr("&Justified"), on=self._type.justify)
        justified.toggled.connect(self._justify_chosen)
        parted = self._switch(menu, self.tr("&Hyphens in justified text"), on=self._type.hyphenate)
        parted.toggled.connect(self._hyphenate_chosen)
        paged = self._switch(menu, self.tr("&Pages for screen readers"), on=self.paged)
        paged.toggled.connect(self._paged_chosen)
        for switch in (justified, paged):
            switch.toggled.connect(partial(self._offer_hyphens, parted))
        self._offer_hyphens(parted)
        add_heading(menu, self.tr("Size"))
        actions.fill(menu, "larger", "smaller", "normal")

    def _choices(self, menu: QMenu, choices: tuple[tuple[str, str], ...], now: str) -> QActionGroup:
        group = QActionGroup(menu)
        for value, text in choices:
            action = QAction(text, group)
            action.setData(value)
            action.setCheckable(True)
            action.setChecked(value == now)
            menu.addAction(action)
        return group

    def _switch(self, menu: QMenu, text: str, *, on: bool) -> QAction:
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(on)
        menu.addAction(action)
        return action

    def _justify_chosen(self, on: bool) -> None:
        self._set(replace(self._type, justify=on))

    def _hyphenate_chosen(self, on: bool) -> None:
        self._set(replace(self._type, hyphenate=on))

    def _offer_hyphens(self, switch: QAction, *_: bool) -> None:
        """Let words be parted where that is done: not in the pages for screen readers, which would say it."""
        switch.setEnabled(self._type.justify and not self.paged)

    def _paged_chosen(self, on: bool) -> None:
        """Keep to what was chosen; what a screen reader would have led to needs no keeping."""
        self._view = "auto" if on is self._spoken else "paged" if on else "flowing"
        self.changed.emit()

    def _theme_chosen(self, action: QAction) -> None:
        self.choose(action.data())

    def _face_chosen(self, action: QAction) -> None:
        self.set_face(serif=action.data() == "serif")

    def _width_chosen(self, action: QAction) -> None:
        self._set(replace(self._type, measure=int(action.data())))

    def _height_chosen(self, action: QAction) -> None:
        self._set(replace(self._type, line_height=float(action.data())))

    def _set(self, typography: Typography) -> None:
        if typography != self._type:
            self._type = typography
            self.changed.emit()

    def _system_changed(self) -> None:
        if self._choice == "system":
            self.changed.emit()


class AppearanceMenu(QMenu):
    """What can be chosen; the entries are made when the menu is opened, for commands choose the same.

    It stays open while one is tried after the other: Esc or a click beside it closes it.
    """

    def __init__(self, appearance: Appearance, actions: Actions, parent: QWidget) -> None:
        super().__init__(appearance.tr("Appearance"), parent)
        self._appearance = appearance
        self._actions = actions
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        for former in (*self.findChildren(QActionGroup), *self.findChildren(QMenu)):
            former.deleteLater()
        self.clear()
        self._appearance.fill(self, self._actions)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._try(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chooses = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if not chooses or not self._try(self.activeAction()):
            super().keyPressEvent(event)

    def _try(self, action: QAction | None) -> bool:
        """Carry out an entry with the menu left open; tells whether there was one."""
        if action is None or not action.isEnabled() or action.isSeparator():
            return False
        action.trigger()
        return True
