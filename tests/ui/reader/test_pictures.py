"""Pictures in the text: the room they take, how they come in, and what stands there without them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from deskbrief.document.model import BlockKind, Picture
from deskbrief.document.spans import Span
from deskbrief.ui.reader.pictures import Pictures
from helpers.qt_reader import Maker

KEY = "maps/map.png"


def png(colour: str, width: int = 300, height: int = 200, *, clear: bool = False) -> bytes:
    image = QImage(width, height, QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0, 0) if clear else QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def shown(view, data: dict[str, bytes], picture: Picture | None = None):
    maker = Maker()
    maker.add(BlockKind.PARAGRAPH, "The first map of the valley.")
    maker.add(BlockKind.FIGURE, "", alt="A map", picture=picture or Picture(KEY, 300, 200))
    maker.add(BlockKind.PARAGRAPH, "What the map does not show.")
    view.pictures.fetch = lambda _, key: data.get(key, b"")
    view.show_document(maker.document(), 0)
    return maker


def has_colour(view, colour: str) -> bool:
    image = view.viewport().grab().toImage()
    wanted = QColor(colour)
    middle = image.width() // 2
    return any(image.pixelColor(middle, y) == wanted for y in range(image.height()))


def test_a_picture_comes_in_by_itself(view, qtbot):
    shown(view, {KEY: png("#c02040")})
    qtbot.waitUntil(lambda: has_colour(view, "#c02040"))


def test_a_picture_that_is_made_later_comes_in_when_it_is_there(view, qtbot):
    data: dict[str, bytes] = {}
    shown(view, data)
    assert not has_colour(view, "#c02040")
    data[KEY] = png("#c02040")
    view.pictures.renew(view.shown_document().sha256, KEY)
    qtbot.waitUntil(lambda: has_colour(view, "#c02040"))


def test_a_drawing_that_can_be_seen_through_stands_on_white(view, qtbot):
    from deskbrief.ui.theme import DARK

    view.set_theme(DARK)
    shown(view, {KEY: png("", clear=True)})
    qtbot.waitUntil(lambda: has_colour(view, "#ffffff"))


@pytest.mark.parametrize("data", [{}, {KEY: b""}, {KEY: b"no picture at all"}])
def test_without_its_picture_a_figure_is_a_frame(view, qtbot, data):
    shown(view, data)
    with qtbot.assertNotEmitted(view.pictures.arrived, wait=0):
        view.viewport().repaint()
    assert view.shown_document() is not None


@pytest.mark.parametrize(
    ("picture", "most"),
    [
        (Picture(KEY, 300, 200), (300, 200)),
        (Picture(KEY, 9000, 3000), (0, 0)),
        (Picture(KEY, 100, 9000), (0, 0)),
    ],
)
def test_a_picture_takes_the_room_that_it_needs_and_the_column_has(view, picture, most):
    shown(view, {}, picture)
    size = view._styles.picture_size(picture)
    column = view._styles.column
    if most[0]:
        assert (size.width(), size.height()) == most
    assert size.width() <= column
    assert size.height() <= column * 1.4 + 1
    assert abs(size.width() / size.height() - picture.width / picture.height) < 0.2


def test_the_text_after_a_picture_can_be_gone_to(view, qtbot):
    maker = shown(view, {KEY: png("#c02040", 600, 700)}, Picture(KEY, 600, 700))
    after = maker.text.index("What the map")
    view.go_to(Span(after, after + 4), flash=False)
    assert view._line(after).top >= 0


def test_going_to_a_picture_shows_all_of_it(view, qtbot):
    maker = Maker()
    for number in range(40):
        maker.add(BlockKind.PARAGRAPH, f"Paragraph {number} of a text. " * 8)
    maker.add(BlockKind.FIGURE, "", alt="A map", picture=Picture(KEY, 300, 350))
    figure = len(maker.text)
    for number in range(40):
        maker.add(BlockKind.PARAGRAPH, f"Paragraph {number} after it. " * 8)
    view.show_document(maker.document(), 0)
    for place in (figure, 0, figure):
        view.go_to(Span(place, place), flash=False)
    line = view._line(figure)
    assert line.top >= 350
    assert line.top < view.viewport().height()


def test_a_picture_after_a_table_stands_below_it(view, qtbot):
    maker = Maker()
    maker.table([["District", "Taken"], ["North", "41"]])
    maker.add(BlockKind.FIGURE, "", alt="A map", picture=Picture(KEY, 300, 200))
    figure = len(maker.text)
    maker.add(BlockKind.PARAGRAPH, "What the map does not show.")
    view.pictures.fetch = lambda *_: png("#c02040")
    view.show_document(maker.document(), 0)
    last_row = view._line(maker.text.index("41"))
    assert view._line(figure).top - 200 >= last_row.top + last_row.height
    qtbot.waitUntil(lambda: has_colour(view, "#c02040"))


def test_decoded_pictures_are_kept_and_asked_for_once(qtbot, qapp):
    pictures = Pictures(qapp)
    asked: list[str] = []

    def fetch(_: str, key: str) -> bytes:
        asked.append(key)
        return png("#c02040")

    pictures.fetch = fetch
    with qtbot.waitSignal(pictures.arrived):
        assert pictures.image(KEY, QSize(150, 100), 2.0) is None
        assert pictures.image(KEY, QSize(150, 100), 2.0) is None
    image = pictures.image(KEY, QSize(150, 100), 2.0)
    assert image is not None
    assert (image.width(), image.height()) == (300, 200)
    assert asked == [KEY]
    pictures.deleteLater()
