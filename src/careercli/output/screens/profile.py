"""The profile on the screen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from careercli.core.credentials import Holding, credential_state
from careercli.core.figures import usd
from careercli.files.profile import Profile, RoleGoal, onet_label, today
from careercli.files.profile_schema import CLAIMED, MAX_ONET_LEVEL, NONE
from careercli.model.basics import PROFICIENCIES
from careercli.output.page import (
    Block,
    Column,
    Commands,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    data,
    quiet,
)
from careercli.output.screens.held import held_words

Labels = Mapping[str, str]


def _facts(person: Profile, titles: Labels) -> Iterator[tuple[str, Inline]]:
    for label, key in (("Name", "name"), ("Place", "place"), ("Education", "education")):
        if value := person.tables.get(key):
            yield label, str(value)
    if person.target:
        yield "Target", aim_words(person.target, titles)
    if person.current:
        yield "Today", aim_words(person.current, titles)
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
    if facts := tuple(_facts(person, titles)):
        blocks.append(Facts(facts))
    if rated := {skill: entry for skill, entry in person.entries.items() if skill in labels}:
        entries = sorted(rated.items(), key=lambda item: (-_rank(item[1]), labels[item[0]]))
        rows = tuple(
            (
                labels[skill],
                _level(entry["level"]),
                entry.get("evidence", ""),
                quiet(str(entry.get("date", ""))),
            )
            for skill, entry in entries
        )
        columns = (
            Column("Skill", wide=True),
            Column("level"),
            Column("evidence", wide=True),
            Column("since"),
        )
        blocks += [Heading("Skills"), Table(columns, rows)]
    if holdings:
        held = tuple(
            (credential_labels[one], held_words(credential_state(holding, today()), holding.until))
            for one, holding in holdings.items()
        )
        blocks += [Heading("Credentials"), Table((Column("", wide=True), Column("")), held)]
    if person.onet_entries:
        blocks += _onet_levels(person)
    if not (facts or person.entries or person.onet_entries):
        blocks.append(Paragraph("Your profile is empty."))
    blocks.append(Commands(tuple(_next(person))))
    return tuple(blocks)


def _next(person: Profile) -> Iterator[tuple[str, str]]:
    """What helps next: towards the target, or to one."""
    rated = bool(person.entries or person.onet_entries)
    if not person.target:
        if person.current or person.interests:
            yield "careercli moves", "which roles are near"
        yield "careercli profile set target=product-coordinator", "say where you want to go"
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


def _onet_levels(person: Profile) -> list[Block]:
    entries = sorted(person.onet_entries.items(), key=lambda item: (-item[1]["level"], item[0]))
    rows = tuple(
        (
            onet_label(element, entry),
            data(str(entry["level"])),
            entry.get("evidence", ""),
            quiet(str(entry.get("date", ""))),
        )
        for element, entry in entries
    )
    columns = (
        Column("Skill", wide=True),
        Column("level"),
        Column("evidence", wide=True),
        Column("since"),
    )
    return [
        Heading("O*NET's skills", f"on its own scale from 0 to {MAX_ONET_LEVEL}"),
        Table(columns, rows),
    ]


def aim_words(aim: RoleGoal, titles: Labels) -> str:
    """A role that the profile names, with its level and pay."""
    facts = [titles.get(aim.role, aim.role)]
    if aim.level:
        facts.append(f"level {aim.level}")
    if aim.pay:
        facts.append(f"{usd(aim.pay)} a year")
    return ", ".join(facts)


def _rank(entry: Mapping[str, Any]) -> int:
    level = entry["level"]
    return {CLAIMED: 0, NONE: -1}[level] if isinstance(level, str) else int(level)


def _level(level: int | str) -> Inline:
    if isinstance(level, int):
        return data(f"{level} {PROFICIENCIES[level]}")
    return quiet("claimed, without a level" if level == CLAIMED else level)


def log_page(history: Sequence[Mapping[str, Any]], labels: Labels) -> Page:
    """`profile log`."""
    title = Title("Changes to your profile", "latest first")
    if not history:
        return (title, Paragraph("No changes yet."))
    rows = tuple(
        (
            quiet(_when(change)),
            _what(change, labels),
            _value(change, "before"),
            _value(change, "after"),
        )
        for change in reversed(history)
    )
    return (
        title,
        Table((Column("when"), Column("what", wide=True), Column("was"), Column("is")), rows),
    )


def _when(change: Mapping[str, Any]) -> str:
    return str(change.get("at", ""))[:16].replace("T", " ")


def _what(change: Mapping[str, Any], labels: Labels) -> str:
    skill = change.get("skill")
    return labels[str(skill)] if skill else str(change.get("what", ""))


def _value(change: Mapping[str, Any], name: str) -> str:
    return str(change.get(name, "–"))
