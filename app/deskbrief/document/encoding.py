"""Values as plain JSON data and back, by the type hints of their fields.

Dataclasses become dictionaries by field name, with fields that hold their default left out.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from deskbrief.document.records import field_types
from deskbrief.document.tasks import Json

T = TypeVar("T")


def encode(value: object) -> Json:
    """Return `value` as plain JSON data, without an envelope."""
    if is_dataclass(value) and not isinstance(value, type):
        return _encode_fields(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


def decode(kind: type[T], data: Json) -> T:
    """Return the value of type `kind` that `data` stands for; unknown fields are ignored."""
    return cast("T", decoder(cast("Hashable", kind))(data))


def _encode_fields(value: Any) -> dict[str, Json]:
    data = {}
    for field in fields(value):
        item = getattr(value, field.name)
        if item != field.default:
            data[field.name] = encode(item)
    return data


@cache
def decoder(kind: Any) -> Callable[[Json], Any]:
    """Return the function that decodes `kind`: worked out once, since a book has ten thousand blocks."""
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        inner = decoder(next(arg for arg in get_args(kind) if arg is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        return _tuple_decoder(get_args(kind))
    if isinstance(kind, type) and (field_types(kind) is not None or is_dataclass(kind)):
        return _fieldsdecoder(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _same


def _same(data: Json) -> Json:
    return data


@cache
def hints(kind: Any) -> Mapping[str, Any]:
    """Return the types of the fields of `kind`; `typing.get_type_hints` takes four times as long for it."""
    names = vars(sys.modules[kind.__module__])
    plain = {name.__name__: name for name in (str, int, float, bool)}
    written = field_types(kind)
    if written is None:
        written = {field.name: field.type for field in fields(kind)}
    return {
        # What is evaluated stands in our own source.
        name: (plain.get(told) or eval(told, names)) if isinstance(told, str) else told  # noqa: S307
        for name, told in written.items()
    }


def _fieldsdecoder(kind: type) -> Callable[[Json], Any]:
    decoders = {name: decoder(hint) for name, hint in hints(kind).items()}
    plain = {name for name, decoder in decoders.items() if decoder is _same}

    def decode_fields(data: Json) -> Any:
        return kind(
            **{
                name: item if name in plain else decoders[name](item)
                for name, item in data.items()
                if name in decoders
            }
        )

    return decode_fields


def _tuple_decoder(args: tuple[Any, ...]) -> Callable[[Json], tuple[Any, ...]]:
    if len(args) == 2 and args[1] is Ellipsis:
        every = decoder(args[0])
        return lambda data: tuple(data) if every is _same else tuple(map(every, data))
    each = [decoder(arg) for arg in args]
    return lambda data: tuple(one(item) for one, item in zip(each, data, strict=True))
