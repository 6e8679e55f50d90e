"""`doctor` as JSON and CSV."""

from careercli.output.records.fields import Answer, Table, both, itself, key_and_rows

FINDING = Table(
    both("what", "what was looked at"),
    both("found", "what was found"),
    both("well", "whether it is well"),
)
DOCTOR = Answer.of(
    "doctor",
    *key_and_rows("findings", "what was looked at", FINDING, itself),
)
