"""The pictures of the document on show: decoded off the window's thread, and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QThreadPool, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

#: Returns the bytes of a picture, by the document's hash and the picture's name, or nothing.
Fetch = Callable[[str, str], bytes]

#: The most bytes of decoded pictures that are kept.
MOST_BYTES = 96 * 2**20

_Key = tuple[str, str, int, int]


def _nothing(_document: str, _key: str) -> bytes:
    return b""


class Pictures(QObject):
    """Hands out pictures that are ready, and gets the others ready; `arrived` tells of new ones."""

    arrived = Signal()
    _decoded = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.fetch: Fetch = _nothing
        self.document = ""
        self._ready: OrderedDict[_Key, QImage] = OrderedDict()
        self._asked: set[_Key] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._decoded.connect(self._take)

    def image(self, key: str, size: QSize, ratio: float) -> QImage | None:
        """Return the picture `key` at `size`, in pixels of `ratio` dots; None when it is not ready."""
        dots = size * ratio
        name = (self.document, key, dots.width(), dots.height())
        if name in self._ready:
            self._ready.move_to_end(name)
            return self._ready[name]
        if name not in self._asked:
            self._asked.add(name)
            self._start(name)
        return None

    def renew(self, document: str, key: str) -> None:
        """Look for a picture again, which has come in now."""
        self._asked = {name for name in self._asked if name[:2] != (document, key)}
        self.arrived.emit()

    def _start(self, name: _Key) -> None:
        data = self.fetch(name[0], name[1])
        if data:
            self._pool.start(lambda: self._decode(name, data))

    def _decode(self, name: _Key, data: bytes) -> None:
        """Decode and scale a picture; runs on a thread of the pool."""
        from PySide6.QtGui import QImage

        image = QImage.fromData(data)
        if not image.isNull():
            image = image.scaled(
                name[2],
                name[3],
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._decoded.emit(name, image)

    def _take(self, name: _Key, image: QImage) -> None:
        self._asked.discard(name)
        self._ready[name] = image
        while len(self._ready) > 1 and sum(one.sizeInBytes() for one in self._ready.values()) > MOST_BYTES:
            self._ready.popitem(last=False)
        self.arrived.emit()
