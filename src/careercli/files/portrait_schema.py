"""The check of portraits and credentials: data/portraits/ and data/credentials.toml.

All problems of a file are found in one go.
"""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from careercli.errors import DataError, Problem
from careercli.files.guide_schema import SLUG, pydantic_model, validated
from careercli.files.schooling import read_schooling
from careercli.files.toml import read_toml
from careercli.model.basics import major_group
from careercli.model.portrait import Credential, Portrait
from careercli.text import excerpt, normalize_name

SCHEMA = 1
MAX_BYTES = 50_000_000
"""Enough to read a file with a mistake in it, and to name the key."""
HEALTH = {"29", "31"}
"""Major groups of health: practitioners, and those who support them."""
FIGURES = ("time", "fee", "renewal")
PROSE = ("what", "where", "way_in", "untold")
LICENSE = re.compile(r"\blicens", re.IGNORECASE)
APPRENTICE = re.compile(r"\bapprentice", re.IGNORECASE)


Entries = dict[str, dict[str, Any]]


class Written(NamedTuple):
    """What passed the check.

    portraits: O*NET-SOC code -> portrait
    credentials: id -> credential
    pages: page of the Handbook -> its title
    similar: SOC code -> codes of what the Handbook calls similar, or names it similar to, by spaces
    leads_to: SOC code -> codes for which the Handbook names work in it as the experience, by spaces
    origins: SOC code, the beginning of a code of work from which its way in says that people come,
        and whether that work comes first
    schooling: O*NET-SOC code -> the study that leads there
    meanings: name in lower case, the beginning of a code of work, and the id of the skill or
        credential that it means there; elsewhere it means something else
    """

    portraits: Entries
    credentials: Entries
    pages: dict[str, str]
    similar: dict[str, str]
    leads_to: dict[str, str]
    origins: list[tuple[str, str, bool]]
    schooling: Entries
    meanings: list[tuple[str, str, str]]


def read_portraits(data: Path) -> Written:
    """The portraits and credentials in the folder `data`.

    Raises DataError with every problem of the first file that has any.
    """
    codes = {row["code"] for row in read_rows(data / "names.csv")}
    handbook = read_rows(data / "handbook.csv")
    pages = {row["page"]: row["title"] for row in handbook}
    credentials = _checked(data / "credentials.toml", check_credentials, codes, pages)
    portraits: Entries = {}
    for path in sorted((data / "portraits").glob("*.toml")):
        portraits |= _checked(path, check_portraits, credentials, codes, pages)
    about = {row["page"]: row["codes"].split() for row in handbook}
    leads_to = _leads_to(read_rows(data / "experience.csv"), about)
    origins = [
        (row["code"], work, bool(row["first"]))
        for row in read_rows(data / "origins.csv")
        for work in row["work"].split()
    ]
    meanings = [
        (row["name"].lower(), work, row["id"])
        for row in read_rows(data / "meanings.csv")
        for work in row["work"].split()
    ]
    study = data / "schooling.csv"
    schooling, problems = read_schooling(read_rows(study), codes, pages)
    if problems:
        raise DataError(study, problems)
    similar = _similar(handbook, about)
    return Written(portraits, credentials, pages, similar, leads_to, origins, schooling, meanings)


def _checked(
    path: Path, check: Callable[..., tuple[Entries, list[Problem]]], *known: Collection[str]
) -> Entries:
    entries, problems = check(read_toml(path, limit=MAX_BYTES), *known)
    if problems:
        raise DataError(path, problems)
    return entries


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, each by its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _similar(
    handbook: Iterable[Mapping[str, str]], codes: Mapping[str, list[str]]
) -> dict[str, str]:
    """SOC code -> codes of similar occupations, by spaces.

    codes: page -> codes of the occupations that it is about

    A page of the Handbook names pages of similar occupations; that holds the other way in one major
    group, or health's two, and among the occupations that one page is about. Into another it
    doesn't: music directors' page names teachers, whose own doesn't name them.
    """
    similar: dict[str, set[str]] = {}
    for row in handbook:
        named = [code for page in row["similar"].split() for code in codes[page]]
        for code in codes[row["page"]]:
            similar.setdefault(code, set()).update(codes[row["page"]], named)
            for other in named:
                if major_group(other) == major_group(code) or {other[:2], code[:2]} == HEALTH:
                    similar.setdefault(other, set()).add(code)
    return {code: " ".join(sorted(others - {code})) for code, others in similar.items()}


def _leads_to(
    experience: Iterable[Mapping[str, str]], codes: Mapping[str, list[str]]
) -> dict[str, str]:
    """SOC code -> codes, by spaces, for which the Handbook names work in it as the experience."""
    leads_to: dict[str, set[str]] = {}
    for row in experience:
        for code in row["work"].split():
            leads_to.setdefault(code, set()).update(codes[row["page"]])
    return {code: " ".join(sorted(goals)) for code, goals in leads_to.items()}


def check_portraits(
    tables: Mapping[str, Any],
    credentials: Mapping[str, dict[str, Any]],
    codes: Collection[str],
    pages: Collection[str],
) -> tuple[Entries, list[Problem]]:
    """A file's portraits by O*NET-SOC code, and every problem found."""
    asked: dict[str, dict[str, str]] = {}
    for credential_id, credential in credentials.items():
        for code, level in credential["asked_by"].items():
            asked.setdefault(code, {})[credential_id] = level

    def rules(code: str, portrait: dict[str, Any]) -> Iterator[Problem]:
        if code not in codes:
            yield Problem(code, "must be an occupation in names.csv", code)
        yield from _source_rules(f"{code}.sources", portrait.get("sources", ()), pages)
        yield from _credential_rules(code, portrait, credentials, asked.get(code, {}))

    return _entries(tables, Portrait, "a portrait", rules)


def check_credentials(
    tables: Mapping[str, Any], codes: Collection[str], pages: Collection[str]
) -> tuple[Entries, list[Problem]]:
    """The credentials by id, and every problem found."""
    owners: dict[str, str] = {}

    def rules(credential_id: str, credential: dict[str, Any]) -> Iterator[Problem]:
        if not re.fullmatch(SLUG, credential_id):
            yield Problem(credential_id, "must be a slug", credential_id)
        yield from _asked_rules(credential_id, credential, codes)
        yield from _source_rules(f"{credential_id}.sources", credential["sources"], pages)
        for part in FIGURES:
            if part in credential:
                yield from _figure_rules(f"{credential_id}.{part}", part, credential[part], pages)
        yield from _building_rules(credential_id, credential, tables, pages)
        for name in credential_names(credential_id, credential):
            if owners.setdefault(name, credential_id) != credential_id:
                rule = "must not share a name with another credential"
                yield Problem(credential_id, rule, name, f"It belongs to {owners[name]}.")

    return _entries(tables, Credential, "a credential", rules)


def _building_rules(
    credential_id: str, credential: dict[str, Any], ids: Collection[str], pages: Collection[str]
) -> Iterator[Problem]:
    for part in ("covers", "after"):
        for other in credential.get(part, ()):
            if other not in ids or other == credential_id:
                yield Problem(f"{credential_id}.{part}", "must be another credential", other)
    for part in ("bridges", "credits"):
        where = f"{credential_id}.{part}"
        for each in credential.get(part, ()):
            if "builds_on" in each and each["builds_on"] not in ids:
                yield Problem(where, "must build on a credential", each["builds_on"])
            yield from _source_rules(where, [each["source"]], pages)


def _asked_rules(
    credential_id: str, credential: dict[str, Any], codes: Collection[str]
) -> Iterator[Problem]:
    asked, where = credential.get("asked_by", {}), f"{credential_id}.asked_by"
    if not asked:
        yield Problem(where, "must name an occupation", "{}")
    for code in asked:
        if code not in codes:
            yield Problem(where, "must be an occupation in names.csv", code)
    for code in credential.get("editorial", ()):
        if code not in asked:
            yield Problem(f"{credential_id}.editorial", "must be in asked_by", code)


def credential_names(credential_id: str, credential: Mapping[str, Any]) -> list[str]:
    """The folded names by which a credential is found: label, names, id, and ids it had."""
    former = credential.get("was", ())
    names = (credential["label"], *credential["names"], credential_id, *former)
    return list(dict.fromkeys(map(normalize_name, names)))


def _entries(
    tables: Mapping[str, Any],
    shape: type,
    what: str,
    rules: Callable[[str, dict[str, Any]], Iterator[Problem]],
) -> tuple[Entries, list[Problem]]:
    """The tables of a file but for its `schema`, each checked by its shape, then by rules."""
    problems: list[Problem] = []
    entries: Entries = {}
    if tables.get("schema") != SCHEMA:
        found = excerpt(repr(tables.get("schema")))
        problems.append(Problem("schema", f"must be {SCHEMA}", found))
    for name, table in tables.items():
        if name == "schema":
            continue
        data, found_here = validated(pydantic_model(shape), table, what=what)
        for problem in found_here:
            where = f"{excerpt(name)}.{problem.where}".removesuffix(".")
            problems.append(problem._replace(where=where))
        if not found_here:
            problems += rules(name, data)
            entries[name] = data
    return entries, problems


def _source_rules(where: str, sources: Any, pages: Collection[str]) -> Iterator[Problem]:
    for source in sources:
        if source.startswith("ooh:") and source.removeprefix("ooh:") not in pages:
            yield Problem(where, "must be a page in handbook.csv", source)


def _credential_rules(
    code: str,
    portrait: dict[str, Any],
    credentials: Mapping[str, dict[str, Any]],
    asked: Mapping[str, str],
) -> Iterator[Problem]:
    """The fields agree with the prose and with the credentials."""
    named = portrait.get("credentials")
    where = f"{code}.credentials"
    for credential_id in named or ():
        if credential_id not in credentials:
            yield Problem(where, "must be in credentials.toml", credential_id)
    expected = {credential_id for credential_id, level in asked.items() if level != "sometimes"}
    for credential_id in sorted(expected.symmetric_difference(named or ()) & credentials.keys()):
        rule = "must be what credentials.toml says is always or usually asked for"
        yield Problem(where, rule, credential_id, "Change one of the two.")
    denied: list[tuple[re.Pattern[str], str]] = []
    if named == [] and not asked and not portrait.get("varies_by_state"):
        denied += [(LICENSE, "must not name a license that `credentials` denies")]
    if portrait.get("apprenticeship") is False:
        denied += [(APPRENTICE, "must not name an apprenticeship that `apprenticeship` denies")]
    for part, text in _prose(portrait):
        for pattern, rule in denied:
            if found := pattern.search(text):
                yield Problem(f"{code}.{part}", rule, excerpt(text[found.start() :]))


def _prose(portrait: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for part in PROSE:
        if part in portrait:
            yield part, portrait[part]
    for index, text in enumerate(portrait.get("do", ())):
        yield f"do[{index}]", text


def _figure_rules(
    where: str, part: str, figure: dict[str, Any], pages: Collection[str]
) -> Iterator[Problem]:
    amounts = [figure[name] for name in ("value", "start", "end") if name in figure]
    if "study" in figure and (part != "time" or not figure["study"]):
        yield Problem(f"{where}.study", "must be true, in time")
    if "expires" in figure:
        if part != "renewal" or figure["expires"] or amounts or "unit" in figure:
            yield Problem(f"{where}.expires", "must be false and alone, in renewal")
    elif not amounts or ("value" in figure and len(amounts) > 1):
        yield Problem(where, "must have `value`, or `start` and `end`")
    elif figure.get("start", 0) >= figure.get("end", figure.get("start", 0) + 1):
        found = f"{figure['start']:g} to {figure['end']:g}"
        yield Problem(f"{where}.end", "must be more than `start`", found)
    elif "unit" not in figure or (figure["unit"] == "USD") != (part == "fee"):
        rule = f"must be {'USD' if part == 'fee' else 'a time'}"
        yield Problem(f"{where}.unit", rule, figure.get("unit", ""))
    if (figure["kind"] == "editorial") == ("source" in figure):
        rule = "must be there, unless the figure is editorial"
        yield Problem(f"{where}.source", rule, figure.get("source", ""))
    yield from _source_rules(f"{where}.source", [figure.get("source", "")], pages)
    if len(figure["date"]) == len("2026-11-28"):
        try:
            date.fromisoformat(figure["date"])
        except ValueError:
            yield Problem(f"{where}.date", "must be a date", figure["date"])
