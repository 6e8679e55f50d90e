"""Portraits of occupations and credentials, read from the stores."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from careercli.model.basics import AskedId, AskedIds, CredentialHit, Source
from careercli.model.codec import build
from careercli.store.chain import MAX_VALUES, StoreChain, placeholders
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.model.portrait import AskedCredential, AskingOccupation, Credential, Portrait
    from careercli.model.role import Role

HANDBOOK = "ooh:"
"""Stands before a page of the Handbook in a list of sources."""
HANDBOOK_URL = "https://www.bls.gov/ooh/"
HANDBOOK_DATE = "2026-03"
MAX_CREDENTIALS = 5
"""Credentials that a search shows."""


class PortraitReader(StoreChain):
    """What we write of occupations, and what credentials they ask for."""

    def with_portrait(self, role: Role) -> Role:
        """A role with portrait and credentials of the occupation that it is, and their sources."""
        if role.occupation is None:
            return role
        code = role.occupation.code
        from careercli.model.portrait import Portrait

        portrait = None
        for (record,) in self.query("SELECT record FROM portrait WHERE code = ?", code):
            portrait = build(Portrait, json.loads(record))
        asked = self._asked_by(code)
        if not portrait and not asked:
            return role
        cited = [*(portrait.sources if portrait else ())]
        for one in asked:
            cited += one.credential.sources
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
        code = role.occupation.code if role.occupation else ""
        asked = {one.id: one for one in self._asked_by(code)}
        certificates = role.education.certificates if role.education else ()
        named = [certificate for certificate in certificates if certificate.credential]
        if named:
            from careercli.model.portrait import ASKED_LEVELS, AskedCredential

            records = self.credentials(one.credential for one in named if one.credential)
            for one in named:
                known = one.credential in asked and not one.asked
                if one.credential in records and not known:
                    asked[one.credential] = AskedCredential(
                        one.credential, one.asked or "sometimes", True, records[one.credential]
                    )
            order = ASKED_LEVELS.index
            return tuple(
                sorted(asked.values(), key=lambda one: (order(one.level), one.credential.label))
            )
        return tuple(asked.values())

    def credentials(self, ids: Iterable[str]) -> dict[str, Credential]:
        from careercli.model.portrait import Credential

        wanted = list(dict.fromkeys(ids))
        sql = f"SELECT id, record FROM credential WHERE id IN ({placeholders(wanted)})"  # noqa: S608
        return {
            credential_id: build(Credential, json.loads(record))
            for credential_id, record in self.query(sql, *wanted)
        }

    def covered(self, ids: Collection[str]) -> set[str]:
        """The ids of the lesser credentials that whoever holds these needn't get."""
        sql = f"SELECT record FROM credential WHERE id IN ({placeholders(ids)})"  # noqa: S608
        records = [json.loads(record) for (record,) in self.query(sql, *ids)]
        return {lesser for record in records for lesser in record.get("covers", ())}

    def credential_labels(self, ids: Iterable[str]) -> dict[str, str]:
        """Credential id -> label; the id itself of one that isn't known."""
        wanted = list(dict.fromkeys(ids))
        sql = f"SELECT id, label FROM credential WHERE id IN ({placeholders(wanted)})"  # noqa: S608
        return dict(zip(wanted, wanted, strict=True)) | dict(self.query(sql, *wanted))

    def former_skills(self, skills: Iterable[str]) -> dict[str, str]:
        """Skill id -> credential id, of skills of an older vocabulary that are credentials now."""
        named = {normalize_name(skill): skill for skill in skills}
        folded = list(named)
        found: dict[str, str] = {}
        for start in range(0, len(folded), MAX_VALUES):
            batch = folded[start : start + MAX_VALUES]
            sql = (
                "SELECT folded, id, record FROM credential_name JOIN credential USING (id)"  # noqa: S608
                f" WHERE folded IN ({placeholders(batch)})"
            )
            for name, credential_id, record in self.query(sql, *batch):
                if named[name] in json.loads(record).get("was", ()):
                    found[named[name]] = credential_id
        return found

    def handbook_pages(self, cited: Iterable[str]) -> dict[str, Source]:
        """The pages of the Handbook among the sources cited, by the ids they are cited by."""
        ids = [one for one in dict.fromkeys(cited) if one.startswith(HANDBOOK)]
        pages = [one.removeprefix(HANDBOOK) for one in ids]
        sql = f"SELECT page, title FROM handbook_page WHERE page IN ({placeholders(pages)})"  # noqa: S608
        titles = dict(self.query(sql, *pages))
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
        return frozenset(one for (row,) in self.query(sql, code[:7]) for one in row.split())

    def credentials_of(self, codes: Collection[str]) -> dict[str, AskedIds]:
        """O*NET-SOC code -> the credentials that the occupation asks for, of these occupations.

        One of which nothing is known is absent.
        """
        from careercli.model.portrait import ASKED_LEVELS

        asked: dict[str, list[AskedId]] = {}
        all_known: set[str] = set()
        wanted = list(codes)
        for start in range(0, len(wanted), MAX_VALUES):
            batch = wanted[start : start + MAX_VALUES]
            among = f"({placeholders(batch)})"
            known = f"SELECT code FROM portrait WHERE credentials_known AND code IN {among}"  # noqa: S608
            all_known |= {code for (code,) in self.query(known, *batch)}
            sql = (
                "SELECT code, id, level, kind, groups FROM asked JOIN credential USING (id)"  # noqa: S608
                f" WHERE code IN {among} ORDER BY level"
            )
            for code, credential_id, level, kind, groups in self.query(sql, *batch):
                one = AskedId(credential_id, ASKED_LEVELS[level], kind, groups)
                asked.setdefault(code, []).append(one)
        return {
            code: AskedIds(tuple(asked.get(code, ())), code in all_known)
            for code in {*asked, *all_known}
        }

    def asking_codes(self, credential_id: str) -> frozenset[str]:
        """O*NET-SOC codes of the occupations that ask for a credential."""
        sql = "SELECT code FROM asked WHERE id = ?"
        return frozenset(code for (code,) in self.query(sql, credential_id))

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
        from careercli.model.portrait import Credential

        sql = "SELECT record FROM credential WHERE id = ?"
        for (record,) in self.query(sql, credential_id):
            return build(Credential, json.loads(record))
        raise KeyError(credential_id)

    def asking(self, credential_id: str) -> list[AskingOccupation]:
        """The occupations that ask for a credential: always, usually, sometimes, each by title."""
        from careercli.model.portrait import ASKED_LEVELS, AskingOccupation

        sql = "SELECT code, level, editorial FROM asked WHERE id = ?"
        asked = {code: rest for code, *rest in self.query(sql, credential_id)}
        keys = [f"soc:{code}" for code in asked]
        roles = f"SELECT key, slug, title FROM role WHERE key IN ({placeholders(keys)})"  # noqa: S608
        occupations = []
        for key, slug, title in self._occupations.execute(roles, keys):
            code = key.removeprefix("soc:")
            level, editorial = asked[code]
            occupations.append((level, title, code, slug, bool(editorial)))
        return [
            AskingOccupation(code, slug, title, ASKED_LEVELS[level], editorial)
            for level, title, code, slug, editorial in sorted(occupations)
        ]

    def near_credentials(self, name: str) -> list[str]:
        """The ids of credentials with a name that is written much like this one, nearest first."""
        from difflib import get_close_matches

        names = dict(self.query("SELECT folded, id FROM credential_name"))
        found = get_close_matches(normalize_name(name), names, n=2 * MAX_CREDENTIALS)
        return list(dict.fromkeys(names[one] for one in found))[:MAX_CREDENTIALS]

    def find_credentials(self, words: str) -> list[CredentialHit]:
        """Credentials with a name in which every word begins a word, the shortest names first."""
        tokens = normalize_name(words).split()
        if not tokens:
            return []
        condition = " AND ".join(["instr(' ' || folded, ?)"] * len(tokens))
        rows = self.query(
            "SELECT id, label, kind, min(length(folded)) FROM credential_name"  # noqa: S608
            f" JOIN credential USING (id) WHERE {condition} GROUP BY id ORDER BY 4, 2 LIMIT ?",
            *(f" {token}" for token in tokens),
            MAX_CREDENTIALS,
        )
        return [CredentialHit(*row[:3]) for row in rows]
