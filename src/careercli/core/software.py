"""A person's marks against the software that employers name for an occupation."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from careercli.core.gap import SkillRating
from careercli.model.occupation import Software

Knowing = Literal["known", "claimed", "none", "unrated"]
ORDER: tuple[Knowing, ...] = ("none", "unrated", "claimed", "known")


class Program(NamedTuple):
    """A program that an occupation works with, and what a person's marks say of it.

    skill: the vocabulary's id for it
    level: the mark, 1 to 4; 0 where there is none
    """

    software: Software
    skill: str
    state: Knowing
    level: int


class SoftwareGap(NamedTuple):
    """The software that counts, in demand first, and the names that no vocabulary has.

    wanted: `in demand` where the release says so for this occupation, else `hot`
    """

    wanted: Literal["in demand", "hot"]
    programs: tuple[Program, ...]
    unmatched: tuple[str, ...]

    @property
    def known(self) -> int:
        return sum(one.state == "known" for one in self.programs)

    @property
    def rated(self) -> int:
        return sum(one.state in ("known", "none") for one in self.programs)


def software_gap(
    software: Iterable[Software], ids: Mapping[str, str], marks: Mapping[str, SkillRating]
) -> SoftwareGap:
    """What a person knows of an occupation's software.

    Counts what is in demand for the occupation; where a release does not say, what is hot.
    `ids` are the vocabulary's ids by program. Official data give no level for software, so any
    level counts as knowing it. Programs that are one skill are counted once.
    """
    wanted, asked = countable_software(software)
    programs: dict[str, Program] = {}
    for one in asked:
        if skill := ids.get(one.name):
            programs.setdefault(skill, _program(one, skill, marks.get(skill)))
    found = sorted(programs.values(), key=lambda one: ORDER.index(one.state))
    unmatched = tuple(one.name for one in asked if one.name not in ids)
    return SoftwareGap(wanted, tuple(found), unmatched)


def countable_software(
    software: Iterable[Software],
) -> tuple[Literal["in demand", "hot"], list[Software]]:
    """The software that counts: what is in demand, else what is hot; and which of the two."""
    every = tuple(software)
    asked = [one for one in every if one.in_demand]
    return ("in demand", asked) if asked else ("hot", [one for one in every if one.hot])


def _program(software: Software, skill: str, mark: SkillRating | None) -> Program:
    if mark is None:
        return Program(software, skill, "unrated", 0)
    if mark.level is None:
        return Program(software, skill, "claimed", 0)
    return Program(software, skill, "known" if mark.level else "none", mark.level)


def spellings(name: str) -> Iterator[str]:
    """A program's name as O*NET writes it, and without what O*NET adds to it.

    "Tableau software" is Tableau, and "Structured query language SQL" has its own abbreviation
    at its end: an abbreviation counts only where it is made of the words before it.
    """
    yield name
    plain = name.removesuffix(" software")
    yield plain
    words = plain.split()
    if len(words) > 2 and words[-1].isupper():
        initials = "".join(word[0] for word in words[:-1]).upper()
        if initials == words[-1]:
            yield " ".join(words[:-1])
            yield words[-1]
