"""`doctor` as JSON and CSV."""

from careercli.output.records.fields import Answer, Field, Table, both, itself

FINDING = Table(
    both("what", "what was looked at"),
    both("found", "what was found"),
    both("well", "whether it is well"),
)
DOCTOR = Answer.of(
    "doctor",
    Field("findings", "what was looked at", itself, of=FINDING, rows=True),
)
