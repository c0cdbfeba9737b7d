"""Which document of the library a file with notes means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from deskbrief.document.incoming import Work
from deskbrief.library.awaited import name_for
from deskbrief.library.library import Library

#: Hash, names and address of a document.
_Listed = tuple[str, frozenset[str], str]


class Matcher:
    """Tells which document of the library a file means; never guesses between two."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[Work, str] = {}

    def document(self, work: Work, otherwise: str = "") -> str:
        """Return the hash of the document, or what stands for it; empty when that cannot be told.

        It may not be here. One of which only is told what it is called is the one here that is called so,
        else `otherwise`, else one that notes wait for.
        """
        if work not in self._known:
            self._known[work] = work.sha256 or self._by_name(work, otherwise)
        return self._known[work]

    def _by_name(self, work: Work, otherwise: str) -> str:
        stored, waiting = (_called(listed, work) for listed in (self._stored, self._waiting))
        if len(stored) == 1:
            return stored.pop()
        if otherwise or stored or not any(names_told(work)):
            return otherwise
        return min(waiting, default=name_for(names_told(work)))

    @cached_property
    def _stored(self) -> list[_Listed]:
        return [(one.sha256, names_of(one.title, one.path), one.url) for one in self._library.described()]

    @cached_property
    def _waiting(self) -> list[_Listed]:
        every = self._library.awaited()
        return [(one.document, names_of(one.title, one.file_name), one.url) for one in every]


def _called(listed: Sequence[_Listed], work: Work) -> set[str]:
    """Return the hashes of the documents that have the address of `work`, if one alone has, else its name."""
    there = {sha256 for sha256, _, url in listed if same_address(url, work.url)}
    if len(there) == 1:
        return there
    return {sha256 for sha256, names, _ in listed if names & names_of(work.title, work.file_name)} or there


def names_told(work: Work) -> tuple[str, ...]:
    """Return what a file calls a document, by which one that has no hash is told from others."""
    return work.url, work.title, work.file_name


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses, if there are two, are of the same page."""
    return bool(one) and _address(one) == _address(other)


def names_of(title: str, path: str) -> frozenset[str]:
    """Return what a document may be called: its title, and its file with and without ending."""
    name = path.replace("\\", "/").rpartition("/")[2]
    found = (" ".join(one.split()).casefold() for one in (title, name, name.rpartition(".")[0]))
    return frozenset(one for one in found if one)


def _address(url: str) -> str:
    return url.partition("#")[0].removeprefix("https://").removeprefix("http://").rstrip("/")
