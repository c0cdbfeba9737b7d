"""Which document of the library a file with notes means."""

from __future__ import annotations

from collections import defaultdict

from deskbrief.document.incoming import Work
from deskbrief.document.steps import Steps, finish
from deskbrief.library.awaited import name_for
from deskbrief.library.library import Library

#: So many documents are read at once.
AT_ONCE = 100


class Matcher:
    """Tells which document of the library a file means; never guesses between two."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[Work, str] = {}
        self._stored, self._waiting = _Called(), _Called()
        self._prepared = False

    def prepare(self) -> Steps[None]:
        """Learn, in steps, what all documents are called; what is asked before learns it at once."""
        if not self._prepared:
            for some in self._library.described(AT_ONCE):
                for one in some:
                    self._stored.add(one.sha256, one.title, one.path, one.url)
                yield
            for late in self._library.awaited():
                self._waiting.add(late.document, late.title, late.file_name, late.url)
            self._prepared = True

    def document(self, work: Work, otherwise: str = "") -> str:
        """Return the hash of the document, or what stands for it; empty when that cannot be told.

        It may not be here. One of which only is told what it is called is the one here that is called so,
        else `otherwise`, else one that notes wait for.
        """
        if work not in self._known:
            self._known[work] = work.sha256 or self._by_name(work, otherwise)
        return self._known[work]

    def title(self, sha256: str) -> str:
        """Return title or file name of the document with this hash; empty for an unknown one."""
        finish(self.prepare())
        return self._stored.titles.get(sha256, "")

    def _by_name(self, work: Work, otherwise: str) -> str:
        finish(self.prepare())
        stored, waiting = self._stored.find(work), self._waiting.find(work)
        if len(stored) == 1:
            return stored.pop()
        if otherwise or stored or not any(names_told(work)):
            return otherwise
        return min(waiting, default=name_for(names_told(work)))


class _Called:
    """Documents by what they are called, and by their addresses."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._addresses: dict[str, set[str]] = defaultdict(set)

    def add(self, sha256: str, title: str, path: str, url: str) -> None:
        self.titles.setdefault(sha256, title or _file_name(path))
        for name in names_of(title, path):
            self._names[name].add(sha256)
        if url:
            self._addresses[_address(url)].add(sha256)

    def find(self, work: Work) -> set[str]:
        """Return the hashes of those with the address of `work`, if one alone has, else with its name."""
        there = self._addresses.get(_address(work.url), set()) if work.url else set()
        if len(there) == 1:
            return {*there}
        named = (self._names.get(name, set()) for name in names_of(work.title, work.file_name))
        return set().union(*named) or {*there}


def names_told(work: Work) -> tuple[str, ...]:
    """Return what a file calls a document, by which one that has no hash is told from others."""
    return work.url, work.title, work.file_name


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses, if there are two, are of the same page."""
    return bool(one) and _address(one) == _address(other)


def names_of(title: str, path: str) -> frozenset[str]:
    """Return what a document may be called: its title, and its file with and without ending."""
    name = _file_name(path)
    found = (" ".join(one.split()).casefold() for one in (title, name, name.rpartition(".")[0]))
    return frozenset(one for one in found if one)


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _address(url: str) -> str:
    return url.partition("#")[0].removeprefix("https://").removeprefix("http://").rstrip("/")
