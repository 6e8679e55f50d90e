"""Portraits of occupations and credentials, read from the stores."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from careercli.model.basics import CredentialHit, Source
from careercli.model.codec import build
from careercli.store.chain import StoreChain, placeholders
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.model.portrait import AskingOccupation, Credential
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
        from careercli.model.portrait import ASKED_LEVELS, AskedCredential, Credential, Portrait

        portrait = None
        for (record,) in self._query("SELECT record FROM portrait WHERE code = ?", code):
            portrait = build(Portrait, json.loads(record))
        rows = self._query(
            "SELECT id, level, editorial, record FROM asked JOIN credential USING (id)"
            " WHERE code = ? ORDER BY level, label",
            code,
        )
        asked = tuple(
            AskedCredential(
                credential_id,
                ASKED_LEVELS[level],
                bool(editorial),
                build(Credential, json.loads(record)),
            )
            for credential_id, level, editorial, record in rows
        )
        if not portrait and not asked:
            return role
        cited = [*(portrait.sources if portrait else ())]
        for one in asked:
            cited += one.credential.sources
        occupation = role.occupation._replace(portrait=portrait, credentials=asked)
        sources = {**role.sources, **self.handbook_pages(cited)}
        return role._replace(occupation=occupation, sources=sources)

    def handbook_pages(self, cited: Iterable[str]) -> dict[str, Source]:
        """The pages of the Handbook among the sources cited, by the ids they are cited by."""
        ids = [one for one in dict.fromkeys(cited) if one.startswith(HANDBOOK)]
        pages = [one.removeprefix(HANDBOOK) for one in ids]
        sql = f"SELECT page, title FROM handbook_page WHERE page IN ({placeholders(pages)})"  # noqa: S608
        titles = dict(self._query(sql, *pages))
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

    def credential_id(self, name: str) -> str | None:
        """The id of the credential with this id, label or name; None if there is none."""
        sql = "SELECT id FROM credential_name WHERE folded = ?"
        for (credential_id,) in self._query(sql, normalize_name(name)):
            return str(credential_id)
        return None

    def credential(self, credential_id: str) -> Credential:
        """What a credential is."""
        from careercli.model.portrait import Credential

        sql = "SELECT record FROM credential WHERE id = ?"
        for (record,) in self._query(sql, credential_id):
            return build(Credential, json.loads(record))
        raise KeyError(credential_id)

    def asking(self, credential_id: str) -> list[AskingOccupation]:
        """The occupations that ask for a credential: always, usually, sometimes, each by title."""
        from careercli.model.portrait import ASKED_LEVELS, AskingOccupation

        sql = "SELECT code, level, editorial FROM asked WHERE id = ?"
        asked = {code: rest for code, *rest in self._query(sql, credential_id)}
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

    def find_credentials(self, words: str) -> list[CredentialHit]:
        """Credentials with a name in which every word begins a word, the shortest names first."""
        tokens = normalize_name(words).split()
        if not tokens:
            return []
        condition = " AND ".join(["instr(' ' || folded, ?)"] * len(tokens))
        rows = self._query(
            "SELECT id, label, kind, min(length(folded)) FROM credential_name"  # noqa: S608
            f" JOIN credential USING (id) WHERE {condition} GROUP BY id ORDER BY 4, 2 LIMIT ?",
            *(f" {token}" for token in tokens),
            MAX_CREDENTIALS,
        )
        return [CredentialHit(*row[:3]) for row in rows]
