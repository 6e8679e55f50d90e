"""Compiles guides and vocabulary into a store. Build time and `guide add`; never on reading."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from careercli.core.gap import level_for, levels_asked
from careercli.core.moves import requirement_demands, within_families
from careercli.errors import DataError, Problem
from careercli.files import locations, portrait_schema
from careercli.files.guide_rules import walk
from careercli.files.guide_schema import CheckedGuide, check_file, pydantic_model, validated
from careercli.files.toml import read_toml
from careercli.model.basics import SENIORITIES, major_group
from careercli.model.codec import build
from careercli.model.portrait import ASKED_LEVELS
from careercli.model.role import Role, Vocabulary
from careercli.model.skills import Requirement
from careercli.store import schema
from careercli.store.vocabulary import skill_names, vocabulary_terms
from careercli.store.writer import as_json, index, names_of, put_role, replaced_when_whole
from careercli.text import normalize_skill


def compile_bundled(data: Path, target: Path, mark: int = 0) -> None:
    """Builds the store that ships with the package from the folder `data`.

    mark: a number by which the store knows what it is made of

    The new store replaces the old one when it is whole. Raises DataError with every problem
    of the first file that has any.
    """
    vocabulary, problems = validated(pydantic_model(Vocabulary), read_toml(data / "skills.toml"))
    _refuse(data / "skills.toml", problems or _vocabulary_rules(vocabulary["skills"]))
    skills = vocabulary["skills"]
    families = read_toml(data / "families.toml")
    written = portrait_schema.read_portraits(data)
    _refuse(data / "credentials.toml", _credential_rules(written.credentials, skills))
    _refuse(data / "meanings.csv", _meaning_rules(written.meanings, skills, written.credentials))
    guides = []
    for path in sorted((data / "roles").glob("*.toml")):
        _, guide, problems = check_file(path)
        rules = _bundled_rules(path, guide, skills, families, written.credentials)
        _refuse(path, problems or rules)
        guides.append(guide)
    with replaced_when_whole(target, mark) as db:
        add_vocabulary(db, vocabulary)
        db.executemany(schema.FAMILY.insert(), families.items())
        add_guides(db, guides, {skill_id: skill["label"] for skill_id, skill in skills.items()})
        add_guide_calibrations(db, guides)
        add_portraits(db, written)
        terms = vocabulary_terms(skills, written.credentials)
        db.executemany(schema.TERM.insert(), ((key, *term) for key, term in terms.items()))


def _refuse(path: Path, problems: Iterable[Problem]) -> None:
    """Raises DataError if there are problems."""
    if found := list(problems):
        raise DataError(path, found)


def check_own_guides() -> list[CheckedGuide]:
    """The user's guides in their folder, each with its problems."""
    return [
        _named_as_its_file(check_file(path))
        for path in sorted(locations.user_guides().glob("*.toml"))
    ]


def _named_as_its_file(checked: CheckedGuide) -> CheckedGuide:
    """The guide, with a problem if its slug isn't its file's name: two files could be one guide."""
    slug = checked.guide.get("slug")
    if checked.problems or slug == checked.path.stem:
        return checked
    hint = f"Rename the file to {slug}.toml, or make the slug {checked.path.stem}."
    problem = Problem("slug", "must be the file's name", str(slug), hint)
    return checked._replace(problems=[problem])


def compile_user(
    guides: Collection[dict[str, Any]],
    labels: Mapping[str, str],
    mark: int,
    put_in_place: Callable[[], None] = lambda: None,
) -> None:
    """Makes the store of the user's guides; without any, there is none.

    labels: skill id -> label
    mark: the number of the files that it is made of; see `store.open.mark_of`
    put_in_place: called when the new store is whole on the disk, before it replaces the old one
    """
    target = locations.user_store()
    if not mark:
        put_in_place()
        target.unlink(missing_ok=True)
        return
    with replaced_when_whole(target, mark, put_in_place) as db:
        add_guides(db, guides, labels)


def compile_one(path: Path) -> Role:
    """The role in a guide file, as it would be stored. Raises DataError."""
    _, guide, problems = check_file(path)
    _refuse(path, problems)
    return build(Role, {**guide, "key": f"guide:{guide['slug']}"})


def add_vocabulary(db: sqlite3.Connection, vocabulary: dict[str, Any]) -> None:
    """Stores every skill, and every name by which it is recognized."""
    scales = ((kind, json.dumps(sentences)) for kind, sentences in vocabulary["ratings"].items())
    db.executemany(schema.RATING_SCALE.insert(), scales)
    for skill_id, skill in vocabulary["skills"].items():
        near, record = as_json(skill.get("near", [])), as_json(skill)
        db.execute(schema.SKILL.insert(), (skill_id, skill["label"], skill["kind"], near, record))
        names = skill_names(skill_id, skill).items()
        rows = ((folded, skill_id, display, kind) for folded, (display, kind) in names)
        db.executemany(schema.SKILL_NAME.insert(), rows)


def add_portraits(db: sqlite3.Connection, written: portrait_schema.Written) -> None:
    """Stores checked portraits and credentials, and the Handbook's pages."""
    portraits = written.portraits.items()
    rows = ((code, as_json(portrait), "credentials" in portrait) for code, portrait in portraits)
    db.executemany(schema.PORTRAIT.insert(), rows)
    for number, (code, portrait) in enumerate(sorted(portraits), 1):
        db.execute(schema.PORTRAIT_TEXT.insert(), (number, code, _prose(portrait)))
    db.executemany(schema.SIMILAR.insert(), written.similar.items())
    db.executemany(schema.LEADS_TO.insert(), written.leads_to.items())
    db.executemany(schema.ORIGIN.insert(), written.origins)
    db.executemany(schema.MEANING.insert(), written.meanings)
    schooling = written.schooling.items()
    studied = ((code, study["degree"], as_json(study)) for code, study in schooling)
    db.executemany(schema.SCHOOLING.insert(), studied)
    db.executemany(schema.HANDBOOK_PAGE.insert(), written.pages.items())
    for credential_id, credential in written.credentials.items():
        editorial = credential.get("editorial", ())
        record = {k: v for k, v in credential.items() if k not in ("asked_by", "editorial")}
        asked_by = credential["asked_by"].items()
        groups = {major_group(code) for code, level in asked_by if level != "sometimes"}
        own = credential_id, credential["label"], credential["kind"]
        stored = as_json(credential.get("bridges", ())), as_json(record)
        told = len(groups), "scope" in credential, credential.get("time", {}).get("degree", "")
        db.execute(schema.CREDENTIAL.insert(), (*own, *stored, *told))
        names = portrait_schema.credential_names(credential_id, credential)
        db.executemany(schema.CREDENTIAL_NAME.insert(), ((name, credential_id) for name in names))
        asked = (
            (code, credential_id, ASKED_LEVELS.index(level), code in editorial)
            for code, level in asked_by
        )
        db.executemany(schema.ASKED.insert(), asked)


def add_guides(
    db: sqlite3.Connection, guides: Iterable[dict[str, Any]], labels: Mapping[str, str]
) -> None:
    """Stores checked guides."""
    for guide in guides:
        add_role(db, {**guide, "key": f"guide:{guide['slug']}"}, labels)
    index(db)


def add_guide_calibrations(db: sqlite3.Connection, guides: Iterable[dict[str, Any]]) -> None:
    """Stores what coverage of skills is usual within a family of guides, at each seniority."""
    described = [
        (guide.get("family") or "", [build(Requirement, needed) for needed in requirements])
        for guide in guides
        if (requirements := guide.get("requirements"))
    ]
    for level in SENIORITIES:
        usual = within_families(
            (family, requirement_demands(asked, near) if near else ())
            for family, asked in described
            for near in (level_for(level, levels_asked(asked)),)
        )
        values = ("guide", f"guide-{level}", usual.mean, usual.deviation, usual.roles, usual.pairs)
        db.execute(schema.CALIBRATION.insert(), values)


def add_role(db: sqlite3.Connection, role: dict[str, Any], labels: Mapping[str, str]) -> None:
    """Stores one role: whole, as a row for lists, under each of its names, and for searching."""
    skills = dict.fromkeys(skill for _, skill in named_skills(role))
    skill_text = ", ".join(labels.get(skill, skill) for skill in skills)
    text = _prose({k: v for k, v in role.items() if k != "sources"})
    put_role(db, role, names_of(role), skill_text, text)
    db.executemany(schema.ROLE_SKILL.insert(), ((skill, role["key"]) for skill in skills))


def _prose(part: Any) -> str:
    """The texts in it that are more than a word."""
    return " ".join(text for _, text in walk(part) if isinstance(text, str) and " " in text)


def _bundled_rules(
    path: Path,
    guide: dict[str, Any],
    skills: dict[str, Any],
    families: dict[str, Any],
    credentials: Collection[str],
) -> Iterator[Problem]:
    """The rules of a bundled guide beyond those of any guide."""
    if path.stem != guide["slug"]:
        yield Problem("slug", "must be the file's name", guide["slug"], f"Make it {path.stem}.")
    if guide.get("family") not in families:
        yield Problem("family", "must be in families.toml", str(guide.get("family")), "")
    for where, skill in named_skills(guide):
        if skill not in skills:
            yield Problem(where, "must be in skills.toml", skill, "Add the skill, or fix the id.")
    for where, credential in named_credentials(guide):
        if credential not in credentials:
            hint = "Add the credential, or fix the id."
            yield Problem(where, "must be in credentials.toml", credential, hint)


def named_skills(guide: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every skill id that a guide names, with the key path where it does."""
    for number, requirement in enumerate(guide.get("requirements", ())):
        for skill in requirement["any_of"]:
            yield f"requirements[{number}].any_of", skill
    lists = [(part, guide.get(part, ())) for part in ("tech_stack", "tech_skills", "soft_skills")]
    for branch, content in guide.get("skill_map", {}).items():
        lists.append((f"skill_map.{branch}.skills", content["skills"]))
    for part, lines in lists:
        for number, line in enumerate(lines):
            for skill in line["skills"]:
                yield f"{part}[{number}].skills", skill


def named_credentials(guide: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every credential id that a guide names, with the key path where it does."""
    for number, certificate in enumerate(guide.get("education", {}).get("certificates", ())):
        if "credential" in certificate:
            yield f"education.certificates[{number}].credential", certificate["credential"]
    for credential in guide.get("entry_cost", {}).get("credentials", ()):
        yield "entry_cost.credentials", credential


def _vocabulary_rules(skills: dict[str, Any]) -> Iterator[Problem]:
    names: dict[str, str] = {}
    for skill_id, skill in skills.items():
        where = f"skills.{skill_id}"
        for part in ("near", "builds_on"):
            for other in skill.get(part, ()):
                if other not in skills or other == skill_id:
                    yield Problem(f"{where}.{part}", "must be another skill's id", other, "")
        if len(skill.get("ratings", ())) not in (0, 4):
            found = f"{len(skill['ratings'])} sentences"
            yield Problem(f"{where}.ratings", "must be four sentences, or absent", found, "")
        for folded, (shown, _) in skill_names(skill_id, skill).items():
            if names.setdefault(folded, skill_id) != skill_id:
                hint = f"It belongs to {names[folded]}."
                yield Problem(where, "must not share a name with another skill", shown, hint)
    yield from _cycles(skills)


def _meaning_rules(
    meanings: Iterable[tuple[str, str, str]], *ids: Collection[str]
) -> Iterator[Problem]:
    for name, _, meant in meanings:
        if not any(meant in known for known in ids):
            yield Problem(name, "must mean a skill or a credential", meant, "")


def _credential_rules(
    credentials: Mapping[str, dict[str, Any]], skills: Mapping[str, dict[str, Any]]
) -> Iterator[Problem]:
    """A credential is held or not, a skill is rated: nothing is both."""
    names = {
        folded: skill_id
        for skill_id, skill in skills.items()
        for folded in skill_names(skill_id, skill)
    }
    for credential_id, credential in credentials.items():
        own = (credential_id, credential["label"], *credential["names"], *credential.get("was", ()))
        for name in own:
            if owner := names.get(normalize_skill(name)):
                hint = f"It belongs to {owner}."
                yield Problem(credential_id, "must not share a name with a skill", name, hint)


def _cycles(skills: dict[str, Any]) -> Iterator[Problem]:
    """The first circle of skills that build on each other."""
    graph = TopologicalSorter({key: skill.get("builds_on", ()) for key, skill in skills.items()})
    try:
        graph.prepare()
    except CycleError as error:
        loop = error.args[1][::-1]  # from each to what it builds on
        rule = "must not form a circle"
        yield Problem(f"skills.{loop[0]}.builds_on", rule, " > ".join(loop), "")
