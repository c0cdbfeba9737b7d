"""Keeps what Python compiles anew at every start: the methods of value classes, and PySide6's own sources.

Python keeps the compiled form of a module's file beside it, but not that of code which is made while the
program runs. `dataclasses` writes the methods of each class as text and compiles it, and PySide6 compiles
120 kB of Python that it carries in an archive: together a sixth of a start.
"""

from __future__ import annotations

import builtins
import importlib
import marshal
import os
import sys
from pathlib import Path
from types import CodeType
from typing import Any

#: The sources that PySide6 carries with it have names that begin so.
CARRIED = "shibokensupport"
#: That one of them which writes stub files: nothing in a running program calls it.
UNUSED = "/pyi_generator.py"
#: The name that Python gives to a text which comes from no file.
WRITTEN = "<string>"
#: More than this is kept only after the program itself was changed; then it is begun anew.
MOST = 2000

Key = tuple[str, str]


def kept_path() -> Path:
    """Return where the code is kept: with the compiled form of the modules, for this very Python."""
    name = f"start.{sys.implementation.cache_tag}-{sys.hexversion:x}.kept"
    return Path(__file__).parent / "__pycache__" / name


class KeptCode:
    """Compiled code by the text it was made of. The whole text is the key, so what is kept is never stale.

    As with the compiled form of modules, whoever may write into the program's folder decides what it runs.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _read(path)
        self._fresh: dict[Key, CodeType] = {}
        self._compile = builtins.compile

    def begin(self) -> None:
        """From now on use what is kept."""
        import dataclasses

        builtins.compile = self._compile_carried
        # Methods of value classes are made by `exec`; a name of their module goes before the built-in one.
        vars(dataclasses)["exec"] = self._run

    def end(self) -> None:
        """Compile everything again, and let go of what was kept unless it is to be written with more."""
        import dataclasses

        builtins.compile = self._compile
        vars(dataclasses).pop("exec", None)
        if not self._fresh:
            self._kept = {}

    def write(self) -> None:
        """Keep for the next start what had to be compiled in this one, if the folder takes it."""
        if sys.dont_write_bytecode or not self._fresh:
            return
        whole = {**self._kept, **self._fresh}
        draft = self._path.with_suffix(f".{os.getpid()}")
        try:
            with draft.open("xb") as file:
                marshal.dump(whole if len(whole) <= MOST else self._fresh, file)
            draft.replace(self._path)
        except OSError:
            return

    def _run(self, text: str, names: dict[str, Any], local: dict[str, Any] | None = None) -> None:
        exec(self._made_of(text, WRITTEN), names, local)  # noqa: S102 - what `dataclasses` does itself

    def _compile_carried(self, source: Any, filename: Any, mode: str, *rest: Any, **more: Any) -> Any:
        if rest or more or not str(filename).startswith(CARRIED):
            return self._compile(source, filename, mode, *rest, **more)
        if str(filename).endswith(UNUSED):
            source = ""
        return self._made_of(source if isinstance(source, str) else bytes(source).decode(), str(filename))

    def _made_of(self, text: str, filename: str) -> CodeType:
        key = (text, filename)
        code = self._kept.get(key)
        if code is None:
            code = self._fresh[key] = self._compile(text, filename, "exec", dont_inherit=True)
        return code


def _read(path: Path) -> dict[Key, CodeType]:
    """Return what is kept; nothing when there is none, or it is damaged."""
    try:
        # `marshal.load` would ask the file for each byte, which takes five times as long.
        kept = marshal.loads(path.read_bytes())  # noqa: S302 - as trustworthy as the modules beside it
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def main() -> None:
    """Keep the code of everything that a start imports, so that the first one is as quick as the next."""
    kept = KeptCode(kept_path())
    kept.begin()
    for module in ("deskbrief.ui.app", "deskbrief.ui.program"):
        importlib.import_module(module)
    kept.end()
    kept.write()


if __name__ == "__main__":
    main()
