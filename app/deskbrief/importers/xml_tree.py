"""XML parts of documents as trees: no entities or document types, nothing fetched, nothing too deep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

#: lxml's elements, under the one name that the importers use.
Element = etree._Element  # noqa: SLF001 - the class has no other name


@dataclass(frozen=True, slots=True)
class Tree:
    """The root of a part, or None when it is no XML; `whole` tells whether it was read to its end."""

    root: Element | None
    whole: bool = True


def parse_xml(data: bytes) -> Tree:
    """Return the tree of an XML part; of a damaged one what stands before the damage."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Tree(None, whole=False)
    fatal = any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)
    return Tree(root, whole=root is not None and not fatal)


def local(element: Element) -> str:
    """Return the name of `element` without its namespace; an empty string for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def named(root: Element | None, *names: str) -> Iterator[Element]:
    """Yield the elements under `root` that have one of `names`, in whatever namespace."""
    if root is not None:
        yield from root.iter(*(f"{{*}}{name}" for name in names))


def holds(root: Element, *names: str) -> bool:
    """Tell whether an element under `root` has one of `names`."""
    return next(named(root, *names), None) is not None


def first(root: Element | None, *names: str) -> Element | None:
    """Return the first element under `root` that has one of `names`."""
    return next(named(root, *names), None)


def child_of(root: Element | None, name: str) -> Element | None:
    """Return the first child of `root` that has `name`."""
    return next(root.iterchildren(f"{{*}}{name}"), None) if root is not None else None


def text_in(element: Element | None) -> str:
    """Return all text under `element` as one line; nothing for an entity, which is no element."""
    if element is None or not isinstance(element.tag, str):
        return ""
    return " ".join("".join(str(text) for text in element.itertext()).split())


def attribute(element: Element, name: str) -> str:
    """Return the attribute `name` of `element` in whatever namespace, or an empty string."""
    plain = element.get(name)
    if plain is not None:
        return plain
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


def value_of(root: Element | None, name: str) -> str:
    """Return the attribute "val" of the first child of `root` that has `name`, or an empty string."""
    said = child_of(root, name)
    return attribute(said, "val") if said is not None else ""
