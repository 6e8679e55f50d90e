"""What `compare` answers."""

from collections.abc import Iterator, Mapping, Sequence

from careercli.app.gap import official_skill
from careercli.app.lookup import onet_code, present_role, resolve_key
from careercli.app.places import open_store_in, place_of
from careercli.core.compare import IMPORTANT, SharedSkills, shared_skills
from careercli.errors import UsageError
from careercli.files import profile
from careercli.model.role import Role
from careercli.output.screens.compare import Comparison, compare_page
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store

MAX_ROLES = 5


def compare_answer(names: Sequence[str], area: str | None, profile_name: str | None) -> Result:
    """`compare ROLE ROLE…`: roles side by side, in the order in which they are named."""
    store = open_store_in(area, profile_name)
    keys = [resolve_key(store, name) for name in names]
    compared = comparison(store, keys)
    job = present_role(store, profile.read_chosen(profile_name, tell=say_err))
    compared = compared._replace(employed=bool(job) and job not in keys)

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
    skills = [_skills(store, role) for role in roles]
    codes = [onet_code(role) for role in roles]
    traits = store.traits(codes)
    zones = [traits[code].zone if code in traits else None for code in codes]
    unknown = tuple(place for place, named in enumerate(skills) if not named)
    place = place_of(store)
    onet = store.official_source("onet")
    labels: dict[str, str] = {}
    for kind in (False, True):  # what guides call a skill goes before what official data do
        for role, named in zip(roles, skills, strict=True):
            if (role.bare_occupation is None) == kind:
                labels |= named
    return Comparison(
        tuple(roles),
        tuple(zones),
        tuple(shared_skills([[*named] for named in skills])),
        tuple(_like_with_like(roles, skills)),
        unknown,
        labels,
        onet,
        place,
    )


def _like_with_like(
    roles: Sequence[Role], skills: Sequence[Mapping[str, str]]
) -> Iterator[SharedSkills]:
    """The names of skills that guides share with guides, and occupations with occupations."""
    for kind in (False, True):
        alike = [at for at, role in enumerate(roles) if (role.bare_occupation is not None) == kind]
        places = [at for at in alike if skills[at]]
        if len(places) > 1:
            for shared in shared_skills([[*skills[at].values()] for at in places]):
                yield shared._replace(roles=tuple(places[at] for at in shared.roles))


def _skills(store: Store, role: Role) -> dict[str, str]:
    """The ids of what a role asks for, most needed first, and what it calls them.

    Of an occupation: the software that counts, and what O*NET rates as important. What the
    vocabulary knows under such a name has the id that it has in a guide.
    """
    if not role.bare_occupation:
        ids = [skill for requirement in role.requirements for skill in requirement.any_of]
        labels = store.labels(ids)
        return {skill: labels[skill] for skill in ids}
    rated = role.bare_occupation.ratings.get("skills")
    names = [row.name for row in rated.rows if row.value >= IMPORTANT] if rated else []
    names += [program.name for program in role.bare_occupation.software if program.in_demand]
    named: dict[str, str] = {}
    for name in names:
        skill = official_skill(store, name) or f"name:{name}"
        named[skill if skill not in named else f"name:{name}"] = name
    return named
