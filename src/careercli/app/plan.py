"""What `plan` answers."""

from collections.abc import Sequence

from careercli.app.gap import (
    counted_ratings,
    guide_gap,
    require_target,
    role_plan,
)
from careercli.app.lookup import present_role
from careercli.app.move_search import MoveSearch
from careercli.app.move_start import is_student, start_of
from careercli.app.open_stores import open_store
from careercli.app.part_of_role import RolePart, as_part, goal_part
from careercli.app.places import is_role
from careercli.app.skill_ratings import with_held
from careercli.app.study_of_role import studied_for, way_in
from careercli.core.entry import EntryPart, Kinship, own_optional
from careercli.core.moves import judge_move
from careercli.core.plan import EntryStep
from careercli.errors import UsageError
from careercli.files import profile
from careercli.model.basics import DEFAULT_SENIORITY, Seniority
from careercli.model.move_inputs import PlanSort
from careercli.model.role import Role
from careercli.output.screens.plan import EntryPlan, PlanView, plan_page
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store


def _refuse_two(store: Store, typed: Sequence[str]) -> None:
    """Raises UsageError if the words name two roles, and no role together."""
    if is_role(store, typed):
        return
    for first in range(1, len(typed)):
        begin, goal = typed[:first], typed[first:]
        if is_role(store, begin) and is_role(store, goal):
            names = [" ".join(words) for words in (begin, goal)]
            quoted = " ".join(f'"{name}"' if " " in name else name for name in names)
            raise UsageError(
                "plan takes one role, the goal; you named two.",
                hint=f"careercli path {quoted} is the way from one to the other.",
            )


def plan_answer(
    typed: list[str] | None,
    level: Seniority | None,
    profile_name: str | None,
    sort: PlanSort,
    hours: float | None,
    held: Sequence[str] | None = None,
) -> Result:
    """`plan`: to a role, or to the target; `hours` a week, else those of the profile.

    held: skills and credentials to count as if they were there
    """
    store = open_store()
    person = with_held(store, profile.read_chosen(profile_name, tell=say_err), held)
    if typed and len(typed) > 1:
        _refuse_two(store, typed)
    role, level = require_target(store, person, typed, level, "plan")
    ratings = counted_ratings(store, person)
    gap, _ = guide_gap(store, role, level, ratings)
    steps, labels, asking = role_plan(store, gap, ratings, sort)
    target = person.target if not typed else None
    part = goal_part(store, typed, (target and target.title) or "", role.key)
    view = PlanView(
        role,
        gap,
        steps,
        labels,
        entry_plan(store, person, role, part),
        asking,
        placed=bool(person.current or person.ratings),
        part=part.name if part else "",
        has_way=is_student(person) or present_role(store, person) not in ("", role.key),
        a_week=hours or person.tables.get("hours") or None,
    )

    def record() -> Record:
        from careercli.output.records.gap import PLAN

        return Record(PLAN, view)

    return Result("plan", lambda: plan_page(view), record)


def entry_plan(
    store: Store, person: profile.Profile, role: Role, part: RolePart | None = None
) -> EntryPlan:
    """What an occupation, or a part of it, takes of a person, as moves and paths judge it."""
    ground = MoveSearch(store, DEFAULT_SENIORITY)
    start = start_of(ground, present_role(store, person), person)
    end = as_part(ground.standing(role.key), part)
    told = way_in(store, end)
    if not end.code:
        return EntryPlan(way_in=told)
    here = start.role
    kinship = ground.neighbor_links(here).kinship(end) if here else Kinship()
    takes = judge_move(start, end, None, None, kinship).entry
    known = store.credentials(credential.id for credential in end.asked.ids)
    held = start.brings.credentials
    optional = [
        EntryStep(
            EntryPart("credential", name, "have" if name in held else "obtainable"), known[name]
        )
        for name in own_optional(
            end.code, end.asked.ids, known, start.brings, here.asked.ids if here else ()
        )
    ]
    needs = store.preparations([end.code]).get(end.code)
    return EntryPlan(
        takes,
        start.brings,
        known,
        optional,
        told,
        needs.below(end.entry) if needs else None,
        studied_for(store, end, takes),
    )
