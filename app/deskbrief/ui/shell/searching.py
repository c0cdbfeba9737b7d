"""The search box: what is looked through, and where that leads which was found."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from deskbrief.services.searching import Everything, Group, Hit, Searchable
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.controllers.navigation import Navigation
from deskbrief.ui.parts import Parts
from deskbrief.ui.searchpopup import SearchPopup
from deskbrief.ui.shell.titles import name_of
from deskbrief.ui.toolbar import SearchBox


class Searching(QObject):
    """Looks through the document in front, the titles of the others and the commands.

    `library_requested` carries the words to be looked for in the whole library.
    """

    library_requested = Signal(str)

    def __init__(
        self, window: QWidget, parts: Parts, box: SearchBox, documents: Documents, navigation: Navigation
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._box = box
        self._documents = documents
        self._navigation = navigation
        self._everything: Everything | None = None
        self._popup = SearchPopup(box, self.search, window, parts.actions.matching)
        self._popup.chosen.connect(self._follow)
        self._popup.find_requested.connect(parts.panes.find_words)
        self._popup.library_requested.connect(self.library_requested)

    def begin(self) -> None:
        """Be ready: the box has the keyboard."""

    def ask(self, words: str) -> None:
        """Look for `words` as if they had been typed."""
        self._box.setFocus()
        self._box.setText(words)
        self._popup.look_for(words)

    def search(self, query: str) -> Iterator[Group | None]:
        """Yield what is found in the document in front and on the desk, in short steps."""
        item, desk = self._parts.desk.front, self._parts.desk
        if item is None or item.document is None:
            return iter(())
        if self._everything is None:
            self._everything = Everything(self._parts.panes.first.reader.find.finder.buffers)
        where = Searchable(
            document=item.document,
            outline=item.outline,
            curated=item.curated,
            notes=item.notes,
            names=tuple(named.value for named in item.names.shown),
            titles=tuple(map(name_of, desk.documents)) if len(desk.documents) > 1 else (),
        )
        return self._everything.search(where, query)

    def _follow(self, hit: Hit) -> None:
        """Go where a hit leads: to a passage, or to another open document."""
        documents = self._parts.desk.documents
        if 0 <= hit.document < len(documents):
            self._documents.bring(documents[hit.document])
        else:
            self._navigation.go(hit.span)
        self._parts.reader.view.setFocus()
