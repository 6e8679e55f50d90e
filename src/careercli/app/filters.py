"""One set of filters and orders for every command that lists roles."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from careercli.errors import CareerError, UnknownNameError, UsageError
from careercli.model.basics import DEFAULT_SENIORITY, RoleRow, RoleSummary, major_group
from careercli.output.screens.wording import names_in_table
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import close_words, normalize_name

if TYPE_CHECKING:
    from careercli.core.interests import Scores
    from careercli.files.profile import Profile

Listed = TypeVar("Listed", RoleRow, RoleSummary)
Conditions = Mapping[str, Callable[[RoleSummary], bool]]
"""What a role must meet, by the option that asks for it."""
ORDERS = ("name", "pay", "growth", "fit", "ready", "alike")
REMOTE = ("remote-friendly", "fully remote")
MINE = "mine"
SYNONYMS = {
    "title": "name",
    **dict.fromkeys(("salary", "median"), "pay"),
    "outlook": "growth",
    "readiness": "ready",
    "interests": "fit",
    "likeness": "alike",
    "junior": "entry",
    **dict.fromkeys(("hs", "ged", "some-college"), "high-school"),
    "trade-school": "certificate",
    "associate's": "associate",
    **dict.fromkeys(("bachelor's", "bachelors", "bs", "ba"), "bachelor"),
    **dict.fromkeys(("master's", "master", "masters", "doctorate", "phd"), "graduate"),
}
MIN_PREFIX = 4
WHOLE_FAMILIES = {"trades": ("soc-47", "soc-49")}
"""Families of guides -> official families that belong to them, though they aren't called so:
construction, and installation, maintenance and repair."""


class RoleFilter(NamedTuple):
    """What a role must have to be listed.

    occupations: whether occupations are looked at that no guide is about
    min_pay: in dollars a year
    education: the most that is typical at entry: one of a profile's, or `mine`
    study: words of a field of study that commonly prepares for it
    """

    family: str | None = None
    min_pay: float | None = None
    min_growth: float | None = None
    skills: tuple[str, ...] = ()
    interest: str | None = None
    remote: bool = False
    occupations: bool = False
    education: str | None = None
    study: str | None = None

    @property
    def has_conditions(self) -> bool:
        """Whether it leaves any role out; then it looks at occupations too."""
        asked = (self.family, self.skills, self.interest, self.remote, self.education, self.study)
        return any(asked) or self.min_pay is not None or self.min_growth is not None


class Listing(NamedTuple):
    """What is listed, in which order, and how much of it.

    order: one of ORDERS; None is the command's own
    area: the place whose pay counts; None is the profile's
    """

    roles: RoleFilter = RoleFilter()
    order: str | None = None
    limit: int | None = None
    area: str | None = None


class Measure(NamedTuple):
    """What roles are ordered by, if no column shows it.

    name: one of ORDERS; values: key -> value
    """

    name: str
    values: Mapping[str, float]


def parse_choice(option: str, typed: str, choices: Sequence[str]) -> str:
    """The choice that was typed, or that a synonym or beginning stands for. Raises UsageError."""
    folded = typed.strip().casefold().replace("\u2019", "'").replace(" ", "-")
    folded = folded.removesuffix("-degree").removesuffix("-diploma")
    word = SYNONYMS.get(folded, folded)
    begun = [choice for choice in choices if choice.startswith(word)] if word else []
    if word in choices or len(begun) == 1:
        return word if word in choices else begun[0]
    near = close_words(word, [*choices, *SYNONYMS], count=1, cutoff=0.6)
    meant = [choice for choice in (SYNONYMS.get(word, word) for word in near) if choice in choices]
    raise UsageError(
        f"{option} must be one of {', '.join(choices)}; found \u201c{typed}\u201d.",
        hint=f"Did you mean {meant[0]}?" if meant else "",
    )


def conditions(
    store: Store,
    wanted: RoleFilter,
    families: Mapping[str, str],
    person: "Callable[[], Profile] | None" = None,
) -> Conditions:
    """What a role must meet.

    person: reads the profile, for `--education mine`
    """
    met: dict[str, Callable[[RoleSummary], bool]] = {}
    if wanted.family:
        met["--family"] = _of_family(store, wanted.family, families)
    if (pay := wanted.min_pay) is not None:
        met["--min-pay"] = lambda role: role.pay is not None and role.pay >= pay
    if (growth := wanted.min_growth) is not None:
        met["--min-growth"] = lambda role: role.growth is not None and role.growth >= growth
    if wanted.skills:
        from careercli.app.lookup import resolve_skill

        keys = [store.with_skill(resolve_skill(store, name)) for name in wanted.skills]
        met["--skill"] = lambda role: all(role.key in named for named in keys)
    if wanted.interest:
        from careercli.core.interests import parse_interests

        letters = set(parse_interests([wanted.interest]))
        met["--interest"] = lambda role: letters <= set(role.interests)
    if wanted.remote:
        met["--remote"] = lambda role: role.remote in REMOTE
    if wanted.education:
        from careercli.core.entry import education_rank

        most, own = _education(store, wanted.education, person)
        ranks = {key: education_rank(entry) for key, entry in store.entry_education().items()}
        met["--education"] = lambda role: role.key == own or 0 <= ranks.get(role.key, -1) <= most
    if wanted.study:
        from careercli.app.roles_of_field import roles_of_field

        studied = roles_of_field(store, wanted.study)
        met["--study"] = lambda role: role.key in studied
    return met


def as_options(wanted: RoleFilter) -> str:
    """The filters as they are typed behind a command."""
    from shlex import quote

    said: list[tuple[str, object]] = [
        ("--family", wanted.family),
        ("--education", wanted.education),
        ("--min-pay", wanted.min_pay),
        ("--min-growth", wanted.min_growth),
        *(("--skill", skill) for skill in wanted.skills),
        ("--interest", wanted.interest),
        ("--study", wanted.study),
    ]
    typed = [
        f"{option} {f'{value:g}' if isinstance(value, float) else quote(str(value))}"
        for option, value in said
        if value is not None
    ]
    return " ".join([*typed, *(["--remote"] if wanted.remote else [])])


def listing_options(wanted: Listing) -> str:
    """A listing's filters, place, order and limit as they are typed behind a command."""
    from shlex import quote

    typed = [as_options(wanted.roles), "--all" if wanted.roles.occupations else ""]
    typed += [f"--area {quote(wanted.area)}" if wanted.area else ""]
    typed += [f"--sort {wanted.order}" if wanted.order else ""]
    typed += [f"--limit {wanted.limit}" if wanted.limit else ""]
    return " ".join(filter(None, typed))


def meeting(
    briefs: Sequence[RoleSummary], conditions: Conditions, farther: str = ""
) -> list[RoleSummary]:
    """The roles that meet every condition.

    farther: of roles near one, the command that lists all that meet them
    Raises CareerError if none does, which names the condition without which most would.
    """
    passing = [brief for brief in briefs if all(is_met(brief) for is_met in conditions.values())]
    if passing:
        return passing
    without = {
        left_out: sum(
            all(is_met(brief) for option, is_met in conditions.items() if option != left_out)
            for brief in briefs
        )
        for left_out in conditions
    }
    best = max(without, key=without.__getitem__, default="")
    hint = "Remove one and try again."
    if best and without[best]:
        hint = f"Without {best} there would be {without[best]:,}."
    if farther:
        message = "No role near yours matches these filters."
        raise CareerError(message, hint=f"{hint} Those farther off: {farther}")
    raise CareerError("No roles match these filters.", hint=hint)


def chosen(
    store: Store,
    wanted: Listing,
    person: "Callable[[], Profile]",
    among: Collection[str] | None = None,
    farther: str = "",
) -> list[RoleSummary]:
    """The roles that pass the filters, in the order asked for, or by name.

    among: their keys, if not every role is meant; farther: the command that lists the others
    Raises CareerError if none passes.
    """
    roles = wanted.roles
    everything = store.summaries(occupations=roles.occupations or roles.has_conditions)
    met = conditions(store, roles, store.families(), person)
    if among is not None:
        is_any = any(all(is_met(brief) for is_met in met.values()) for brief in everything)
        farther = farther if is_any else ""
        everything = [brief for brief in everything if brief.key in among]
    passing = meeting(everything, met, farther)
    return ordered(store, passing, wanted.order or "name", person)[0]


def ordered(
    store: Store,
    briefs: Sequence[RoleSummary],
    order: str,
    person: "Callable[[], Profile]",
) -> tuple[list[RoleSummary], Measure | None]:
    """Roles in an order, and what they are ordered by if no column has that.

    Raises CareerError if nothing is known to order them by.
    """
    if order == "name":
        names = names_in_table(briefs)
        return sorted(briefs, key=lambda brief: names[brief.key].casefold()), None
    if order == "pay":
        return most_first(briefs, lambda brief: brief.pay), None
    if order == "growth":
        return most_first(briefs, lambda brief: brief.growth), None
    values = {"fit": _fits, "ready": _readiness, "alike": _likeness}[order](store, person())
    return most_first(briefs, lambda brief: values.get(brief.key)), Measure(order, values)


def most_first(
    roles: Iterable[Listed], amount_of: Callable[[Listed], float | None]
) -> list[Listed]:
    """Roles by an amount, the highest first; unknown ones last."""

    def order(role: Listed) -> tuple[bool, float, str]:
        amount = amount_of(role)
        return amount is None, -(amount or 0), role.title.casefold()

    return sorted(roles, key=order)


def _fits(store: Store, person: "Profile") -> dict[str, float]:
    scores = person.interest_scores
    if scores is None:
        raise CareerError(
            "Your interests aren't known, so there is no fit to sort by.",
            hint="careercli interests asks thirty questions, or takes letters.",
        )
    return role_fits(store, scores)


def role_fits(store: Store, scores: "Scores") -> dict[str, float]:
    """Key -> how well the role's six interests follow these, from -1 to 1."""
    from careercli.core.interests import correlations

    profiles = store.interest_profiles()
    return correlations(scores, {key: profile for key, (profile, _) in profiles.items()})


def _readiness(store: Store, person: "Profile") -> dict[str, float]:
    """Key -> readiness in percent, for roles of which something is rated."""
    from careercli.app.gap import rename_to_current_ids, role_gaps

    level = (person.target.level if person.target else None) or DEFAULT_SENIORITY
    gaps = role_gaps(store, level, rename_to_current_ids(store, person.ratings))
    found = {gap.key: float(gap.gap.readiness) for gap in gaps if gap.gap.readiness is not None}
    if not found:
        raise CareerError(
            "Nothing is rated yet, so there is no readiness to sort by.",
            hint="careercli profile rate ROLE rates you, skill by skill.",
        )
    return found


def _likeness(store: Store, person: "Profile") -> dict[str, float]:
    """Key -> likeness to the present job, else to the target, in standard deviations."""
    from careercli.app.lookup import known_key, onet_code
    from careercli.model.move_inputs import LIKENESS_UNIT

    for named in (person.current, person.target):
        key = known_key(store, named.role) if named else ""
        if key and (code := onet_code(store.get(key))):
            exact = store.exact_guides
            near = {f"soc:{other}": value for other, value in store.likeness(code).items()}
            return {exact.get(key, key): value / LIKENESS_UNIT for key, value in near.items()}
    raise CareerError(
        "Your job isn't known, so there is nothing to compare roles with.",
        hint="careercli profile set job=ROLE says what you do.",
    )


def _of_family(
    store: Store, name: str, families: Mapping[str, str]
) -> Callable[[RoleSummary], bool]:
    """Whether a role is of a family: its own, or the official one of its occupation.

    If a family of guides has the whole name, official families count only if those guides are in
    them: "health" is healthcare too, and "product" isn't production.
    """
    official = {
        key: f"soc-{major_group(code)}"
        for key, (code, match) in store.guide_occupations().items()
        if code and match != "broader"
    }
    named = families_named(name, families)
    folded = normalize_name(name)
    if whole := {
        family for family in named if folded in (family, normalize_name(families[family]))
    }:
        guides = (role.key for role in store.summaries() if role.family in whole)
        named = whole | (named & {official.get(key, "") for key in guides})
        named |= {other for family in whole for other in WHOLE_FAMILIES.get(family, ())}
    return lambda role: role.family in named or official.get(role.key) in named


def families_named(name: str, families: Mapping[str, str]) -> set[str]:
    """The families of which the id, or a word of the title, begins with a name.

    Raises UnknownNameError with the nearest.
    """
    folded = normalize_name(name)
    titles = {family: normalize_name(title) for family, title in families.items()}
    begun = {
        family
        for family, title in titles.items()
        if folded in (normalize_name(family), title)
        or (len(folded) >= MIN_PREFIX and re.search(rf"\b{re.escape(folded)}", title))
    }
    if begun:
        return begun
    words = {word: family for family, title in titles.items() for word in title.split()}
    near = close_words(folded, [*titles.values(), *words], count=3, cutoff=0.6)
    called = {title: family for family, title in titles.items()} | words
    named = dict.fromkeys(called[word] for word in near)
    raise UnknownNameError(
        f"There is no family \u201c{name}\u201d.",
        [families[family] for family in named],
        hint="`careercli list` shows roles by family.",
    )


def _education(store: Store, typed: str, person: "Callable[[], Profile] | None") -> tuple[int, str]:
    """The highest rank of education that passes. For `mine`, also the key of the present job, which
    passes whatever it asks for."""
    from careercli.app.lookup import present_role
    from careercli.core.entry import EDUCATION, OWN_EDUCATION, education_rank

    choice = parse_choice("--education", typed, (*OWN_EDUCATION, MINE))
    who = person() if person and choice == MINE else None
    mine = who.tables.get("education") if who else None
    if choice == MINE and mine is None:
        raise CareerError(
            "Your education isn't known.",
            hint="For example, careercli profile set education=associate.",
        )
    highest = OWN_EDUCATION[str(mine or choice)]
    if who and highest == EDUCATION[0]:
        say_err(NO_DIPLOMA)
    most = EDUCATION[-1] if highest == OWN_EDUCATION["graduate"] else highest
    return education_rank(most), present_role(store, who) if who else ""


NO_DIPLOMA = (
    "Without a diploma most roles are closed; --education high-school has those that a GED opens."
)


def person_reader(name: str | None) -> "Callable[[], Profile]":
    """What reads the chosen profile when it is needed."""

    def read() -> "Profile":
        from careercli.files.profile import read_chosen

        return read_chosen(name, tell=say_err)

    return read
