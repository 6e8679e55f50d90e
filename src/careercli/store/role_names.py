"""What people call roles, and which role a name means."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from careercli.errors import UnknownNameError
from careercli.model.basics import is_occupation
from careercli.model.codec import build
from careercli.store.portraits import PortraitReader
from careercli.store.store_chain import placeholders, rows_in
from careercli.store.wages import NATION, code_id
from careercli.text import close_words, normalize_name

SOC_CODE = r"\d\d-\d{4}(\.\d\d)?"
"""A SOC code, or an O*NET-SOC code."""
GUIDES = "(key < 'soc:' OR key >= 'soc;')"
"""Keys that are not of occupations, as a condition that an index answers."""
OWN_NAMES = ("title", "name")
"""Kinds of names that a role has alone: its title, and its short name."""
EVERYDAY_NAMES = ("everyday name",)
"""The kind of our own names for what people say of a job in speech."""
OTHER_NAMES = ("other title", "reported title")
"""Kinds of names that several roles may go by; people who do the job reported the second."""
LONGEST_NAME = 300
"""Characters of a typed name that are looked at; the longest title has 150."""
REPORTED = 3
"""How much more somebody counts who works where people said that they are called so."""
GENERAL = 5
"""Roles whose own names end with a word that tells only the kind of job, such as manager."""
LEFTOVER = "all other"
"""How the titles of leftover occupations of a group end."""
MAX_CANDIDATES = 12
"""Candidates that are shown."""
SEARCHED = 50
"""Hits of the search among which the other candidates are."""


class Meaning(NamedTuple):
    """The role that a name means.

    is_exact: whether it is its code, slug, title or short name, and not only another title or a
    beginning
    """

    key: str
    is_exact: bool


class NameReader(PortraitReader):
    """Which role a name means, in a chain of stores."""

    @cached_property
    def exact_guides(self) -> dict[str, str]:
        """Key of an occupation -> key of the guide that is exactly that job, and stands for it."""
        sql = f"SELECT key, soc_code FROM role WHERE match = 'exact' AND {GUIDES}"  # noqa: S608
        return {f"soc:{code}.00": key for key, code in self.query_roles(sql)}

    def resolve(self, name: str) -> str:
        """The key of the role that a person means by `name`; see `meaning`."""
        return self.meaning(name).key

    def meaning(self, name: str) -> Meaning:
        """The role that a person means by `name`, and whether it is exactly so called.

        In this order: an occupation's code, a slug, a title or short name, another title, an
        unambiguous beginning of a slug, title or short name; at each step a guide goes before an
        occupation, and the guide that is exactly an occupation answers to its names too. Raises
        UnknownNameError, with the candidates or the nearest names.
        """
        if name.strip()[:1].isdigit() and re.fullmatch(SOC_CODE, name.strip()):
            return Meaning(self._with_soc_code(name.strip()), is_exact=True)
        folded = normalize_name(name[:LONGEST_NAME])
        if not folded:
            raise UnknownNameError("No role is named.", [], hint="See `careercli list --all`.")
        slugs, kinds = self._whole(folded)
        if not slugs and (deed := self.deed(folded)):
            slugs, kinds = self._whole(deed)
        if kinds == OTHER_NAMES and len(slugs) > 1:
            slugs = self._one_of(slugs, folded) or slugs
        kin = self._of_that_kind(folded) if kinds in ((), OTHER_NAMES) else {}
        if len(kin) >= GENERAL or (kin and slugs.keys() == self._leftovers(slugs)):
            general = self._ambiguous(name, kin | slugs, self._reported(folded), slugs)
            if not (general.dominant and len(slugs) == 1):
                raise general
        if not slugs and not name.strip().startswith("."):  # .net begins no network
            kinds, condition = ("slug", *OWN_NAMES), "folded >= ? AND folded < ?"
            slugs = self._guides_first(self._named(condition, kinds, folded, f"{folded}\U0010ffff"))
            folded = ""
        if len(slugs) == 1:
            is_exact = folded != "" and kinds not in (EVERYDAY_NAMES, OTHER_NAMES)
            return Meaning(next(iter(slugs)), is_exact)
        if slugs:
            called = slugs if folded and kinds == OTHER_NAMES else ()
            raise self._ambiguous(name, slugs, self._reported(folded), called)
        near = self._close_names(normalize_name(name[:LONGEST_NAME]))
        raise UnknownNameError(f"No role is called \u201c{name}\u201d.", near)

    def called(self, name: str) -> dict[str, float]:
        """Key -> share of the people, for the roles with exactly that name; it takes little time.

        The shares are 0 if it isn't known how many work in each.
        """
        folded = normalize_name(name)
        slugs = self._whole(folded)[0] if folded else {}
        if len(slugs) < 2:
            return dict.fromkeys(slugs, 1.0)
        jobs = self.jobs(slugs)
        return {key: jobs.get(key, 0) / max(1, sum(jobs.values())) for key in slugs}

    def _whole(self, folded: str) -> tuple[dict[str, str], tuple[str, ...]]:
        """Key -> slug of the roles with that very name, and the kinds of that name."""
        for kinds in (("slug",), OWN_NAMES, EVERYDAY_NAMES, OTHER_NAMES):
            if slugs := self._named("folded = ?", kinds, folded):
                return self._guides_first(slugs), kinds
        return {}, ()

    def deed(self, folded: str) -> str:
        """The everyday name in -ing that says what a verb and its object do: of "fix my car",
        "fixing cars". Plurals and words of grammar make no difference; empty if there is none."""
        from careercli.core.word_forms import gerunds

        verb, _, what = folded.partition(" ")
        forms = tuple(f"{form} " for form in gerunds(verb))
        asked = _objects(what)
        if not (forms and asked):
            return ""
        rows = self.query(
            "SELECT name.folded FROM role_name_fts JOIN name ON name.id = role_name_fts.rowid"
            " WHERE role_name_fts MATCH ? AND kind = ?",
            " OR ".join(f'"{form}"' for form in forms),
            *EVERYDAY_NAMES,
        )
        names = (str(name) for (name,) in rows if name.startswith(forms))
        return next((name for name in names if _objects(name.partition(" ")[2]) == asked), "")

    def _one_of(self, slugs: dict[str, str], folded: str) -> dict[str, str]:
        """Key -> slug of the role whose own title is the plural of a name; none without one."""
        names = self.names_of(slugs).items()
        return {
            key: slugs[key] for key, (_, title, _) in names if normalize_name(title) == f"{folded}s"
        }

    def _of_that_kind(self, word: str) -> dict[str, str]:
        """Key -> slug of the roles whose own name ends with a word, as that of every manager does;
        none for several words."""
        if " " in word:
            return {}
        condition = (
            "name.id IN (SELECT rowid FROM role_name_fts WHERE role_name_fts MATCH ?)"
            " AND folded GLOB ?"
        )
        slugs = self._named(condition, OWN_NAMES, f'"{word}"', f"* {word}")
        return self._with_exact_guides(slugs)

    def _guides_first(self, slugs: dict[str, str]) -> dict[str, str]:
        """The guides among roles; if there are none, the roles, with guides in the place of
        occupations."""
        guides = {key: slug for key, slug in slugs.items() if not is_occupation(key)}
        return guides or self._with_exact_guides(slugs)

    def _reported(self, folded: str) -> Collection[str]:
        """Keys of the roles in which people reported that name."""
        return self._with_exact_guides(self._named("folded = ?", OTHER_NAMES[1:], folded))

    def _ambiguous(
        self, name: str, slugs: dict[str, str], reported: Collection[str], called: Collection[str]
    ) -> UnknownNameError:
        """The error for a name of several roles, with those that have the most jobs first.

        The one that most of the people work in who are called so is what is usually meant, if it
        is the first of all. Those who said so count REPORTED times, and of a name of several words
        those whose role's own name has the last of them, such as a sous chef's. A single word
        means no leftover of a group, and figures of a larger group are shared out.

        reported: keys of the roles whose people said that they are called so
        called: keys of the roles that go by this very name
        """
        *said, kind = normalize_name(name).split()
        jobs, sharing = self.jobs(slugs), self._sharing(slugs)
        people: dict[str, float] = {key: jobs.get(key, 0) for key in slugs}
        leftovers: set[str] = set()
        for key, (_, title, short) in self.names_of(slugs).items() if called else ():
            own = normalize_name(f"{title} {short}").split()
            people[key] *= REPORTED ** ((key in reported) + bool(said and kind in own))
        shares = people
        if not said:
            shares = {key: count / sharing.get(key, 1) for key, count in people.items()}
            leftovers = self._leftovers(slugs)
        ranked = sorted(slugs, key=lambda key: (key in leftovers, -shares[key], slugs[key]))
        shown, rest = ranked[:MAX_CANDIDATES], len(slugs) - MAX_CANDIDATES
        more = (
            f' {rest} more match; see careercli search "{name}" -n {SEARCHED}.' if rest > 0 else ""
        )
        return UnknownNameError(
            f"\u201c{name}\u201d matches {len(slugs)} roles.",
            [slugs[key] for key in shown],
            hint=f"Give one of these.{more}",
            ambiguous=True,
            jobs=[jobs.get(key, 0) for key in shown],
            grouped=[key in sharing for key in shown],
            dominant=ranked[0] in called
            and ranked[0] not in leftovers
            and jobs.keys() >= set(called)
            and 2 * people[ranked[0]] >= sum(people[key] for key in called),
        )

    def _leftovers(self, keys: Collection[str]) -> set[str]:
        """The leftover occupations of groups, among roles."""
        titles = self.names_of(keys).items()
        return {key for key, (_, title, _) in titles if normalize_name(title).endswith(LEFTOVER)}

    def _sharing(self, keys: Iterable[str]) -> dict[str, int]:
        """Key -> how many occupations share the figures of a larger group, of those that do."""
        codes = self._codes(keys)
        counted = dict(self._occupations.execute("SELECT code, counted FROM trait"))
        sizes = Counter(group[:7] for group in counted.values())
        groups = {key: counted.get(code, "")[:7] for key, code in codes.items()}
        return {
            key: sizes[group]
            for key, group in groups.items()
            if group and codes[key] != f"{group}.00"
        }

    def _codes(self, keys: Iterable[str]) -> dict[str, str]:
        """Key -> O*NET-SOC code of occupations, and of the guides that are exactly one."""
        exact = {guide: key for key, guide in self.exact_guides.items()}
        return {key: exact.get(key, key).removeprefix("soc:") for key in keys}

    def jobs(self, keys: Iterable[str]) -> dict[str, int]:
        """Key -> how many people the wage survey counts in a role; not there if that isn't known.

        Of occupations that it counts together the first has all of them, the others 0.
        """
        codes = self._codes(keys)
        sql = "SELECT code, counted FROM trait WHERE code IN ({})"
        counted = dict(rows_in(self._occupations, sql, codes.values()))
        survey = self._joined_survey
        known: dict[str, int] = {}
        for key in sorted(codes, key=lambda key: codes[key]):
            group = counted.get(codes[key], "")[:7]
            together = any(counted.get(codes[other], "")[:7] == group for other in known)
            sql = "SELECT employment FROM area_pay WHERE code = ? AND area = ?"
            for (count,) in survey.execute(sql, (code_id(group), NATION)) if group else ():
                if count:
                    known[key] = 0 if together else count
        return known

    @cached_property
    def _joined_survey(self) -> sqlite3.Connection:
        """The store of the survey that occupations have their figures from.

        One that was added is joined only if its codes are of their classification.
        """
        survey = self._holder("oews")
        if survey is self._edition:
            return survey
        from careercli.model.datasets import Dataset

        sql = "SELECT record FROM dataset WHERE name = ?"
        classifications = {
            build(Dataset, json.loads(record)).soc
            for name in ("onet", "oews")
            for (record,) in self._holder(name).execute(sql, (name,))
        }
        return self._edition if len(classifications) > 1 else survey

    def _with_soc_code(self, code: str) -> str:
        """The key of the occupation with a code of six or eight digits."""
        whole = code if "." in code else f"{code}.00"
        rows = list(self.query("SELECT key FROM role WHERE key = ?", f"soc:{whole}"))
        if not rows and "." not in code:  # only parts of it are occupations of their own
            rows = list(self.query("SELECT key FROM role WHERE key GLOB ?", f"soc:{code}.*"))
        keys = [str(key) for (key,) in rows]
        if len(keys) == 1:
            return self.exact_guides.get(keys[0], keys[0])
        if keys:
            raise UnknownNameError(
                f"There are {len(keys)} occupations under {code}.",
                [key.removeprefix("soc:") for key in keys],
                hint="Give one of these.",
                ambiguous=True,
            )
        hint = (
            "Codes are of the 2018 classification, such as 29-1141; for an older code,"
            " search for the title."
        )
        raise UnknownNameError(f"There is no occupation {code} here.", [], hint=hint)

    def _named(self, condition: str, kinds: tuple[str, ...], *values: str) -> dict[str, str]:
        """Key -> slug of the roles with a name of these kinds that meets the condition."""
        rows = self.query_roles(
            f"SELECT key, slug FROM name JOIN role USING (key) WHERE {condition}"  # noqa: S608
            f" AND kind IN ({placeholders(kinds)})",
            *values,
            *kinds,
        )
        return dict(rows)

    def _with_exact_guides(self, slugs: dict[str, str]) -> dict[str, str]:
        """Occupations' keys and slugs, with the guide that stands for one in its place."""
        guides = ((self.exact_guides.get(key, key), slug) for key, slug in slugs.items())
        return {
            key: slug if is_occupation(key) else key.removeprefix("guide:") for key, slug in guides
        }

    def _close_names(self, folded: str) -> Iterator[str]:
        """The slugs of the roles whose names are written most like this one.

        That takes time, which who only asks whether there is such a role doesn't spend.
        """
        slugs: dict[str, str] = dict(
            self.query(
                "SELECT folded, slug FROM name JOIN role USING (key)"
                " WHERE kind NOT GLOB '* title' OR key NOT GLOB 'soc:*'"
            )
        )
        close = close_words(folded, slugs, count=8, cutoff=0.6)
        yield from islice(dict.fromkeys(slugs[name] for name in close), 3)

    def names_of(self, keys: Collection[str]) -> dict[str, tuple[str, str, str]]:
        """Key -> slug, title and short singular name of occupations, the last empty without one."""
        codes = (key.removeprefix("soc:") for key in keys)
        sql = "SELECT code, name FROM occupation_name WHERE code IN ({})"
        names = dict(rows_in(self._edition, sql, codes))
        sql = "SELECT key, slug, title FROM role WHERE key IN ({})"
        return {
            key: (slug, title, names.get(key.removeprefix("soc:"), ""))
            for key, slug, title in rows_in(self._occupations, sql, keys)
        }


def _objects(words: str) -> list[str]:
    """The words behind a verb, in the form in which objects are compared."""
    from careercli.core.name_scores import object_stem
    from careercli.core.word_forms import GRAMMAR

    return [object_stem(word) for word in words.split() if word not in GRAMMAR]
