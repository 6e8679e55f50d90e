"""The check of guides and of the vocabulary: each file is checked here, once.

pydantic lives here and nowhere on the read path. The models are derived from the named
tuples of `careercli.model.basics`; what a single declaration cannot say (order, sums, references)
stands below as plain functions. All problems of a file are found in one go.
"""

import re
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import (  # noqa: TID253  # the one module that knows it
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    create_model,
)
from pydantic_core import PydanticCustomError

from careercli.errors import DataError, Problem
from careercli.files.guide_rules import guide_problems, key_path, shown, walk
from careercli.files.toml import read_toml
from careercli.model import role
from careercli.text import UNSAFE, collapse_spaces

GUIDE_SCHEMA = 1
_STYLE_WORD = (
    r"(?:b|i|u|s|bold|dim|italic|underline|blink|reverse|strike|conceal|overline|not|on|none"
    r"|(?:bright_)?(?:black|red|green|yellow|blue|magenta|cyan|white)|#[0-9a-f]{6}|link(?:=[^\s\[\]]+)?)"
)
RICH_MARKUP = re.compile(rf"\[/?{_STYLE_WORD}(?: {_STYLE_WORD})*\]|\[/\]", re.IGNORECASE)


def _plain(value: str) -> str:
    if found := re.search(UNSAFE, value):
        raise PydanticCustomError(
            "control",
            "must not hold control characters (here {char})",
            {"char": f"U+{ord(found.group()):04X}"},
        )
    return _without(RICH_MARKUP, value)


def _without(markup: re.Pattern[str], value: str) -> str:
    if found := markup.search(value):
        raise PydanticCustomError(
            "markup", "must be plain text, without markup (here {tag})", {"tag": found.group()}
        )
    return value


MAX_LINE = 600
"""Characters in one text of a portrait or a credential."""
MARKS = re.compile(r"[*_`<>\[\]{}]")


def _line(value: str) -> str:
    if len(value) > MAX_LINE:
        raise PydanticCustomError("long", "must have at most {most} characters", {"most": MAX_LINE})
    return _text(_without(MARKS, _plain(value)))


def _text(value: str) -> str:
    return _not_empty(collapse_spaces(_plain(value)))


def _prose(value: str) -> str:
    paragraphs = re.split(r"\n\s*\n", _plain(value).strip())
    return _not_empty("\n\n".join(collapse_spaces(paragraph) for paragraph in paragraphs))


def _not_empty(value: str) -> str:
    if not value:
        raise PydanticCustomError("empty", "must not be empty")
    return value


def _clock(value: str) -> str:
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise PydanticCustomError("clock", "must be a time of day such as 09:30")
    return value


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
RULES: dict[str, Any] = {
    "text": AfterValidator(_text),
    "prose": AfterValidator(_prose),
    "line": AfterValidator(_line),
    "slug": StringConstraints(pattern=SLUG, max_length=60),
    "soc": StringConstraints(pattern=r"^[0-9]{2}-[0-9]{4}$"),
    "onet": StringConstraints(pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$"),
    "cited": StringConstraints(
        pattern=r"^(ooh:[a-z0-9]+(-[a-z0-9]+)*|editorial|https?://[^\s<>\"'\\^`{|}]+)$"
    ),
    "clock": AfterValidator(_clock),
    "date": StringConstraints(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"),
    "url": StringConstraints(pattern=r"^https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f-\x9f]+$"),
    "count": Field(ge=0, le=100),
    "amount": Field(gt=0, le=10_000_000),
}

HINTS = {
    "extra_forbidden": "Remove it, or see `careercli guide schema` for the keys there are.",
    "missing": "Add it; `careercli guide schema` says what goes there.",
    "text": "Write it between quotes.",
    "a number": "Write a bare number, such as 65000: no quotes, commas or unit.",
    "control": "Retype the sentence; such characters often come along when pasting.",
    "markup": "Write the words alone; careercli decides how they look.",
    "empty": "Write something, or remove the key.",
    "clock": "Use 24 hours, two digits each, in quotes.",
    "slug": "Use small letters, digits and single hyphens, such as product-coordinator.",
    "soc": "SOC 2018 codes look like 13-1082.",
    "onet": "O*NET-SOC codes look like 39-5011.00.",
    "cited": "Write ooh:PAGE, an http(s) address, or editorial.",
    "long": "Say it in less.",
    "url": "Give a whole http(s) address, or leave it out.",
    "date": "Write 2025, 2025-05 or 2025-05-31, in quotes.",
}


@cache
def pydantic_model(shape: Any, *, leave_out: frozenset[str] = frozenset()) -> type[BaseModel]:
    """A strict pydantic model with the fields of a named tuple of `careercli.model.basics`."""
    hints = get_type_hints(shape, include_extras=True)
    told = cleandoc(shape.__doc__ or "")
    said = dict(re.findall(r"^(\w+): ((?:.|\n {4})+)$", told, re.MULTILINE))
    fields: dict[str, Any] = {}
    for name, hint in hints.items():
        if name in leave_out:
            continue
        default = shape._field_defaults.get(name, ...)
        description = collapse_spaces(said[name]) if name in said else None
        fields[name] = (_annotation(hint), Field(default, description=description))
    return create_model(
        shape.__name__,
        __config__=ConfigDict(strict=True, extra="forbid", allow_inf_nan=False),
        __doc__=collapse_spaces(told.split("\n\n")[0]),
        **fields,
    )


def _annotation(hint: Any) -> Any:
    """The same annotation with named tuples made models and rule names made rules."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[args[0], RULES[args[1]]]
    if origin is tuple:
        return list[_annotation(args[0])]  # type: ignore[misc]  # TOML has lists
    if origin is dict:
        return dict[_annotation(args[0]), _annotation(args[1])]  # type: ignore[misc]
    if origin is Literal or not args:
        return pydantic_model(hint) if hasattr(hint, "_fields") else hint
    return _annotation(args[0]) | None


@cache
def guide_model() -> type[BaseModel]:
    """The model of a guide file: a role without what compiling fills in, with `schema`."""
    base = pydantic_model(role.Role, leave_out=frozenset({"key", "name", "nearest", "occupation"}))
    return create_model(
        "Guide",
        __base__=base,
        __doc__="A careercli role guide.",
        schema_=(
            Annotated[Literal[1], BeforeValidator(_this_schema)],
            Field(alias="schema", description="version of this format"),
        ),
    )


def _this_schema(value: object) -> object:
    if type(value) is int and value > GUIDE_SCHEMA:
        raise PydanticCustomError(
            "newer", "is made for a newer careercli, which reads schema {value}", {"value": value}
        )
    return value


NAMES = {"soc": "SOC code", "onet": "O*NET-SOC code", "cited": "source"}
"""What a rule's name is called if it isn't a word."""


def guide_schema() -> dict[str, Any]:
    """JSON Schema of a guide file, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **guide_model().model_json_schema(by_alias=True),
    }


def validated(
    shape: type[BaseModel], tables: Any, *, what: str = "a guide"
) -> tuple[dict[str, Any], list[Problem]]:
    """The data of a file or a part of it as the model has them, and every problem found."""
    try:
        data = shape.model_validate(tables)
    except ValidationError as error:
        return {}, [_problem(dict(broken), what) for broken in error.errors(include_url=False)]
    return data.model_dump(by_alias=True, exclude_defaults=True), []


TYPES = {
    **dict.fromkeys(("string_type", "string_sub_type"), "text"),
    **dict.fromkeys(("float_type", "int_type", "float_parsing"), "a number"),
    **dict.fromkeys(("finite_number", "int_from_float"), "a number"),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "a table"),
    "list_type": "a list",
}
"""pydantic's kind of error -> what must be there."""
LIMITS = {
    "greater_than": "more than {gt:,}",
    "greater_than_equal": "at least {ge:,}",
    "less_than_equal": "at most {le:,}",
}


def _problem(error: dict[str, Any], what: str) -> Problem:
    """pydantic's error in our words: where, the rule, what was found, what to do."""
    kind, context, found = error["type"], error.get("ctx", {}), shown(error["input"])
    where = key_path(part for part in error["loc"] if part != "[key]")
    hint = HINTS.get(kind, "")
    if what != "a guide" and kind in {"missing", "extra_forbidden"}:
        hint = ""
    if kind == "missing":
        return Problem(where, "is missing", "", hint)
    if kind == "extra_forbidden":
        return Problem(where, f"is not a key that {what} has", found, hint)
    if kind == "literal_error":
        allowed = context["expected"].replace("'", "").replace(" or ", ", ")
        return Problem(where, f"must be one of {allowed}", found)
    if kind in TYPES:
        return Problem(where, f"must be {TYPES[kind]}", found, HINTS.get(TYPES[kind], ""))
    if kind == "string_pattern_mismatch":
        name = next(n for n, r in RULES.items() if getattr(r, "pattern", 0) == context["pattern"])
        return Problem(where, f"must be a {NAMES.get(name, name)}", found, HINTS[name])
    if kind in LIMITS:
        return Problem(where, f"must be {LIMITS[kind].format(**context)}", found)
    message = error["msg"]
    return Problem(where, message[:1].lower() + message[1:], found, hint)


WITHOUT_KIND = frozenset({"tiers", "certificates"})
"""Parts of a guide whose entries name a source, and are not figures."""


def _fill_kinds(guide: dict[str, Any]) -> None:
    """Writes each figure's kind out, taken from its source if it has none of its own."""
    for where, part in walk(guide):
        name = part.get("source") if isinstance(part, dict) else None
        if isinstance(name, str) and name in guide["sources"] and WITHOUT_KIND.isdisjoint(where):
            part.setdefault("kind", guide["sources"][name]["kind"])


class CheckedGuide(NamedTuple):
    """A guide file that passed the check, or why it didn't.

    guide: the data as they will be stored; empty if their shape is unsound
    """

    path: Path
    guide: dict[str, Any]
    problems: list[Problem]


def check_file(path: Path) -> CheckedGuide:
    """Reads and checks one guide file; finds all its problems."""
    try:
        guide, problems = validated(guide_model(), read_toml(path))
    except DataError as error:
        return CheckedGuide(path, {}, list(error.problems))
    if problems:
        return CheckedGuide(path, {}, problems)
    del guide["schema"]
    _fill_kinds(guide)
    return CheckedGuide(path, guide, list(guide_problems(guide)))
