"""`interests` as JSON and CSV."""

from careercli.core.interests import INTEREST_LETTERS
from careercli.output.records.fields import Answer, Field, Table, both, key_and_rows, known, nested

ROLE_FIT = Table(
    both("key", "its key", "role.key"),
    both("slug", "its name in commands", "role.slug"),
    both("title", "its title", "role.title"),
    both("name", "what it is called here", lambda fit, view: view.names[fit.role.key]),
    both("fit", "Pearson's r of the six scores and O*NET's six, -1 to 1"),
    both("borrowed", "whether O*NET's six are those of a near occupation"),
    both("education", "education at entry; null if not known", known("education")),
    both("survey_median_usd", "the survey's median in dollars a year", "role.pay"),
    both("growth_percent", "projected change", "role.growth"),
    title="role with its fit",
)
INTERESTS = Answer.of(
    "interests",
    nested(
        "scores",
        "your six scores, in the order R I A S E C",
        lambda view, _: list(zip(INTEREST_LETTERS, view.scores, strict=True)),
        Field("letter", "of RIASEC", lambda pair, _: pair[0]),
        Field("score", "on the scale that was answered or given", lambda pair, _: pair[1]),
    ),
    Field("asked", "whether the scores are of careercli's own questions"),
    *key_and_rows("roles", "the roles that follow them best, best first", ROLE_FIT),
)
