"""The standard library's `dataclass`, but each class gets its methods when they are first needed.

The standard decorator writes the methods of a class as text and compiles them while the module is imported.
For the hundred classes that a window needs at its start this took a sixth of the start. Here the standard
decorator only finds the fields and makes the slots; comparing, hashing and showing are done by functions that
fit every class, and `__init__`, which has to be fast, is written and compiled for the first instance.
`field`, `fields` and `replace` of the standard library work as ever, and type checkers see its `dataclass`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from operator import attrgetter

    #: Stands for an argument that was not given and whose value a factory makes.
    _MADE = object()

    def dataclass(
        cls: type | None = None,
        /,
        *,
        frozen: bool = False,
        slots: bool = False,
        kw_only: bool = False,
        eq: bool = True,
    ) -> type | Callable[[type], type]:
        """Make `cls` a class of values; each parameter means what it means in the standard library."""

        def make(plain: type) -> type:
            own = frozenset(vars(plain))
            bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
            made = bare(plain)
            methods = {"__init__": _first_init(made, frozen=frozen), "__repr__": _repr}
            if frozen:
                methods |= _UNCHANGING
            if eq:
                methods |= _comparing(made, hashable=frozen)
            for name, method in methods.items():
                if name not in own:
                    setattr(made, name, method)
            return made

        return make if cls is None else make(cls)

    def _first_init(cls: type, *, frozen: bool) -> Callable[..., None]:
        """Return an `__init__` that puts the real one in its place and calls it."""

        def init(self: object, *args: object, **named: object) -> None:
            if vars(cls)["__init__"] is init:
                cls.__init__ = _written_init(cls, frozen=frozen)
            cls.__init__(self, *args, **named)

        return init

    def _written_init(cls: type, *, frozen: bool) -> Callable[..., None]:
        """Return an `__init__` with a parameter for each field, compiled from its text."""
        names = {"_MADE": _MADE, "_set": object.__setattr__}
        given, named, lines = ["self"], [], []
        for item in dataclasses.fields(cls):
            parameter = value = item.name
            if item.default_factory is not dataclasses.MISSING:
                names[f"_make_{item.name}"] = item.default_factory
                parameter += "=_MADE"
                value = f"_make_{item.name}() if {item.name} is _MADE else {item.name}"
            elif item.default is not dataclasses.MISSING:
                names[f"_default_{item.name}"] = item.default
                parameter += f"=_default_{item.name}"
            (named if item.kw_only else given).append(parameter)
            lines.append(f" _set(self, {item.name!r}, {value})" if frozen else f" self.{item.name} = {value}")
        if named:
            given += ["*", *named]
        exec(f"def __init__({', '.join(given)}):\n" + ("\n".join(lines) or " pass"), names)  # noqa: S102
        names["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
        return names["__init__"]

    def _comparing(cls: type, *, hashable: bool) -> dict[str, Callable[..., object] | None]:
        values = _values(cls)

        def equal(self: object, other: object) -> object:
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self: object) -> int:
            return hash(values(self))

        return {"__eq__": equal, "__hash__": hashed if hashable else None}

    def _values(cls: type) -> Callable[[object], object]:
        """Return what takes those values out of an instance by which it is compared."""
        names = [item.name for item in dataclasses.fields(cls) if item.compare]
        return attrgetter(*names) if names else lambda _: ()

    def _repr(self: object) -> str:
        shown = (item.name for item in dataclasses.fields(self) if item.repr)
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def _refuse(_: object, name: str, *__: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")

    def _state(self: object) -> list[object]:
        return [getattr(self, item.name) for item in dataclasses.fields(self)]

    def _set_state(self: object, state: list[object]) -> None:
        for item, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, item.name, value)

    _UNCHANGING = {
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _set_state,
    }
