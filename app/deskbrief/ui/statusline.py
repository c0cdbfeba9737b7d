"""The line at the bottom: saved, coverage, place, language."""

from __future__ import annotations

from textwrap import shorten

from PySide6.QtCore import QLocale, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from deskbrief.document.model import Document
from deskbrief.document.sizes import percent_read
from deskbrief.services.places import Place
from deskbrief.ui.keys import usual_key, with_key
from deskbrief.ui.words import isolated, lasting

#: After this the line says at what time was saved, instead of "just now".
JUST_NOW_MS = 20_000

#: The room between two parts of the line, and the least that is kept for what is said of the file.
BETWEEN, LEAST_COVERAGE = 14, 120
#: What stands between parts of what is said of the file, and what its button takes beside its words.
PARTED, BUTTON_EDGES = " · ", 12
#: Words on the file that are no longer say nothing when they are cut.
SHORT_FACT = 40

#: What Qt takes for no limit of a width.
MOST_WIDTH = (1 << 24) - 1
#: The most of a section's title that the line shows.
LONGEST_SECTION = 40


class Told(QLabel):
    """A label whose name for a screen reader holds what it says; `name` has a place for that."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setText("")

    def setText(self, text: str) -> None:
        super().setText(text)
        # Without words it takes no room; it cannot be hidden, for the line shows and hides its parts itself.
        self.setMaximumWidth(MOST_WIDTH if text else 0)
        self.setAccessibleName(self._name.format(text) if text else "")


class StatusLine(QStatusBar):
    """Four short facts, each with a longer one behind it as a tooltip.

    `coverage_requested` says that the reader wants to know what was left out, `place_requested` that he wants
    to go elsewhere, `cancel_requested` that a document that is being opened is not wanted any more.
    """

    coverage_requested = Signal()
    place_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved = self._label(self.tr("Your notes: {0}"))
        self._coverage = QToolButton(self)
        self._coverage.setAutoRaise(True)
        self._coverage.setObjectName("coverage")
        self._coverage.clicked.connect(self.coverage_requested)
        self._coverage.hide()
        # It gets the room that is left, and is cut to it.
        self._coverage.setMinimumWidth(40)
        self._coverage_said = ""
        self._has_document = self._has_place = self._aside = self._is_tight = False
        self.messageChanged.connect(self._show_coverage)
        self.addWidget(self._coverage)
        self._work = self._label(self.tr("At work: {0}"))
        self._cancel = QToolButton(self)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Do not open this document (Esc)"))
        self._cancel.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        self._cancel.setAutoRaise(True)
        self._cancel.clicked.connect(self.cancel_requested)
        self._cancel.hide()
        self.addWidget(self._cancel)
        self._place = QToolButton(self)
        self._place.setObjectName("place")
        self._place.setAutoRaise(True)
        self._place.clicked.connect(self.place_requested)
        self._place.hide()
        self.addPermanentWidget(self._place)
        self._language = self._label(self.tr("Language of the text: {0}"), right=True)
        self.name_key(usual_key("go_to"))
        self._saved_at = QTime()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(JUST_NOW_MS)
        self._later.timeout.connect(self._grow_old)

    def name_key(self, key: str) -> None:
        """Say in the tooltip of the place which key goes to another, from the next place on."""
        self._go = with_key(self.tr("Go to a paragraph or a page"), key)

    def _label(self, name: str, *, right: bool = False) -> Told:
        label = Told(name, self)
        if right:
            self.addPermanentWidget(label)
        else:
            self.addWidget(label)
        return label

    def show_saved(self) -> None:
        """Say that the last change is on disk."""
        self._saved_at = QTime.currentTime()
        self._saved.setText(self.tr("Saved just now"))
        self._fit_coverage()
        self._later.start()

    def show_unsaved(self, sentence: str) -> None:
        """Say that the last change is not on disk."""
        self._later.stop()
        self._saved.setText(self.tr("Not saved"))
        self._saved.setToolTip(sentence)

    def _grow_old(self) -> None:
        self._saved.setText(self.tr("Saved at {0}").format(self._saved_at.toString("HH:mm")))

    def show_document(self, document: Document | None) -> None:
        """Show coverage and language of `document`."""
        words = self._coverage_words(document) if document else ""
        self._coverage_said = words
        self._fit_coverage()
        self._coverage.setAccessibleName(self.tr("The file: {0}").format(words) if words else "")
        self._has_document = document is not None
        self._show_coverage(self.currentMessage())
        self._coverage.setToolTip(_receipt(document) if document else "")
        code = document.metadata.language.partition("-")[0] if document else ""
        language = QLocale.codeToLanguage(code)
        known = language not in (QLocale.Language.AnyLanguage, QLocale.Language.C)
        self._language.setText(QLocale.languageToString(language) if known else code)

    def set_aside(self, aside: bool) -> None:
        """Say nothing of the document, because a page stands in its place, or say it again."""
        self._aside = aside
        self._place.setVisible(self._has_place and not aside)
        self._language.setVisible(not aside)
        self._show_coverage(self.currentMessage())
        self._fit_coverage()

    def _show_coverage(self, message: str) -> None:
        """Show what was read of the file, unless a message or a page stands in its place.

        Where hardly a word of it has room nothing is shown: it may be asked for from the menu.
        """
        is_wanted = self._has_document and not message and not self._aside
        self._coverage.setVisible(is_wanted and not self._is_tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_coverage()

    def _fit_coverage(self) -> None:
        """Cut what is said of the file to the room that the rest of the line leaves."""
        others = (self._saved, self._work, self._cancel, self._place, self._language)
        taken = sum(one.sizeHint().width() + BETWEEN for one in others if not one.isHidden())
        room = self.width() - taken - 3 * BETWEEN
        self._is_tight = room < LEAST_COVERAGE
        self._coverage.setText(self._cut(room - BUTTON_EDGES))
        self._show_coverage(self.currentMessage())

    def _cut(self, room: int) -> str:
        """Return what of the words on the file has room: a short fact is left out rather than cut."""
        metrics, words = self._coverage.fontMetrics(), self._coverage_said
        first, _, last = words.rpartition(PARTED)
        if first and len(last) <= SHORT_FACT and metrics.horizontalAdvance(words) > room:
            words = first
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def show_place(self, place: Place | None) -> None:
        """Show where the reader is; None clears it."""
        self._has_place = place is not None
        self._place.setVisible(self._has_place and not self._aside)
        if place is None:
            self._fit_coverage()
            return
        parts = [self.tr("p. {0}").format(place.page)] if place.page else []
        if place.of:
            counted = self.tr("¶{0} of {1}").format(place.paragraph, place.of)
            parts.append(place.label or counted)
        if place.minutes_left:
            parts.append(self.tr("{0} left").format(lasting(place.minutes_left)))
        words = " · ".join(parts)
        section = shorten(place.section, LONGEST_SECTION, placeholder=" …")
        self._place.setText((f"{isolated(section)} · {words}" if section else words).replace("&", "&&"))
        self._place.setToolTip(f"{place.section}\n{self._go}" if place.section else self._go)
        self._place.setAccessibleName(self.tr("Where you are: {0}").format(self.place_words()))
        self._fit_coverage()

    def show_work(self, words: str) -> None:
        """Show what is being done; an empty string when nothing is."""
        self._work.setText(words)
        self._fit_coverage()

    def show_opening(self, opening: bool) -> None:
        """Offer to cancel while a document is being opened."""
        self._cancel.setVisible(opening)
        self._fit_coverage()

    def place_words(self) -> str:
        """Return the place as it is shown."""
        return self._place.text().replace("&&", "&")

    def work_words(self) -> str:
        """Return what is said of the work that is done."""
        return self._work.text()

    def saved_words(self) -> str:
        """Return what is said about saving."""
        return self._saved.text()

    def _coverage_words(self, document: Document) -> str:
        coverage = document.coverage
        remarks = coverage.remarks
        if not coverage.whole:
            return PARTED.join([self.tr("Shown in part"), *remarks[:1]])
        if coverage.left_out and document.metadata.format == "html":
            # How much of a page is menus says nothing about the article.
            return self.tr("Article taken from the page · menus and the like left out")
        share = self.tr("{0} of the file shown").format(percent_read(coverage.share))
        if not coverage.left_out:
            whole = self.tr("All of the file shown")
            return PARTED.join([whole if coverage.share >= 1 else share, *remarks[:1]])
        lost = sum(part.chars for part in coverage.left_out)
        return share + PARTED + self.tr("{0} characters left out").format(f"{lost:,}")


def _receipt(document: Document) -> str:
    lines = [f"{part.reason}: {part.chars:,}  {part.sample[:60]}" for part in document.coverage.left_out[:20]]
    return "\n".join([*document.coverage.remarks, *lines])
