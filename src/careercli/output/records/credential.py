"""`show CREDENTIAL` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from careercli.model.basics import Source
from careercli.model.codec import to_json_data
from careercli.model.portrait import AskingOccupation, Credential
from careercli.output.records.fields import (
    Answer,
    Field,
    Shape,
    Table,
    both,
    itself,
    key_and_rows,
    nested,
)
from careercli.output.records.parts import SOURCE


class CredentialView(NamedTuple):
    """A credential, the occupations that ask for it, and the pages that say so."""

    id: str
    credential: Credential
    asking: Sequence[AskingOccupation]
    sources: Mapping[str, Source]


_NOT_OF_IT = frozenset({"asked_by", "editorial"})
"""Parts of a credential that are told of each occupation."""


def _described(view: CredentialView, _: Any) -> dict[str, Any]:
    return dict(to_json_data(view.credential))


ASKING = Table(
    both("code", "the occupation's O*NET-SOC code"),
    both("slug", "its name in commands"),
    both("title", "its title"),
    both("level", "always, usually or sometimes"),
    both("editorial", "whether that is our own judgment"),
)
CREDENTIAL = Answer.of(
    "show CREDENTIAL",
    nested(
        "credential",
        "the credential",
        itself,
        Field("id", "its id"),
        Field("*", "what it is", _described, of=Shape(Credential, _NOT_OF_IT)),
    ),
    *key_and_rows("asked_by", "the occupations that ask for it", ASKING, "asking"),
    Field("sources", "the pages of the Handbook that say so, by id", of=SOURCE),
)
