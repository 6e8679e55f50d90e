"""A person's ratings against the software that employers name for an occupation."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from careercli.core.gap import SkillRating
from careercli.model.occupation import Software

Knowing = Literal["known", "claimed", "none", "unrated"]
ORDER: tuple[Knowing, ...] = ("none", "unrated", "claimed", "known")


class Program(NamedTuple):
    """A program that an occupation works with, and whether a person knows it.

    skill: the vocabulary's id for it
    level: the person's rating, 1 to 4; 0 for none, or if it isn't rated
    """

    software: Software
    skill: str
    state: Knowing
    level: int


class SoftwareGap(NamedTuple):
    """The software in demand, what isn't known first, and the names that the vocabulary doesn't
    have."""

    programs: tuple[Program, ...]
    unmatched: tuple[str, ...]

    @property
    def known(self) -> int:
        return sum(program.state == "known" for program in self.programs)

    @property
    def rated(self) -> int:
        return sum(program.state in ("known", "none") for program in self.programs)


def software_gap(
    software: Iterable[Software], ids: Mapping[str, str], ratings: Mapping[str, SkillRating]
) -> SoftwareGap:
    """What a person knows of an occupation's software.

    Counts what is in demand for the occupation: what postings for any occupation name, such as an
    operating system for a barber, is nothing to learn for it.
    `ids` are the vocabulary's ids by program. Official data give no level for software, so any
    level counts as knowing it. Programs that are one skill are counted once.
    """
    counted = [program for program in software if program.in_demand]
    programs: dict[str, Program] = {}
    for program in counted:
        if skill := ids.get(program.name):
            programs.setdefault(skill, _program(program, skill, ratings.get(skill)))
    in_order = sorted(programs.values(), key=lambda program: ORDER.index(program.state))
    unmatched = tuple(program.name for program in counted if program.name not in ids)
    return SoftwareGap(tuple(in_order), unmatched)


def _program(software: Software, skill: str, rating: SkillRating | None) -> Program:
    if rating is None:
        return Program(software, skill, "unrated", 0)
    if rating.level is None:
        return Program(software, skill, "claimed", 0)
    return Program(software, skill, "known" if rating.level else "none", rating.level)


def spellings(name: str) -> Iterator[str]:
    """A program's name as O*NET writes it, and without what O*NET adds to it.

    "Tableau software" is Tableau, and "Structured query language SQL" has its own abbreviation
    at its end: an abbreviation counts only if it's made of the words before it.
    """
    yield name
    plain = name.removesuffix(" software")
    yield plain
    *phrase, last = plain.split() or [""]
    initials = "".join(word[0] for word in phrase).upper()
    if len(phrase) > 1 and last.isupper() and last == initials:
        yield " ".join(phrase)
        yield last
