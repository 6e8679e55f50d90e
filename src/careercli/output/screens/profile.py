"""The profile on the screen, and the profiles of a folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercli.core.credentials import Holding, credential_state
from careercli.core.figures import usd
from careercli.files.profile import Profile, ProfileRole, onet_label, today
from careercli.files.profile_schema import CLAIMED, MAX_ONET_LEVEL
from careercli.model.basics import PROFICIENCIES
from careercli.output.page import (
    Block,
    Column,
    Heading,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    data,
    quiet,
)
from careercli.output.screens.blocks import commands, known_facts
from careercli.output.screens.credential import held_words
from careercli.output.screens.wording import Labels, pluralize


def _facts(person: Profile, titles: Labels) -> Iterator[tuple[str, Inline]]:
    for label, key in (("Name", "name"), ("Place", "place"), ("Education", "education")):
        if value := person.tables.get(key):
            yield label, str(value)
    if person.target:
        yield "Target", role_words(person.target, titles)
    if person.current:
        yield "Today", role_words(person.current, titles)
        if years := person.tables["current"].get("years"):
            yield "Years", f"{years:g}"
    if hours := person.tables.get("hours"):
        yield "To learn", f"{hours:g} hours a week"
    if person.interests:
        yield "Interests", person.interests


def profile_page(
    person: Profile,
    holdings: Mapping[str, Holding],
    labels: Labels,
    credential_labels: Labels,
    titles: Labels,
) -> Page:
    """`profile`: the skills with a label, the credentials, and the rest."""
    blocks: list[Block] = [Title("Your profile", str(person.path))]
    facts = tuple(known_facts(_facts(person, titles)))
    blocks += facts
    entries = person.entries.items()
    known = [(labels[skill], entry) for skill, entry in entries if skill in labels]
    if rated := [(label, entry) for label, entry in known if entry["level"] != CLAIMED]:
        rated.sort(key=lambda pair: (-_rank(pair[1]), pair[0]))
        rows = tuple(_row(label, _level(entry["level"]), entry) for label, entry in rated)
        blocks += [Heading("Skills"), Table(COLUMNS, rows)]
    if claims := _claims(known):
        columns = (Column("Skills", wide=True), Column("evidence", wide=True))
        blocks += [Heading("Skills that you claim", "without a level"), Table(columns, claims)]
    if holdings:
        held = tuple(
            (credential_labels[name], held_words(credential_state(holding, today()), holding.until))
            for name, holding in holdings.items()
        )
        blocks += [Heading("Credentials"), Table((Column("", wide=True), Column("")), held)]
    if onet := sorted(person.onet_entries.items(), key=lambda pair: (-pair[1]["level"], pair[0])):
        rows = tuple(
            _row(onet_label(element, entry), data(str(entry["level"])), entry)
            for element, entry in onet
        )
        scale = f"on its own scale from 0 to {MAX_ONET_LEVEL}"
        blocks += [Heading("O*NET's skills", scale), Table(COLUMNS, rows)]
    if not (facts or person.entries or person.onet_entries):
        blocks.append(Paragraph("Your profile is empty."))
    return (*blocks, commands(*_next(person)))


def _next(person: Profile) -> Iterator[tuple[str, str]]:
    """What helps next: toward the target, or to one."""
    rated = bool(person.entries or person.onet_entries)
    if not person.target:
        if person.current or person.interests:
            yield "careercli moves", "which roles are near"
        yield "careercli profile set target=ROLE", "say where you want to go"
    elif rated:
        yield "careercli skills --gap", "how far you are"
    else:
        if person.current:
            yield "careercli path", "the way to your target"
        yield "careercli plan", "what your target takes"
    if rated:
        yield "careercli profile log", "what changed, and when"
    else:
        yield "careercli profile rate", "rate yourself, skill by skill"
        yield "careercli profile set excel=3 sql=none", "or rate just some skills"


COLUMNS = (
    Column("Skill", wide=True),
    Column("level"),
    Column("evidence", wide=True),
    Column("since"),
)


def _row(label: str, level: Inline, entry: Mapping[str, Any]) -> tuple[Inline, ...]:
    return label, level, entry.get("evidence", ""), quiet(str(entry.get("date", "")))


def _claims(known: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[tuple[str, str], ...]:
    """The skills without a level, those of one evidence together."""
    claimed: dict[str, list[str]] = {}
    for label, entry in sorted(known, key=lambda pair: pair[0]):
        if entry["level"] == CLAIMED:
            claimed.setdefault(entry.get("evidence", ""), []).append(label)
    return tuple(("; ".join(names), evidence) for evidence, names in claimed.items())


def role_words(role: ProfileRole, titles: Labels) -> str:
    """A role that the profile names, with its level and pay."""
    named = titles.get(role.role, role.role)
    facts = [f"{role.title}, counted in {named}" if role.title else named]
    if role.level:
        facts.append(f"level {role.level}")
    if role.pay:
        facts.append(f"{usd(role.pay)} a year")
    return ", ".join(facts)


def _rank(entry: Mapping[str, Any]) -> int:
    level = entry["level"]
    return -1 if isinstance(level, str) else int(level)


def _level(level: int | str) -> Inline:
    if isinstance(level, int):
        return data(f"{level} {PROFICIENCIES[level]}")
    return quiet(level)


def log_page(history: Sequence[Mapping[str, Any]], labels: Labels, keys: Labels) -> Page:
    """`profile log`.

    keys: where the file has something -> the key by which it is set
    """
    title = Title("Changes to your profile", "latest first")
    if not history:
        return (title, Paragraph("No changes yet."))
    columns = (Column("when"), Column("what", wide=True), Column("was"), Column("is"))
    return (
        title,
        Table(columns, tuple(_change(change, labels, keys) for change in reversed(history))),
    )


def _change(change: Mapping[str, Any], labels: Labels, keys: Labels) -> tuple[Inline, ...]:
    when = str(change.get("at", ""))[:16].replace("T", " ")
    skill = change.get("skill")
    place = str(change.get("what", ""))
    what = labels[str(skill)] if skill else keys.get(place, place)
    was, now = (_value_words(what, change.get(side, "–")) for side in ("before", "after"))
    return quiet(when), what, was, now


def _value_words(what: str, value: object) -> str:
    """What stood under a key, or stands there."""
    if what == "pay" and isinstance(value, int | float):
        return f"{usd(value)} a year"
    return str(value).replace("held ", "held until ", 1)


class ProfileLine(NamedTuple):
    """A profile in a line.

    changed: the day of its last change
    problem: why it can't be read
    """

    name: str
    target: str = ""
    level: str = ""
    changed: str = ""
    problem: str = ""


def profiles_page(lines: Sequence[ProfileLine], folder: str) -> Page:
    """`profile list`."""
    rows = tuple(
        (
            line.name,
            line.problem or line.target or quiet("no target yet"),
            line.level or quiet("–"),
            quiet(line.changed or "–"),
        )
        for line in lines
    )
    columns = (Column("Profile"), Column("target", wide=True), Column("level"), Column("changed"))
    return (Title(pluralize(len(lines), "profile"), folder), Table(columns, rows))
