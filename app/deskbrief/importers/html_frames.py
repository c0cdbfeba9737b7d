"""Pages inside a page: what its frames show is put in their places, as far as the file carries it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from deskbrief.importers.builder import Builder
from deskbrief.importers.decoding import decode
from deskbrief.importers.html_inline import is_hidden, is_speck
from deskbrief.importers.html_pictures import LONGEST_ADDRESS, Carried, names_of
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_tree import DEEPEST as DEEPEST_TREE
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk

#: The most frames that are filled, how deeply they may be nested, and the most characters of all their pages.
MOST_FRAMES, DEEPEST, LARGEST_TOTAL = 60, 4, 2_000_000
#: How many absent frames a remark names.
MOST_NAMED = 3

#: The reason under which pages are counted that the file holds and no frame shows.
SPARE = "other pages in the file"
#: The beginning of a part that is a page whatever it looks like: its text is UTF-8.
MARK = b"\xef\xbb\xbf"
#: What a page in a frame says about itself, and what it runs.
_NO_TEXT = ("script", "style", "meta", "link", "title", "base")
_KEPT = ("class", "id", "style", "hidden", "aria-hidden")
#: Where frames of other places stand that nobody misses.
_MISSED = frozenset({"outside the article", "picture captions"})


@dataclass(slots=True)
class Frames:
    """What came of the frames of a page: those beyond the limits, those that the file lacks, pages to spare.

    `written` is the mark-up of the pages that were put in; `bare` tells that a page of frames shows none.
    """

    written: list[str] = field(default_factory=list)
    beyond: int = 0
    absent: list[str] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)
    bare: bool = False

    def tell(self, builder: Builder) -> None:
        """Note in `builder` what of the frames is not shown."""
        if self.beyond:
            what = "One page" if self.beyond == 1 else f"{self.beyond:,} pages"
            verb = "is" if self.beyond == 1 else "are"
            builder.lose(f"{what} inside this page {verb} not read: too many, or nested too deeply.")
        names = list(dict.fromkeys(self.absent))
        if names:
            more = " …" if len(names) > MOST_NAMED else ""
            what = "One frame is" if len(self.absent) == 1 else f"{len(self.absent):,} frames are"
            told = f"{what} not in the file: {', '.join(names[:MOST_NAMED])}{more}."
            (builder.lose if self.bare else builder.remark)(told)
        builder.leave_out(SPARE, "\n".join(self.spare))


def fill_frames(
    root: HtmlElement,
    carried: Carried,
    parts: Mapping[str, bytes],
    base: str = "",
    most: int = MOST_FRAMES,
) -> Frames:
    """Put the pages that frames under `root` show in their places, and return what came of them.

    A page may stand in the frame itself or be one of the `parts` of the file by its address. No more than
    `most` are put in.
    """
    filler = _Filler(carried, parts, most)
    todo = [(frame, base, 1) for frame in _frames(root)]
    for frame, address, depth in todo:
        todo += [(inner, name, depth + 1) for inner, name in filler.fill(frame, address, depth)]
    _open_sets(root, filler)
    filler.look_at_spare()
    return filler.frames


class _Filler:
    """Fills one frame after the other, within the limits."""

    def __init__(self, carried: Carried, parts: Mapping[str, bytes], most: int) -> None:
        self.frames = Frames()
        self._most = most
        self._carried = carried
        self._parts = parts
        self._regions = Regions()
        self._used: set[str] = set()
        self._named: dict[tuple[str, str], str] = {}
        self._spent = 0

    def fill(self, frame: HtmlElement, base: str, depth: int) -> Iterator[tuple[HtmlElement, str]]:
        """Put a page in the place of `frame`; yield the frames in that page, with its address."""
        name = self._name_of(frame, base)
        written = frame.get("srcdoc", "").strip()
        if not written and not name:
            self._miss(frame)
            return
        page, start = None, base if written else name
        text = written
        if len(self.frames.written) < self._most and depth <= DEEPEST and self._spent <= LARGEST_TOTAL:
            text = written or decode(self._parts[name], declared=True).text
            self._spent += len(text)
            page, start = self._parsed(text, start)
        if page is None or self._spent > LARGEST_TOTAL or _height(page) + _depth(frame) > DEEPEST_TREE:
            self.frames.beyond += 1
            # There may be tens of thousands of them, and all that follows would look at each.
            frame.drop_tree()
            return
        # What stands in a frame of no size is hidden, though no word there says so.
        self.frames.written.append(f"{text} hidden" if is_speck(frame) else text)
        inside = _frames(page)
        _put(frame, page)
        yield from ((inner, start) for inner in inside)

    def _name_of(self, frame: HtmlElement, base: str) -> str:
        """Return which of the parts is the page that `frame` names; empty when none is."""
        address = frame.get("src", "").strip()
        if (address, base) not in self._named:
            names = names_of(address, base) if address else ()
            name = next((name for name in names if name in self._parts), "")
            self._named[address, base] = name if name and is_page(self._parts[name]) else ""
        name = self._named[address, base]
        self._used.update([name] if name else [])
        return name

    def _parsed(self, text: str, address: str) -> tuple[HtmlElement, str]:
        """Return the body of a page, and what its addresses start from; those of links are whole ones."""
        root = parse_page(self._carried.without(text))
        told = next((found.get("href", "") for found in root.iter("base")), "") or address
        if told.startswith(("http://", "https://")):
            _make_whole(root, told)
        etree.strip_elements(root, *_NO_TEXT, with_tail=False)
        return next((child for child in root if child.tag in ("body", "frameset")), root), told

    def _miss(self, frame: HtmlElement) -> None:
        """Note a frame that the file lacks, unless nobody would see it or miss it."""
        address = frame.get("src", "").strip()
        if not address or address.lower().startswith(("about:", "javascript:", "data:", "blob:")):
            return
        unseen = is_hidden(frame) or is_speck(frame) or any(map(is_hidden, frame.iterancestors()))
        if frame.tag == "frame" or not (unseen or self._regions.reason(frame) not in _MISSED):
            self.frames.absent.append(_place_of(address))

    def look_at_spare(self) -> None:
        """Note the words of the pages in the file that no frame has shown."""
        used = {id(self._parts[name]) for name in self._used}
        spare = {id(data): data for data in self._parts.values() if id(data) not in used and is_page(data)}
        for number, data in enumerate(spare.values()):
            within = number < self._most and self._spent <= LARGEST_TOTAL
            text = decode(data, declared=True).text if within else ""
            self._spent += len(text)
            if not text or self._spent > LARGEST_TOTAL:
                self.frames.beyond += 1
                continue
            words = " ".join(draft.text for draft in walk(parse_page(self._carried.without(text))))
            self.frames.spare += [words] if words else []


def is_page(data: bytes) -> bool:
    """Tell whether a part of a file is a page."""
    head = data[:1024].lstrip().lower()
    return data.startswith(MARK) or (
        head.startswith(b"<") and (b"<html" in head or b"<!doctype html" in head)
    )


def _frames(root: HtmlElement) -> list[HtmlElement]:
    return list(root.iter("iframe", "frame"))


def _put(frame: HtmlElement, page: HtmlElement) -> None:
    """Make a division of `frame` that holds what is in `page`; what its title says goes with its class."""
    named = " ".join(filter(None, (frame.get("class"), frame.get("title"), frame.get("name"))))
    held = {name: frame.get(name, "") for name in _KEPT if name in frame.attrib}
    if is_speck(frame):
        held["hidden"] = ""
    frame.attrib.clear()
    frame.attrib.update({**held, **({"class": named} if named else {})})
    frame.tag, frame.text = "div", page.text if page.tag == "body" else ""
    for child in [*frame]:
        frame.remove(child)
    frame.extend([*page] if page.tag == "body" else [page])


def _make_whole(root: HtmlElement, base: str) -> None:
    """Make whole addresses of those of links and pictures under `root`, which start from `base`."""
    for element in root.iter("a", "img"):
        name = "href" if element.tag == "a" else "src"
        written = element.get(name, "").strip()
        if written and len(written) <= LONGEST_ADDRESS and not written.startswith(("#", "data:", "cid:")):
            try:
                element.set(name, urljoin(base, written))
            except ValueError:
                continue


def _open_sets(root: HtmlElement, filler: _Filler) -> None:
    """Make divisions of the sets of frames, and of what stands there instead where no frame is filled."""
    sets = list(root.iter("frameset"))
    for element in sets:
        outer = element.getparent() is root and next(root.iter("body"), None) is None
        element.tag = "body" if outer else "div"
    filler.frames.bare = bool(sets) and not filler.frames.written
    for element in list(root.iter("noframes")) if filler.frames.bare else ():
        inner = parse_page(element.text or "")
        element.tag, element.text = "div", ""
        element.extend([*inner])


def _place_of(address: str) -> str:
    """Return the site or the file that `address` leads to."""
    if address.lower().startswith("cid:"):
        return "a page without a name"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "an address that is none"
    return (parts.netloc or parts.path.rpartition("/")[2] or "a page without a name")[:60]


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _height(root: HtmlElement) -> int:
    """Return how deep the deepest element under `root` stands."""
    depth = highest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        highest = max(highest, depth)
    return highest
