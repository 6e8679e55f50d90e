"""What `report` answers: a person's page, or a coach's clients."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from careercli import profile
from careercli.commands.gaps import (
    DEFAULT_LEVEL,
    aimed_at,
    known_marks,
    level_at,
    measured,
    planned,
    skills_measured,
    software_measured,
)
from careercli.commands.going import shown_moves, started
from careercli.commands.moving import present_role
from careercli.commands.roles import the_role
from careercli.core.clients import Client, lacks
from careercli.core.gap import next_steps
from careercli.errors import CareerError, DataError
from careercli.model import Level
from careercli.output import Answer, narrate
from careercli.store import Store
from careercli.views.occupation import attribution
from careercli.views.problems import problem_lines

if TYPE_CHECKING:
    from careercli.page import Page
    from careercli.parts import Role
    from careercli.views.moves import Shown
    from careercli.views.report import Towards

MOVES_SHOWN = 6


def report_answer(words: list[str] | None, level: Level | None, name: str | None) -> Answer:
    """`report`: towards a role, or towards the target.

    Raises CareerError where a named profile is not there: nobody mails a page about nobody.
    """
    from careercli.views.report import report_data, report_page

    store = Store()
    person = profile.read_chosen(name, tell=_refuse)
    aim = aimed_at(store, person, words, level)
    towards = _towards(store, person, *aim) if aim else None
    shown = person.path.stem if name or os.environ.get("CAREERCLI_PROFILE") else ""
    titles = dict(store.slugs())
    moves = _moves(store, person)

    def page() -> Page:
        return report_page(person, shown, titles, towards, moves)

    return Answer("report", lambda: report_data(person, shown, towards, moves), page)


def _refuse(reason: str) -> NoReturn:
    hint = "Is it the name? `careercli profile target ROLE --profile NAME` begins a profile."
    raise CareerError(reason, hint=hint)


def _moves(store: Store, person: profile.Profile) -> Shown | None:
    """The first moves from the present role, or from the skills; None without either."""
    key = present_role(store, person)
    if key is None and not person.marks:
        return None
    level = person.current.level if person.current else None
    ground, start = started(store, key, level or DEFAULT_LEVEL, person)
    return shown_moves(ground, start, list(islice(ground.moves(start), MOVES_SHOWN)))


def _towards(store: Store, person: profile.Profile, role: Role, level: Level | None) -> Towards:
    from careercli.views.report import Towards

    marks = known_marks(store, person.marks)
    if role.occupation:
        return Towards(
            role,
            {},
            skills=skills_measured(role.occupation, person),
            software=software_measured(store, role.occupation, marks),
            imported=store.ratings_imported(),
        )
    found, labels = measured(store, role.requirements, level_at(role, level), marks)
    plan, more = planned(store, found, marks)
    return Towards(role, labels | more, found, next_steps(found), plan)


def clients_answer(
    folder: str, words: list[str] | None, level: Level | None, *, names: bool
) -> Answer:
    """`report --clients`: every profile in a folder, against its target or one role for all."""
    from careercli.views.clients import clients_data, clients_page, clients_rows

    store = Store()
    role = the_role(store, words) if words else None
    files = list(_profiles(Path(folder).expanduser()))
    if not files:
        raise CareerError(f"There is no profile (*.toml) in {folder}.", hint="Is it the folder?")
    clients = [
        _client(store, path, path.stem if names else f"client {number}", role, level)
        for number, path in enumerate(files, start=1)
    ]
    lacking = lacks(clients)
    labels = store.labels(
        skill
        for one in clients
        if one.gap
        for term in one.gap.terms
        for skill in term.requirement.any_of
    )
    return Answer(
        "report",
        lambda: clients_data(clients, lacking, labels),
        lambda: clients_page(clients, lacking, labels),
        lambda: clients_rows(clients, labels),
    )


def _profiles(folder: Path) -> Iterator[Path]:
    """The folder's own profiles in the order of their names; links are not followed."""
    if not folder.is_dir():
        raise CareerError(f"{folder} is no folder.", hint="Give the folder of your profiles.")
    for path in sorted(folder.iterdir()):
        if path.suffix != ".toml" or path.name.startswith("."):
            continue
        if path.is_symlink():
            narrate(f"{path} is a link and was not followed.")
        elif not path.is_dir():
            yield path


def _client(store: Store, path: Path, name: str, role: Role | None, level: Level | None) -> Client:
    try:
        person = profile.read(path)
    except DataError as error:
        narrate("\n".join(problem_lines(error.path, error.problems)))
        return Client(name, "unreadable")
    try:
        aim = aimed_at(store, person, [_typed(role)] if role else None, level)
    except CareerError as error:
        narrate(f"{path}: {error.message}")
        return Client(name, "unknown target")
    if aim is None:
        return Client(name, "no target")
    role, level = aim
    marks = known_marks(store, person.marks)
    if role.occupation:
        software = software_measured(store, role.occupation, marks)
        skills, whose = skills_measured(role.occupation, person), attribution(role)
        return Client(name, "occupation", role.slug, role.title, None, skills, software, whose)
    found, _ = measured(store, role.requirements, level_at(role, level), marks)
    state = "measured" if found.terms else "not described"
    return Client(name, state, role.slug, role.title, found)  # type: ignore[arg-type]


def _typed(role: Role) -> str:
    """A name that means this role and no other."""
    return role.occupation.code if role.occupation else role.slug
