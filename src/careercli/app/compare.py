"""What `compare` answers."""

from collections.abc import Sequence

from careercli.app.gap import official_skill
from careercli.app.lookup import onet_code, resolve_key
from careercli.app.places import open_store_in, place_of
from careercli.core.compare import IMPORTANT, shared_skills
from careercli.errors import UsageError
from careercli.model.role import Role
from careercli.output.screens.compare import Comparison, compare_page
from careercli.output.stdout import Record, Result
from careercli.store.reader import Store

MAX_ROLES = 5


def compare_answer(names: Sequence[str], area: str | None, profile_name: str | None) -> Result:
    """`compare ROLE ROLE…`: roles side by side, in the order in which they are named."""
    store = open_store_in(area, profile_name)
    compared = comparison(store, [resolve_key(store, name) for name in names])

    def record() -> Record:
        from careercli.output.records.compare import COMPARE

        return Record(COMPARE, compared)

    return Result("compare", lambda: compare_page(compared), record)


def comparison(store: Store, keys: Sequence[str]) -> Comparison:
    """Two to five roles, in the order given. Raises UsageError for fewer or more."""
    roles = [store.get(key) for key in dict.fromkeys(keys)]
    if not 2 <= len(roles) <= MAX_ROLES:
        given = "one" if len(roles) == 1 else str(len(roles))
        raise UsageError(
            f"compare takes two to five different roles; you gave {given}.",
            hint="careercli compare ROLE ROLE",
        )
    labels: dict[str, str] = {}
    skills = [_skills(store, role, labels) for role in roles]
    codes = [onet_code(role) for role in roles]
    traits = store.traits(codes)
    zones = [traits[code].zone if code in traits else None for code in codes]
    unknown = tuple(place for place, named in enumerate(skills) if not named)
    place = place_of(store)
    common, onet = shared_skills(skills), store.official_source("onet")
    return Comparison(tuple(roles), tuple(zones), tuple(common), unknown, labels, onet, place)


def _skills(store: Store, role: Role, labels: dict[str, str]) -> list[str]:
    """The ids of what a role asks for, most needed first; their names go into `labels`.

    Of an occupation: the software that counts, and what O*NET rates as important. What the
    vocabulary knows under such a name is the same skill as in a guide.
    """
    if not role.bare_occupation:
        ids = [skill for requirement in role.requirements for skill in requirement.any_of]
        labels |= store.labels(ids)
        return ids
    rated = role.bare_occupation.ratings.get("skills")
    names = [row.name for row in rated.rows if row.value >= IMPORTANT] if rated else []
    names += [program.name for program in role.bare_occupation.software if program.in_demand]
    ids = []
    for name in names:
        if skill := official_skill(store, name):
            labels |= store.labels([skill])
        else:
            skill = f"name:{name}"
            labels[skill] = name
        ids.append(skill)
    return ids
