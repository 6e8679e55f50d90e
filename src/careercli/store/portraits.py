"""Portraits of occupations and credentials, read from the stores."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from careercli.model.basics import Source, code_of
from careercli.model.codec import build
from careercli.store.store_chain import StoreChain, rows_in
from careercli.text import close_words, normalize_name

if TYPE_CHECKING:
    from careercli.model.portrait import (
        AskedCredential,
        AskedIds,
        AskingOccupation,
        Credential,
        CredentialHit,
        Portrait,
    )
    from careercli.model.role import Role

HANDBOOK = "ooh:"
"""Stands before a page of the Handbook in a list of sources."""
HANDBOOK_URL = "https://www.bls.gov/ooh/"
HANDBOOK_DATE = "2026-03"
MAX_CREDENTIALS = 5
"""Credentials that a search shows."""
MIN_BEGINNING = 4
"""Letters of a word from which on it may be the beginning of one."""


class PortraitReader(StoreChain):
    """What we write of occupations, and what credentials they ask for."""

    def with_portrait(self, role: Role) -> Role:
        """A role with portrait and credentials of the occupation that it is, and their sources."""
        if role.occupation is None:
            return role
        code = role.occupation.code
        portrait = self.portrait(code)
        asked = self._asked_by(code)
        if not portrait and not asked:
            return role
        cited = [*(portrait.sources if portrait else ())]
        for credential in asked:
            cited += credential.credential.sources
        occupation = role.occupation._replace(portrait=portrait, credentials=asked)
        sources = {**role.sources, **self.handbook_pages(cited)}
        return role._replace(occupation=occupation, sources=sources)

    def _asked_by(self, code: str) -> tuple[AskedCredential, ...]:
        """The credentials that an occupation asks for: always, usually, sometimes."""
        from careercli.model.portrait import ASKED_LEVELS, AskedCredential, Credential

        rows = self.query(
            "SELECT id, level, editorial, record FROM asked JOIN credential USING (id)"
            " WHERE code = ? ORDER BY level, label",
            code,
        )
        return tuple(
            AskedCredential(
                credential_id,
                ASKED_LEVELS[level],
                bool(editorial),
                build(Credential, json.loads(record)),
            )
            for credential_id, level, editorial, record in rows
        )

    def asked_credentials(self, role: Role) -> tuple[AskedCredential, ...]:
        """The credentials that a role asks for: always, usually, sometimes, each by label.

        How often is what its exact occupation says, unless its guide says otherwise. One that
        only the guide names, without saying how often, is asked for sometimes.
        """
        from careercli.model.portrait import ASKED_LEVELS, AskedCredential

        code = role.occupation.code if role.occupation else ""
        asked = {credential.id: credential for credential in self._asked_by(code)}
        certificates = role.education.certificates if role.education else ()
        records = self.credentials(named.credential for named in certificates if named.credential)
        for certificate in certificates:
            name = certificate.credential
            if name in records and (certificate.asked or name not in asked):
                level = certificate.asked or "sometimes"
                asked[name] = AskedCredential(name, level, True, records[name])

        def place(credential: AskedCredential) -> tuple[int, str]:
            return ASKED_LEVELS.index(credential.level), credential.credential.label

        return tuple(sorted(asked.values(), key=place))

    def credentials(self, ids: Iterable[str]) -> dict[str, Credential]:
        from careercli.model.portrait import Credential

        rows = [*self.query_in("SELECT id, record FROM credential WHERE id IN ({})", ids)]
        return {
            credential_id: build(Credential, json.loads(record)) for credential_id, record in rows
        }

    def covered(self, ids: Collection[str]) -> set[str]:
        """The ids of the lesser credentials that whoever holds these needn't get."""
        rows = self.query_in("SELECT record FROM credential WHERE id IN ({})", ids)
        records = [json.loads(record) for (record,) in rows]
        return {lesser for record in records for lesser in record.get("covers", ())}

    def credential_labels(self, ids: Iterable[str]) -> dict[str, str]:
        """Credential id -> label; the id itself of one that isn't known."""
        wanted = list(dict.fromkeys(ids))
        labels = dict(self.query_in("SELECT id, label FROM credential WHERE id IN ({})", wanted))
        return {credential_id: labels.get(credential_id, credential_id) for credential_id in wanted}

    def former_skills(self, skills: Iterable[str]) -> dict[str, str]:
        """Skill id -> credential id, of skills of an older vocabulary that are credentials now."""
        named = {normalize_name(skill): skill for skill in skills}
        sql = (
            "SELECT folded, id, record FROM credential_name JOIN credential USING (id)"
            " WHERE folded IN ({})"
        )
        return {
            named[name]: credential_id
            for name, credential_id, record in self.query_in(sql, named)
            if named[name] in json.loads(record).get("was", ())
        }

    def handbook_pages(self, cited: Iterable[str]) -> dict[str, Source]:
        """The pages of the Handbook among the sources cited, by the ids they are cited by."""
        pages = [
            source.removeprefix(HANDBOOK)
            for source in dict.fromkeys(cited)
            if source.startswith(HANDBOOK)
        ]
        sql = "SELECT page, title FROM handbook_page WHERE page IN ({})"
        titles = dict(self.query_in(sql, pages))
        return {
            f"{HANDBOOK}{page}": Source(
                "U.S. Bureau of Labor Statistics",
                f"Occupational Outlook Handbook, {titles[page]}",
                "official-fact",
                HANDBOOK_URL,
                HANDBOOK_DATE,
            )
            for page in pages
        }

    # -- what moves read ------------------------------------------------------------------------

    def similar(self, code: str) -> frozenset[str]:
        """Six-digit codes of occupations that the Handbook calls similar to one, either way."""
        sql = "SELECT similar FROM similar WHERE code = ?"
        rows = self.query(sql, code[:7])
        return frozenset(code for (codes,) in rows for code in codes.split())

    def leads_to(self, code: str) -> frozenset[str]:
        """Six-digit codes of occupations for which the Handbook names work in one as the
        experience."""
        rows = self.query("SELECT goals FROM leads_to WHERE code = ?", code[:7])
        return frozenset(goal for (goals,) in rows for goal in goals.split())

    @cached_property
    def origins(self) -> list[tuple[str, str, bool]]:
        """Six-digit code, or that of a specialty; the beginning of a code of work from which its
        way in says that people come; and whether it says that this work comes first."""
        rows = self.query("SELECT goal, work, first FROM origin")
        return [(goal, work, bool(first)) for goal, work, first in rows]

    def credentials_of(self, codes: Collection[str]) -> dict[str, AskedIds]:
        """O*NET-SOC code -> what study and credentials each of these occupations asks for.

        One of which nothing is known is absent.
        """
        from careercli.model.portrait import ASKED_LEVELS, AskedId, AskedIds, Bridge, Schooling

        sql = "SELECT code, record FROM schooling WHERE code IN ({})"
        studied = {
            code: build(Schooling, json.loads(record)) for code, record in self.query_in(sql, codes)
        }
        sql = "SELECT code FROM portrait WHERE credentials_known AND code IN ({})"
        known = {code for (code,) in self.query_in(sql, codes)}
        sql = (
            "SELECT code, id, level, kind, groups, bridges, scoped, degree"
            " FROM asked JOIN credential USING (id) WHERE code IN ({}) ORDER BY level"
        )
        asked: dict[str, list[AskedId]] = {}
        for code, name, level, kind, groups, stored, *told in self.query_in(sql, codes):
            bridges = tuple(build(Bridge, bridge) for bridge in json.loads(stored))
            scoped, degree = bool(told[0]), told[1]
            credential = AskedId(name, ASKED_LEVELS[level], kind, groups, bridges, scoped, degree)
            asked.setdefault(code, []).append(credential)
        return {
            code: AskedIds(tuple(asked.get(code, ())), code in known, studied.get(code))
            for code in {*asked, *known, *studied}
        }

    def asking_codes(self, credential_id: str, *, often: bool = False) -> frozenset[str]:
        """O*NET-SOC codes of the occupations that ask for a credential.

        often: only those that always or usually do
        """
        from careercli.model.portrait import ASKED_LEVELS

        sql = "SELECT code FROM asked WHERE id = ? AND level <= ?"
        most = ASKED_LEVELS.index("usually" if often else "sometimes")
        return frozenset(code for (code,) in self.query(sql, credential_id, most))

    def requiring_codes(self, credential_id: str) -> list[str]:
        """O*NET-SOC codes of the occupations that always ask for a credential, then of those that
        usually do."""
        sql = "SELECT level, code FROM asked WHERE id = ? AND level < 2 ORDER BY level, code"
        return list(dict.fromkeys(code for _, code in self.query(sql, credential_id)))

    def portrait(self, code: str) -> Portrait | None:
        """What we write of an occupation; None if there is nothing."""
        from careercli.model.portrait import Portrait

        for (record,) in self.query("SELECT record FROM portrait WHERE code = ?", code):
            return build(Portrait, json.loads(record))
        return None

    def credential_id(self, name: str) -> str | None:
        """The id of the credential with this id, label or name; None if there is none."""
        sql = "SELECT id FROM credential_name WHERE folded = ?"
        for (credential_id,) in self.query(sql, normalize_name(name)):
            return str(credential_id)
        return None

    def credential(self, credential_id: str) -> Credential:
        """What a credential is."""
        return self.credentials([credential_id])[credential_id]

    def asking(self, credential_id: str) -> list[AskingOccupation]:
        """The occupations that ask for a credential: always, usually, sometimes, each by title."""
        from careercli.model.portrait import ASKED_LEVELS, AskingOccupation

        sql = "SELECT code, level, editorial FROM asked WHERE id = ?"
        asked = {f"soc:{code}": rest for code, *rest in self.query(sql, credential_id)}
        sql = "SELECT key, slug, title FROM role WHERE key IN ({})"
        occupations = sorted(
            (asked[key][0], title, code_of(key), slug, bool(asked[key][1]))
            for key, slug, title in rows_in(self._occupations, sql, asked)
        )
        return [
            AskingOccupation(code, slug, title, ASKED_LEVELS[level], editorial)
            for level, title, code, slug, editorial in occupations
        ]

    def near_credentials(self, name: str) -> list[str]:
        """The ids of credentials with a name that is written much like this one, nearest first."""
        return [hit.id for hit in self.misspelled_credentials(name, cutoff=0.6)]

    def misspelled_credentials(self, name: str, *, cutoff: float = 0.85) -> list[CredentialHit]:
        """The credentials with a name that this one may be a misspelling of, the nearest first."""
        from careercli.model.portrait import CredentialHit

        names = dict(self.query("SELECT folded, id FROM credential_name"))
        close = close_words(normalize_name(name), names, count=2 * MAX_CREDENTIALS, cutoff=cutoff)
        near = list(dict.fromkeys(names[folded] for folded in close))[:MAX_CREDENTIALS]
        known = self.query_in("SELECT id, label, kind FROM credential WHERE id IN ({})", near)
        return sorted((CredentialHit(*row) for row in known), key=lambda hit: near.index(hit.id))

    def find_credentials(self, words: str, *, begun: bool = False) -> list[CredentialHit]:
        """Credentials with a name in which every word begins a word, the shortest names first.

        A short word, one with a dot before it and one that tells a level are whole words, unless
        the last is only `begun`: "intern" isn't "internal".
        """
        typed = {normalize_name(word): word for word in words.split()}
        tokens = [
            part if begun or not _is_whole(part, typed) else f"{part} "
            for part in normalize_name(words).split()
        ]
        if not tokens:
            return []
        condition = " AND ".join(["instr(' ' || folded || ' ', ?)"] * len(tokens))
        rows = self.query(
            "SELECT id, label, kind, min(length(folded)) FROM credential_name"  # noqa: S608
            f" JOIN credential USING (id) WHERE {condition} GROUP BY id ORDER BY 4, 2 LIMIT ?",
            *(f" {token}" for token in tokens),
            MAX_CREDENTIALS,
        )
        if not rows:
            return []
        from careercli.model.portrait import CredentialHit

        return [CredentialHit(*row[:3]) for row in rows]


def _is_whole(token: str, typed: Mapping[str, str]) -> bool:
    """Whether a word of a query is meant as it is, and not as the beginning of one."""
    from careercli.core.title_words import BEHIND

    dotted = typed.get(token, "").startswith(".")
    return len(token) < MIN_BEGINNING or token in BEHIND or dotted
