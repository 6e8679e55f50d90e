"""`careercli` without a command as JSON."""

from careercli.output.records.fields import Answer, Field, nested

WELCOME = Answer.of(
    "careercli",
    nested(
        "examples",
        "what to begin with",
        lambda questions, _: list(questions),
        Field("command", "as it is typed", lambda pair, _: pair[0]),
        Field("question", "what it answers", lambda pair, _: pair[1]),
    ),
)
HELP = Answer.of(
    "help",
    Field("topic", "the topic", lambda found, _: found[0]),
    Field("text", "what is said of it, as Markdown", lambda found, _: found[1]),
)
