"""`guide` as JSON and CSV."""

from __future__ import annotations

from careercli.output.records.fields import Answer, Field, Table, itself, nested

PROBLEM = Table(
    Field("where", "line or key; empty for the whole file"),
    Field("rule", "what must be true"),
    Field("found", "what was there instead"),
    Field("hint", "what to do"),
)
CHECK = Answer.of(
    "guide check",
    nested(
        "files",
        "the files",
        "checked",
        Field("file", "its path", lambda guide, _: str(guide.path)),
        Field("sound", "whether it has no problems", lambda guide, _: not guide.problems),
        Field("problems", "what must be fixed", of=PROBLEM),
        Field(
            "warnings", "what is weak", lambda guide, view: view.warnings[guide.path], of=PROBLEM
        ),
    ),
)
OWN_GUIDES = Answer.of(
    "guide",
    nested(
        "guides",
        "your own guides",
        itself,
        Field("slug", "its slug", lambda guide, _: guide.path.stem),
        Field("title", "its title", lambda checked, _: checked.guide.get("title", "")),
        Field("file", "its path", lambda guide, _: str(guide.path)),
        Field("problems", "what keeps it out of every command", of=PROBLEM),
    ),
)
