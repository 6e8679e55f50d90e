"""`match` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.output.records.fields import Answer, Field, Rows, Table, both

if TYPE_CHECKING:
    from careercli.core.match import NamedCredential, NamedSkill, RoleMatch


class MatchView(NamedTuple):
    """The skills that a text of `words` words names, the nearest roles, and names not known."""

    named: Sequence[NamedSkill]
    credentials: Sequence[NamedCredential]
    near: Sequence[RoleMatch]
    unknown: Sequence[str]
    labels: Mapping[str, str]
    words: int


NAMED = Table(
    Field("id", "its id", "skill", csv="skill"),
    both("label", "its label", lambda named, view: view.labels[named.skill]),
    both("written", "as the text names it"),
    both("status", "have, claimed, none or unrated"),
    both("level", "your level, 1 to 4", lambda named, _: named.level or None),
)
MATCH = Answer(
    "match",
    Table(
        Field("words_total", "how many words the text has", "words"),
        Field("skills", "the skills that it names", "named", of=NAMED),
        Field(
            "credentials",
            "the licenses and certificates that it names",
            of=Table(
                Field("id", "its id"),
                Field("label", "its label", lambda named, view: view.labels[named.id]),
                Field("written", "as the text names it"),
                Field("state", "held, not held or unknown"),
                Field("until", "when it lasts until, or null", lambda one, _: one.until or None),
            ),
        ),
        Field(
            "nearest_roles",
            "the roles whose requirements it names most of",
            "near",
            of=Table(
                Field("slug", "its slug", "needs.slug"),
                Field("title", "its title", "needs.title"),
                Field("named_weight", "weight of what is named: must 3, should 2, nice 1", "named"),
                Field("full_weight", "weight of all that it asks for", "full"),
                Field("percent", "the one in percent of the other"),
            ),
        ),
        Field("unrecognized", "names that aren't in the vocabulary", "unknown"),
    ),
    (Rows(lambda view: view.named, NAMED),),
)
