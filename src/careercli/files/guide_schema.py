"""The door: everything that wants to be a guide or a vocabulary is checked here, once.

pydantic lives here and nowhere on the read path. The models are derived from the named
tuples of `careercli.model.basics`; what a single declaration cannot say (order, sums, references)
stands below as plain functions. All problems of a file are found in one go.
"""

import re
from collections.abc import Iterator
from functools import cache
from inspect import cleandoc
from itertools import pairwise
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
from careercli.files.toml import read_toml
from careercli.model import basics, role
from careercli.text import UNSAFE, collapse_spaces, escape_lines, excerpt

GUIDE_SCHEMA = 1
LEVEL_ORDER: tuple[basics.PayPoint, ...] = ("low", "entry", "mid", "senior", "lead", "high")
PERCENTILE_ORDER: tuple[basics.PayPoint, ...] = ("p10", "p25", "p50", "p75", "p90")
ON_BASIS: dict[str, frozenset[str]] = {
    "levels": frozenset({*LEVEL_ORDER, "median", "top"}),
    "percentiles": frozenset({*PERCENTILE_ORDER, "mean"}),
}

_STYLE_WORD = (
    r"(?:b|i|u|s|bold|dim|italic|underline|blink|reverse|strike|conceal|overline|not|on|none"
    r"|(?:bright_)?(?:black|red|green|yellow|blue|magenta|cyan|white)|#[0-9a-f]{6}|link(?:=[^\s\[\]]+)?)"
)
RICH_MARKUP = re.compile(rf"\[/?{_STYLE_WORD}(?: {_STYLE_WORD})*\]|\[/\]", re.IGNORECASE)


def _plain(value: str) -> str:
    if found := UNSAFE.search(value):
        raise PydanticCustomError(
            "control",
            "must not hold control characters (here {char})",
            {"char": f"U+{ord(found.group()):04X}"},
        )
    if found := RICH_MARKUP.search(value):
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
    if found := MARKS.search(_plain(value)):
        raise PydanticCustomError(
            "markup", "must be plain text, without markup (here {tag})", {"tag": found.group()}
        )
    return _text(value)


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
    "number": "Write a bare number, such as 65000: no quotes, commas or unit.",
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
"""What a rule's name is called where it isn't a word."""


def check_guide(tables: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """A guide's data as it will be stored, and every problem found; unsound data is `{}`."""
    data, problems = validated(guide_model(), tables)
    if problems:
        return {}, problems
    del data["schema"]
    _fill_kinds(data, data["sources"])
    return data, list(_guide_rules(data))


def check_vocabulary(tables: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The vocabulary's data, and every problem found."""
    return validated(pydantic_model(role.Vocabulary), tables)


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
        return {}, [_problem(dict(one), what) for one in error.errors(include_url=False)]
    except RecursionError:
        return {}, [Problem("", "must not be nested so deeply", "", "A guide has four levels.")]
    return data.model_dump(by_alias=True, exclude_defaults=True), []


def _problem(error: dict[str, Any], what: str) -> Problem:
    """pydantic's error in our words: where, the rule, what was found, what to do."""
    kind, context, found = error["type"], error.get("ctx", {}), error["input"]
    where = key_path(part for part in error["loc"] if part != "[key]")
    hint = HINTS.get(kind, "")
    if what != "a guide" and kind in {"missing", "extra_forbidden"}:
        hint = ""
    if kind == "missing":
        return Problem(where, "is missing", "", hint)
    if kind == "extra_forbidden":
        return Problem(where, f"is not a key that {what} has", _shown(found), hint)
    if kind == "literal_error":
        allowed = context["expected"].replace("'", "").replace(" or ", ", ")
        return Problem(where, f"must be one of {allowed}", _shown(found), "")
    if kind in {"string_type", "string_sub_type"}:
        return Problem(where, "must be text", _shown(found), HINTS["text"])
    if kind in {"float_type", "int_type", "float_parsing", "finite_number", "int_from_float"}:
        return Problem(where, "must be a number", _shown(found), HINTS["number"])
    if kind in {"list_type", "dict_type", "model_type", "model_attributes_type"}:
        shape = "a list" if kind == "list_type" else "a table"
        return Problem(where, f"must be {shape}", _shown(found), "")
    if kind == "string_pattern_mismatch":
        name = next(n for n, r in RULES.items() if getattr(r, "pattern", 0) == context["pattern"])
        return Problem(where, f"must be a {NAMES.get(name, name)}", _shown(found), HINTS[name])
    limits = {
        "greater_than": ("more than", "gt"),
        "greater_than_equal": ("at least", "ge"),
        "less_than_equal": ("at most", "le"),
    }
    if kind in limits:
        words, key = limits[kind]
        return Problem(where, f"must be {words} {context[key]:,}", _shown(found), hint)
    message = error["msg"]
    return Problem(where, message[:1].lower() + message[1:], _shown(found), hint)


def key_path(parts: Any) -> str:
    """`("pay", 0, "points")` as `pay[0].points`."""
    path = ""
    for part in parts:
        name = escape_lines(str(part))
        path += f"[{part}]" if isinstance(part, int) else f".{name}" if path else name
    return path


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    return excerpt(f'"{value}"' if isinstance(value, str) else repr(value))


WITHOUT_KIND = frozenset({"tiers", "certificates"})
"""Parts of a guide whose entries name a source, and are not figures."""


def _fill_kinds(value: Any, sources: dict[str, Any]) -> None:
    """Writes each figure's kind out, taken from its source where it has none of its own."""
    if isinstance(value, dict):
        if isinstance(value.get("source"), str) and value["source"] in sources:
            value.setdefault("kind", sources[value["source"]]["kind"])
        for key, part in value.items():
            if key not in WITHOUT_KIND:
                _fill_kinds(part, sources)
    elif isinstance(value, list):
        for part in value:
            _fill_kinds(part, sources)


def _guide_rules(guide: dict[str, Any]) -> Iterator[Problem]:
    yield from _references(guide)
    for index, series in enumerate(guide.get("pay", ())):
        yield from _pay_rules(f"pay[{index}]", series)
    yield from _figure_rules(guide)
    yield from _tier_rules(guide)
    yield from _day_rules(guide.get("day", ()))
    yield from _requirement_rules(guide.get("requirements", ()))
    for part in ("tech_stack", "tech_skills", "soft_skills"):
        yield from _line_rules(part, guide.get(part, ()))
    for branch, content in guide.get("skill_map", {}).items():
        yield from _line_rules(f"skill_map.{branch}.skills", content["skills"])
    yield from _cover_rules(guide)
    yield from _certificate_rules(guide.get("education", {}).get("certificates", ()))
    for index, related in enumerate(guide.get("related", ())):
        if related.get("slug") == guide["slug"]:
            yield Problem(f"related[{index}].slug", "must be another role", guide["slug"], "")


def _references(guide: dict[str, Any]) -> Iterator[Problem]:
    for where, part in walk(guide):
        source = part.get("source") if isinstance(part, dict) else None
        if isinstance(source, str) and source not in guide["sources"]:
            known = ", ".join(guide["sources"]) or "none yet"
            yield Problem(
                key_path((*where, "source")),
                "must be an id in [sources]",
                _shown(source),
                f"There are: {known}.",
            )


def walk(value: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every part of nested tables and lists, with its path."""
    yield where, value
    if isinstance(value, dict):
        for key, part in value.items():
            yield from walk(part, (*where, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from walk(part, (*where, index))


def _pay_rules(where: str, series: dict[str, Any]) -> Iterator[Problem]:
    points: dict[str, float] = series["points"]
    basis = series["basis"]
    if not points:
        yield Problem(f"{where}.points", "must hold an amount", "{}", "Such as { mid = 50000 }.")
    for name in points:
        if name not in ON_BASIS[basis]:
            yield Problem(
                f"{where}.points.{name}",
                f"is not a point on the basis `{basis}`",
                f"{points[name]:,.0f}",
                "Percentiles are not seniority; use the other "
                "basis for it, in a series of its own.",
            )
    orders = [
        ("low", "median", "high"),
        ("mid", "top"),
        LEVEL_ORDER if basis == "levels" else PERCENTILE_ORDER,
    ]
    for order in orders:
        present = [name for name in order if name in points]
        for lower, upper in pairwise(present):
            if points[lower] > points[upper]:
                yield Problem(
                    f"{where}.points.{upper}",
                    f"must not be less than `{lower}`",
                    f"{points[upper]:,.0f} after {points[lower]:,.0f}",
                    "Are the two the wrong way round?",
                )


def _figure_rules(guide: dict[str, Any]) -> Iterator[Problem]:
    for where, part in walk(guide):
        percent = isinstance(part, dict) and part.get("unit") == "percent"
        if percent and not -100 <= part["value"] <= 100:
            yield Problem(
                key_path((*where, "value")),
                "must be between -100 and 100 percent",
                f"{part['value']:g}",
                "",
            )


def _tier_rules(guide: dict[str, Any]) -> Iterator[Problem]:
    highest = 0
    for index, tier in enumerate(guide.get("tiers", ())):
        years = tier.get("years", {})
        if years.get("end") is not None and years["end"] <= years["start"]:
            yield Problem(
                f"tiers[{index}].years.end",
                "must be more than `start`",
                f"{years['start']} to {years['end']}",
                "",
            )
        if level := tier.get("level"):
            rank = basics.SENIORITIES.index(level)
            if rank < highest:
                yield Problem(
                    f"tiers[{index}].level",
                    "must not fall below the tier before it",
                    _shown(level),
                    "List the tiers from the lowest up.",
                )
            highest = max(highest, rank)


def _day_rules(blocks: Any) -> Iterator[Problem]:
    begin = last_start = last_end = 0
    for index, block in enumerate(blocks):
        start = role.minutes_of(block["start"])
        if index == 0:
            begin = last_start = last_end = start
        start += -((start - last_start) // role.DAY_MINUTES) * role.DAY_MINUTES
        if start < last_end:
            yield Problem(
                f"day[{index}].start",
                "must not be before the block above it ends",
                f"{block['start']}, while day[{index - 1}] ends {blocks[index - 1]['end']}",
                "",
            )
        last_start = start
        last_end = start + role.minutes_between(block["start"], block["end"])
        if last_end - begin > role.DAY_MINUTES:
            yield Problem(
                f"day[{index}].end",
                "must be within 24 hours of the day's beginning",
                block["end"],
                "Are the blocks in order?",
            )
            return


def _requirement_rules(requirements: Any) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, requirement in enumerate(requirements):
        where = f"requirements[{index}]"
        if not requirement["any_of"]:
            yield Problem(f"{where}.any_of", "must name a skill", "[]", "")
        if not requirement["expected"]:
            yield Problem(
                f"{where}.expected",
                "must name a level",
                "{}",
                "For example { mid = 2, senior = 3 }.",
            )
        for skill in requirement["any_of"]:
            if skill in seen:
                yield Problem(
                    f"{where}.any_of",
                    "must not name a skill twice",
                    _shown(skill),
                    f"It stands in requirements[{seen[skill]}] already.",
                )
            seen.setdefault(skill, index)
        expected = [requirement["expected"].get(level) for level in basics.SENIORITIES]
        marks = [mark for mark in expected if mark is not None]
        if marks != sorted(marks):
            yield Problem(
                f"{where}.expected",
                "must not fall as the level rises",
                ", ".join(map(str, marks)),
                "",
            )


def _cover_rules(guide: dict[str, Any]) -> Iterator[Problem]:
    places = [key_path(where) for where, _ in walk(guide)]
    for name, source in guide["sources"].items():
        for part in source.get("covers", ()):
            if part not in places:
                where = f"sources.{name}.covers"
                yield Problem(where, "must be a part of this guide", _shown(part), "")


def _certificate_rules(certificates: Any) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, certificate in enumerate(certificates):
        where = f"education.certificates[{index}]"
        credential = certificate.get("credential")
        if credential in seen:
            yield Problem(f"{where}.credential", "must not stand twice", _shown(credential), "")
        if "asked" in certificate and credential is None:
            rule = "must be left out without `credential`"
            yield Problem(f"{where}.asked", rule, _shown(certificate["asked"]), "")
        if credential:
            seen.add(credential)


def _line_rules(where: str, lines: Any) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for index, line in enumerate(lines):
        skills = tuple(line["skills"])
        if not skills:
            yield Problem(f"{where}[{index}].skills", "must name a skill", "[]", "")
        if len(set(skills)) < len(skills) or (not line.get("text") and skills in seen):
            yield Problem(
                f"{where}[{index}].skills", "must not name a skill twice", ", ".join(skills), ""
            )
        seen.add(skills)


class CheckedGuide(NamedTuple):
    """A guide file that came through the door, or why it did not."""

    path: Path
    guide: dict[str, Any]
    problems: list[Problem]


def check_file(path: Path) -> CheckedGuide:
    """Reads and checks one guide file."""
    try:
        guide, problems = check_guide(read_toml(path))
    except DataError as error:
        return CheckedGuide(path, {}, list(error.problems))
    return CheckedGuide(path, guide, problems)
