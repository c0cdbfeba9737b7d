"""The standard library's `dataclass`, but each class gets what it needs when it is first needed.

The standard decorator describes every field and writes the methods of a class as text, which it compiles
while the module is imported. For the hundred classes that a window needs at its start this took a sixth of
the start. Here a class only gets its slots. Comparing, hashing and showing are done by functions that fit
every class. The first instances are filled field by field; an `__init__` is written and compiled for a class
of which there are more. `field`, `fields` and `replace` of the standard library work as ever: the fields are
described in its way once somebody asks. Type checkers see its `dataclass`. What nothing here uses (`InitVar`,
`KW_ONLY`, `init=False`, `__post_init__`) is refused or not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass", "field_types"]


def field_types(cls: type) -> dict[str, object] | None:
    """Return the types of the fields of `cls` as they are written, by name; None when it was not made here.

    `fields` of the standard library tells more, and has all of it found out.
    """
    record = getattr(cls, "__record__", None)
    return None if record is None else record.types


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from operator import attrgetter

    #: Stands for a value that is not there: an argument that was not given, a default that there is none of.
    _NONE = dataclasses.MISSING
    #: So many instances are filled field by field. Each takes 3 µs, and to compile an `__init__` 130.
    _FEW = 24

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
            record = _Record(plain, frozen=frozen, kw_only=kw_only)
            methods = {"__init__": _first_init(record), "__repr__": _repr}
            if frozen:
                methods |= _UNCHANGING
            if eq:
                methods |= _comparing(record, hashable=frozen)
            methods |= {"__record__": record, "__match_args__": record.by_place, **_DESCRIBED}
            record.cls = _with_slots(plain, record, methods) if slots else _without(plain, record, methods)
            return record.cls

        return make if cls is None else make(cls)

    class _Record:
        """What a class of values is made of, from its text alone.

        `parameters` are those of its `__init__` by name: whether they stand by name only, the default, and
        what makes one.
        """

        __slots__ = ("by_place", "cls", "compared", "frozen", "kw_only")
        __slots__ += ("left", "own", "parameters", "types")

        def __init__(self, plain: type, *, frozen: bool, kw_only: bool) -> None:
            names = vars(plain)
            if "__post_init__" in names:
                raise TypeError("__post_init__ is not called")
            self.frozen, self.kw_only, self.left = frozen, kw_only, _FEW
            self.parameters: dict[str, tuple[bool, object, object]] = {}
            self.compared: dict[str, bool] = {}
            self.types: dict[str, object] = {}
            for base in reversed(plain.__mro__[1:]):
                if (above := vars(base).get("__record__")) is not None:
                    self.parameters |= above.parameters
                    self.compared |= above.compared
                    self.types |= above.types
            #: The fields of this class itself: type and default as they were written.
            self.own: dict[str, tuple[object, object]] = {}
            for name, kind in names.get("__annotations__", {}).items():
                if str(kind).startswith("ClassVar"):
                    continue
                value = names.get(name, _NONE)
                self.own[name] = kind, value
                self.types[name] = kind
                self._add(name, value)
            self.by_place = tuple(name for name, (named, *_) in self.parameters.items() if not named)

        def _add(self, name: str, value: object) -> None:
            default, factory, compared, named = value, _NONE, True, self.kw_only
            if isinstance(value, dataclasses.Field):
                default, factory, compared = value.default, value.default_factory, value.compare
                named = named if value.kw_only is _NONE else value.kw_only
                if not value.init:
                    raise TypeError(f"{name} cannot be left out of __init__")
            self.parameters[name] = named, default, factory
            self.compared[name] = compared

    def _with_slots(plain: type, record: _Record, methods: dict[str, object]) -> type:
        """Return the class again, with a slot for each field."""
        names = dict(vars(plain))
        for name in (*record.own, "__dict__", "__weakref__"):
            names.pop(name, None)
        above = {name for base in plain.__mro__[1:] for name in vars(base).get("__slots__", ())}
        names["__slots__"] = tuple(name for name in record.own if name not in above)
        # What the class defines itself stays.
        made = type(plain)(plain.__name__, plain.__bases__, {**methods, **names})
        made.__qualname__ = plain.__qualname__
        return made

    def _without(plain: type, record: _Record, methods: dict[str, object]) -> type:
        for name, method in methods.items():
            if name not in vars(plain):
                setattr(plain, name, method)
        for name, (_, value) in record.own.items():
            if isinstance(value, dataclasses.Field):
                delattr(plain, name)
                if value.default is not _NONE:
                    setattr(plain, name, value.default)
        return plain

    def _first_init(record: _Record) -> Callable[..., None]:
        """Return an `__init__` that fills the first instances, then puts a written one in its place."""

        def init(self: object, *args: object, **named: object) -> None:
            record.left -= 1
            if record.left > 0 and _fill(self, record, args, named):
                return
            cls = record.cls
            if vars(cls)["__init__"] is init:
                cls.__init__ = _written_init(record)
            # Wrong arguments are told of by the one that was written.
            cls.__init__(self, *args, **named)

        return init

    def _fill(self: object, record: _Record, args: tuple[object, ...], named: dict[str, object]) -> bool:
        """Set the fields; return False, with nothing settled, when the arguments are not right."""
        if len(args) > len(record.by_place):
            return False
        given = dict(zip(record.by_place, args, strict=False))
        if not given.keys().isdisjoint(named) or not named.keys() <= record.parameters.keys():
            return False
        given |= named
        for name, (_, default, factory) in record.parameters.items():
            if name in given:
                value = given[name]
            elif factory is not _NONE:
                value = factory()
            elif default is not _NONE:
                value = default
            else:
                return False
            object.__setattr__(self, name, value)
        return True

    def _written_init(record: _Record) -> Callable[..., None]:
        """Return an `__init__` with a parameter for each field, compiled from its text."""
        names = {"_NONE": _NONE, "_set": object.__setattr__}
        by_place, by_name, lines = ["self"], [], []
        for name, (named, default, factory) in record.parameters.items():
            parameter = value = name
            if factory is not _NONE:
                names[f"_make_{name}"] = factory
                parameter += "=_NONE"
                value = f"_make_{name}() if {name} is _NONE else {name}"
            elif default is not _NONE:
                names[f"_default_{name}"] = default
                parameter += f"=_default_{name}"
            (by_name if named else by_place).append(parameter)
            lines.append(f" _set(self, {name!r}, {value})" if record.frozen else f" self.{name} = {value}")
        if by_name:
            by_place += ["*", *by_name]
        exec(f"def __init__({', '.join(by_place)}):\n" + ("\n".join(lines) or " pass"), names)  # noqa: S102
        names["__init__"].__qualname__ = f"{record.cls.__qualname__}.__init__"
        return names["__init__"]

    def _comparing(record: _Record, *, hashable: bool) -> dict[str, Callable[..., object] | None]:
        values = None

        def found() -> Callable[[object], object]:
            nonlocal values
            names = [name for name, compared in record.compared.items() if compared]
            values = attrgetter(*names) if names else lambda _: ()
            return values

        def equal(self: object, other: object) -> object:
            if other.__class__ is not self.__class__:
                return NotImplemented
            of = values or found()
            return of(self) == of(other)

        def hashed(self: object) -> int:
            return hash((values or found())(self))

        return {"__eq__": equal, "__hash__": hashed if hashable else None}

    class _Described:
        """Describes the fields of a class in the way of the standard library, when somebody asks for them."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __get__(self, _: object, owner: type) -> object:
            cls = next(cls for cls in owner.__mro__ if vars(cls).get(self._name) is self)
            record = vars(cls)["__record__"]
            kinds = {name: kind for name, (kind, _) in record.own.items()}
            given = {name: value for name, (_, value) in record.own.items() if value is not _NONE}
            like = type(cls.__name__, (), {**given, "__annotations__": kinds, "__module__": cls.__module__})
            # The text spares a signature, which would be made for it.
            like.__doc__ = cls.__doc__ or cls.__name__
            describe = dataclasses.dataclass(
                init=False, repr=False, eq=False, frozen=record.frozen, kw_only=record.kw_only
            )
            like = describe(like)
            described: dict[str, dataclasses.Field[object]] = {}
            for base in reversed(cls.__mro__[1:]):
                described |= getattr(base, _FIELDS, {})
            setattr(cls, _FIELDS, described | getattr(like, _FIELDS))
            setattr(cls, _PARAMETERS, getattr(like, _PARAMETERS))
            return getattr(cls, self._name)

    def _repr(self: object) -> str:
        shown = (item.name for item in dataclasses.fields(self) if item.repr)
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def _refuse(_: object, name: str, *__: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")

    def _state(self: object) -> list[object]:
        return [getattr(self, name) for name in self.__record__.parameters]

    def _set_state(self: object, state: list[object]) -> None:
        for name, value in zip(self.__record__.parameters, state, strict=True):
            object.__setattr__(self, name, value)

    _FIELDS, _PARAMETERS = "__dataclass_fields__", "__dataclass_params__"
    _DESCRIBED = {name: _Described(name) for name in (_FIELDS, _PARAMETERS)}
    _UNCHANGING = {
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _set_state,
    }
