"""Hostile PDFs, written by hand: damaged, endless, huge, and with things to be run."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import partial

from scripts.hostile_base import SENTENCE, Hostile, Sizes, fixed

_SHOWN = f"BT /F 12 Tf 72 700 Td ({SENTENCE}) Tj ET"
_ACTIONS = (
    "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);while\\(1\\){})>>"
    "/AA<</WC<</S/Launch/F(/bin/sh)>>>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(while\\(1\\){})>>]>>>>"
)
_LOOP = "<</Title(a)/Next 8 0 R/Prev 8 0 R/First 8 0 R/Last 8 0 R/Parent 8 0 R/Count 9>>"
_LABELS = "/PageLabels<</Nums[0<</S/r/St 2147483647>>]>>"


def pdf_of(
    *,
    content: str | bytes = _SHOWN,
    stream: str = "",
    root: str = "2 0 R",
    page: str = "",
    extra: str = "",
    more: Mapping[int, str | bytes] | None = None,
) -> bytes:
    """Return a PDF of one page; `extra` goes into the catalog, `page` and `stream` into theirs."""
    data = content.encode("latin-1") if isinstance(content, str) else content
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects: dict[int, str | bytes] = {
        1: f"<</Type/Catalog/Pages {root}{extra}>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R{page}"
        "/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>>>",
        4: font,
        5: b"<<%s/Length %d>>stream\n%s\nendstream" % (stream.encode(), len(data), data),
        **(more or {}),
    }
    return _written(objects)


def _written(objects: Mapping[int, str | bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, held in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held.encode("latin-1") if isinstance(held, str) else held)
    count, start = max(objects) + 1, len(out)
    rows = (b"%010d 00000 %s \n" % (places.get(n, 0), b"n" if n in places else b"f") for n in range(count))
    out += b"xref\n0 %d\n%s" % (count, b"".join(rows))
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, start))


def _form(content: str) -> str:
    resources = "/Resources<</XObject<</X 6 0 R/Y 7 0 R>>/Font<</F 4 0 R>>>>"
    head = f"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]{resources}/Length {len(content)}>>"
    return f"{head}stream\n{content}\nendstream"


def files(sizes: Sizes) -> Iterator[Hostile]:
    """Yield the hostile PDFs."""
    yield from _damaged()
    yield from _endless(sizes)
    yield from _huge(sizes)
    yield from _tagged()
    yield Hostile("actions.pdf", "JavaScript and programs to run", partial(pdf_of, extra=_ACTIONS))
    yield Hostile("labels.pdf", "page labels beyond all numbers", partial(pdf_of, extra=_LABELS))


def _damaged() -> Iterator[Hostile]:
    whole = pdf_of()
    before = whole.rpartition(b"startxref\n")[0]
    own = b"/Prev %d/Root" % whole.rfind(b"xref\n0")
    lock = b"/Encrypt<</Filter/Nobody/V 9/R 9/O()/U()/P -1>>/Root"
    yield fixed("truncated.pdf", "half a file", whole[: len(whole) // 2])
    yield fixed("head.pdf", "only the first line", whole[:9])
    yield fixed("xref.pdf", "wrong places of all objects", whole.replace(b"00000 n", b"77777 n"))
    yield fixed("prev.pdf", "table that continues with itself", whole.replace(b"/Root", own))
    yield fixed("locked.pdf", "unknown encryption", whole.replace(b"/Root", lock))
    for name, start in (("far", b"99999999999"), ("negative", b"-1"), ("self", b"0")):
        changed = before + b"startxref\n" + start + b"\n%%EOF"
        yield fixed(f"startxref-{name}.pdf", f"table of objects at {start.decode()}", changed)
    for name, length in (("negative", b"-5"), ("huge", b"99999999999"), ("self", b"5 0 R")):
        changed = whole.replace(b"/Length %d" % len(_SHOWN), b"/Length " + length)
        yield fixed(f"length-{name}.pdf", f"stream of length {length.decode()}", changed)


def _endless(sizes: Sizes) -> Iterator[Hostile]:
    cycle = {2: "<</Type/Pages/Kids[2 0 R 3 0 R]/Parent 2 0 R/Count 5>>"}
    yield Hostile("tree.pdf", "page tree that holds itself", partial(pdf_of, more=cycle))
    more = {7: "<</First 8 0 R/Last 8 0 R/Count 9>>", 8: _LOOP}
    yield Hostile(
        "bookmarks.pdf",
        "bookmarks that follow themselves",
        partial(pdf_of, extra="/Outlines 7 0 R", more=more),
    )
    chain = {n: f"<</Title(b)/Next {n + 1} 0 R/Parent 7 0 R>>" for n in range(9, sizes.count)}
    long = {7: "<</First 9 0 R/Count 9>>", **chain}
    yield Hostile(
        "many-bookmarks.pdf", "very many bookmarks", partial(pdf_of, extra="/Outlines 7 0 R", more=long)
    )
    own = {6: _form("/X Do /X Do")}
    yield Hostile("form.pdf", "form that draws itself", partial(pdf_of, content=f"{_SHOWN} /X Do", more=own))
    forms = {6: _form("/Y Do"), **{n: _calling(n) for n in range(7, 16)}, 16: _form(_SHOWN)}
    yield Hostile("forms.pdf", "a billion forms", partial(pdf_of, content=f"{_SHOWN} /X Do", more=forms))


def _tagged() -> Iterator[Hostile]:
    """Yield files whose structure trees hold themselves, or are deep or wide beyond use."""
    mark = "/Marked true"
    catalog = f"/MarkInfo<<{mark}>>/StructTreeRoot 7 0 R"
    page, content = "/StructParents 0", f"/P <</MCID 0>> BDC {_SHOWN} EMC"
    tree = "<</Type/StructTreeRoot/K 8 0 R/ParentTree<</Nums[0[8 0 R]]>>>>"
    element = "<</Type/StructElem/S/P/P 7 0 R/Pg 3 0 R/K[0 {}]>>"
    deep = {n: f"<</S/Div/P {n - 1} 0 R/Pg 3 0 R/K[0 {n + 1} 0 R]>>" for n in range(8, 2_000)}
    owners = " ".join(f"{n} 0 R" for n in deep)
    trees: dict[str, dict[int, str | bytes]] = {
        "itself": {7: tree, 8: element.format("8 0 R 7 0 R")},
        "wide": {7: tree, 8: element.format("0 " * 200_000)},
        "deep": {7: f"<</K 8 0 R/ParentTree<</Nums[0[{owners}]]>>>>", **deep},
        "roles": {7: tree.replace("/K 8", "/RoleMap<</P/Q/Q/P>>/K 8"), 8: element.format("")},
    }
    for name, more in trees.items():
        made = partial(pdf_of, content=content, page=page, extra=catalog, more=more)
        yield Hostile(f"tags-{name}.pdf", f"structure tree: {name}", made)


def _calling(number: int) -> str:
    """Return a form that draws the next one ten times."""
    return _form("/Z Do " * 10).replace("/Y 7 0 R", f"/Y 7 0 R/Z {number + 1} 0 R")


def _huge(sizes: Sizes) -> Iterator[Hostile]:
    claimed = {2: "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"}
    yield Hostile("count.pdf", "claims two billion pages", partial(pdf_of, more=claimed))
    kids = {2: f"<</Type/Pages/Kids[{'3 0 R ' * sizes.count}]/Count {sizes.count}>>"}
    yield Hostile("pages.pdf", "one page very many times", partial(pdf_of, more=kids))
    for name, box in (("large", "0 0 1e30 1e30"), ("none", "0 0 0 0"), ("odd", "9 9 -9 nan")):
        changed = partial(pdf_of, page=f"/MediaBox[{box}]/UserUnit 1e9/Rotate 45")
        yield Hostile(f"box-{name}.pdf", f"page of {box}", changed)
    yield Hostile("flate.pdf", "stream that unpacks to very much", partial(_bomb, b"0 0 m ", sizes.bomb, 1))
    yield Hostile("flates.pdf", "stream packed five times", partial(_bomb, b"0 0 m ", sizes.bomb, 5))
    yield Hostile(
        "letters.pdf",
        "page of very many letters",
        partial(_bomb, b"BT /F 1 Tf 9 9 Td (wells and towns) Tj ET ", sizes.bomb // 16, 1),
    )
    yield Hostile("scattered.pdf", "letters all over the page", partial(_scattered, sizes.count))


def _bomb(piece: bytes, size: int, times: int) -> bytes:
    data = _SHOWN.encode() + b" " + piece * (size // len(piece))
    for _ in range(times):
        data = zlib.compress(data, 9)
    return pdf_of(content=data, stream=f"/Filter[{'/FlateDecode' * times}]")


def _scattered(count: int) -> bytes:
    """Return a page of single letters at places without any order."""
    places = ((n * 7919 % 600, n * 104729 % 780, 1 + n % 30) for n in range(count))
    return pdf_of(content="".join(f"BT /F {size} Tf {x} {y} Td (w) Tj ET " for x, y, size in places))
