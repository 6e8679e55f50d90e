"""Named tuples out of JSON: the read path's counterpart of `careercli.files.guide_schema`."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, cast, get_args, get_origin

Shape = TypeVar("Shape")


def build(shape: type[Shape], data: Any) -> Shape:
    """A named tuple, or a tuple of them, from JSON that was checked when it was stored.

    Trusts the data: a store holds only what was validated when it was written.
    """
    builder: Callable[[Any], Any] = _builder(shape)  # type: ignore[arg-type]  # hashable
    return cast("Shape", builder(data))


@cache
def _builder(hint: Any) -> Callable[[Any], Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin is tuple:
        build_part = _builder(args[0])
        return tuple if build_part is _same else lambda parts: tuple(map(build_part, parts))
    if origin is dict:
        build_part = _builder(args[1])
        return _same if build_part is _same else lambda d: {key: build_part(d[key]) for key in d}
    if origin in (Annotated, Literal):
        return _same
    if args:  # X | None
        build_part = _builder(args[0])
        if build_part is _same:
            return _same
        return lambda part: None if part is None else build_part(part)
    if not hasattr(hint, "_fields"):
        return _same
    builders = ((name, _builder(kind)) for name, kind in hint.__annotations__.items())
    nested = [(name, build_part) for name, build_part in builders if build_part is not _same]

    def built(data: Any) -> Any:
        parts = {name: build_part(data[name]) for name, build_part in nested if name in data}
        return hint(**data | parts) if parts else hint(**data)

    return built


def _same(value: Any) -> Any:
    return value


def to_json_data(value: Any) -> Any:
    """The JSON form of a named tuple: parts that are absent are left out."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, dict):
        return {
            key: part if type(part) in _PLAIN else to_json_data(part) for key, part in value.items()
        }
    if not hasattr(value, "_fields"):
        return [to_json_data(part) for part in value]
    absent = value._field_defaults
    return {
        name: part if type(part) in _PLAIN else to_json_data(part)
        for name, part in zip(value._fields, value, strict=True)
        if name not in absent or part != absent[name]
    }


_PLAIN = frozenset({str, int, bool, type(None)})
"""Types whose values are in JSON what they are here."""
