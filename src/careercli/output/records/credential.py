"""`show CREDENTIAL` as JSON and CSV."""

from __future__ import annotations

from careercli.model.codec import to_json_data
from careercli.model.portrait import Credential
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

_NOT_OF_IT = frozenset({"asked_by", "editorial"})
"""Parts of a credential that are told of each occupation."""


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
        Field(
            "*",
            "what it is",
            lambda view, _: to_json_data(view.credential),
            of=Shape(Credential, _NOT_OF_IT),
        ),
    ),
    *key_and_rows("asked_by", "the occupations that ask for it", ASKING, "asking"),
    Field("sources", "the pages of the Handbook that say so, by id", of=SOURCE),
)
