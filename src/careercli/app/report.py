"""What `report` answers: a person's page, or a coach's clients."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, cast

from careercli.app.gap import counted_ratings, role_plan, target_gap, target_or_named
from careercli.app.lookup import names_of, present_role, resolve_role
from careercli.app.move_search import MoveSearch
from careercli.app.move_start import is_skilled, start_of
from careercli.app.moves import find_moves, shown_moves
from careercli.app.open_stores import open_store
from careercli.app.part_of_role import RolePart, as_asked, as_part, goal_part
from careercli.app.places import open_store_in, place_of
from careercli.app.plan import entry_plan
from careercli.core.clients import Client, ClientState, measured_gaps, shared_gaps
from careercli.core.credentials import CredentialTerm
from careercli.core.moves import judge_move
from careercli.core.sources import with_distinct_sources
from careercli.errors import CareerError, DataError
from careercli.files import locations, profile
from careercli.model.basics import DEFAULT_SENIORITY, RoleRow, Seniority
from careercli.model.portrait import AskedCredential
from careercli.model.role import Role
from careercli.output.page import Page
from careercli.output.screens.guides import problem_lines
from careercli.output.screens.move_words import MovesView
from careercli.output.screens.occupation import attribution
from careercli.output.screens.report import TargetReport, TargetStep, report_page
from careercli.output.screens.wording import shown_name
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store

MAX_MOVES, BESIDE_TARGET = 6, 3
"""Moves that a report names: fewer beside a target, which it is about."""


def report_answer(
    typed: list[str] | None, level: Seniority | None, name: str | None, area: str | None = None
) -> Result:
    """`report`: toward a role, or toward the target.

    Raises CareerError if a named profile doesn't exist: a report about it would be empty.
    """
    store = open_store_in(area, name)
    person = profile.read_chosen(name, tell=_refuse)
    meant = target_or_named(store, person, typed, level)
    title = person.target.title if person.target and not typed else None
    part = goal_part(store, typed, title or "", meant[0].key) if meant else None
    towards = _towards(store, person, *meant, part) if meant else None
    shown = person.path.stem if name or os.environ.get("CAREERCLI_PROFILE") else ""
    names = names_of(store, [person.current.role] if person.current else [])
    moves = _moves(store, person, BESIDE_TARGET if towards else MAX_MOVES)

    if towards and moves:
        step = towards.step
        every = {**moves.rows, **(step.rows if step else {})}
        roles: list[Role | RoleRow] = [towards.target.role, *every.values()]
        (role, *found), _ = with_distinct_sources(roles)
        rows = {row.key: cast("RoleRow", row) for row in found}
        towards = towards._replace(
            target=towards.target._replace(role=cast("Role", role)),
            step=step and step._replace(rows=rows),
        )
        moves = moves._replace(rows={key: rows[key] for key in moves.rows})

    def page() -> Page:
        return report_page(person, person.tables.get("name") or shown, names, towards, moves)

    def record() -> Record:
        from careercli.output.records.report import REPORT, ReportView

        return Record(REPORT, ReportView(shown, person, towards, moves))

    return Result("report", page, record, private=True, handed_out=True)


def _refuse(reason: str) -> NoReturn:
    hint = "Check the name. `careercli profile set target=ROLE --profile NAME` creates a profile."
    raise CareerError(reason, hint=hint)


def _moves(store: Store, person: profile.Profile, limit: int) -> MovesView | None:
    """The first moves from the present role, or from the skills; None without either."""
    key = present_role(store, person)
    if not (key or is_skilled(person)):
        return None
    level = person.current.level if person.current else None
    ground = MoveSearch(store, level or DEFAULT_SENIORITY)
    start = start_of(ground, key, person)
    return shown_moves(ground, start, find_moves(ground, start, person, limit=limit))


def _towards(
    store: Store,
    person: profile.Profile,
    role: Role,
    level: Seniority | None,
    part: RolePart | None,
) -> TargetReport:
    ratings = counted_ratings(store, person)
    target = target_gap(store, role, level, ratings, person)
    entry, step = entry_plan(store, person, role, part), _step(store, person, role, part)
    name = part.name if part else ""
    target = target._replace(credentials=as_asked(target.credentials, part))
    if target.software or target.gap is None:
        return TargetReport(target, None, store.has_skill_ratings, entry, step, name)
    plan, labels, _ = role_plan(store, target.gap, ratings)
    target = target._replace(labels={**labels, **target.labels})
    return TargetReport(target, plan, store.has_skill_ratings, entry, step, name)


def _step(
    store: Store, person: profile.Profile, role: Role, part: RolePart | None
) -> TargetStep | None:
    """The move from the present role, as `path` compares its pay; None without one."""
    key = present_role(store, person)
    if not key or key == role.key:
        return None
    level = person.current.level if person.current else None
    ground = MoveSearch(store, level or DEFAULT_SENIORITY)
    start, end = start_of(ground, key, person), as_part(ground.standing(role.key), part)
    move, rows = judge_move(start, end, None, None), ground.rows([key, role.key])
    return TargetStep(start, move, rows, place_of(store))


def clients_answer(
    folder: str, typed: list[str] | None, level: Seniority | None, *, names: bool
) -> Result:
    """`report --clients`: every profile in a folder, against its target or one role for all."""
    from careercli.app.profiles import profiles_in
    from careercli.output.records.report import CLIENTS
    from careercli.output.screens.report import clients_page

    store = open_store()
    role = resolve_role(store, typed) if typed else None
    files = profiles_in(locations.expand_user(folder))
    if role:  # a name that means it and no other, and of which nothing is said again
        typed = [role.bare_occupation.code if role.bare_occupation else role.slug]
    ground = MoveSearch(store, DEFAULT_SENIORITY)
    clients = [
        _client(ground, path, path.stem if names else f"client {number}", typed, level)
        for number, path in enumerate(files, start=1)
    ]
    lacking = shared_gaps(clients)
    labels = store.labels(
        skill for gap in measured_gaps(clients) for term in gap.terms for skill in term.ask.any_of
    )
    return Result(
        "report",
        lambda: clients_page(clients, lacking, labels),
        lambda: Record.of(CLIENTS, clients=clients, lacking=lacking, labels=labels),
        private=True,
    )


def _client(
    ground: MoveSearch, path: Path, name: str, typed: list[str] | None, level: Seniority | None
) -> Client:
    store = ground.store
    try:
        person = profile.read(path)
    except DataError as error:
        say_err("\n".join(problem_lines(error.path, error.problems)))
        return Client(name, "unreadable")
    try:
        meant = target_or_named(store, person, typed, level)
    except CareerError as error:
        say_err(f"{path}: {error.message}")
        return Client(name, "unknown target")
    if meant is None:
        return Client(name, "no target")
    role, level = meant
    ratings = counted_ratings(store, person)
    _, gap, labels, software, terms = target_gap(store, role, level, ratings, person)
    state: ClientState = "not described"
    if software:
        state = "occupation"
    elif gap and gap.terms:
        state = "measured"
    return Client(
        name,
        state,
        role.slug,
        role.title,
        gap,
        labels,
        software,
        attribution(role) if software else "",
        shown_name(role),
        _to_hold(ground, person, terms),
    )


def _to_hold(
    ground: MoveSearch, person: profile.Profile, terms: Sequence[CredentialTerm]
) -> list[AskedCredential]:
    """What a role always or usually asks for that neither the person nor the present job has."""
    asked = [term.asked for term in terms if term.asked.level != "sometimes"]
    if not asked:
        return []
    start = start_of(ground, present_role(ground.store, person), person)
    return [credential for credential in asked if credential.id not in start.brings.credentials]
