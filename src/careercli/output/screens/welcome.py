"""What `careercli` alone says: five questions to begin with."""

from careercli.output.page import Commands, Page, Paragraph, Title, quiet

QUESTIONS = (
    ("careercli show product-coordinator", "What is this job really like?"),
    ("careercli salary --level senior", "What does it pay, and which pays best?"),
    ("careercli tiers product-coordinator", "How do people rise in it?"),
    ("careercli skills product-coordinator --gap", "How far am I from it?"),
    ("careercli list", "Which roles are there?"),
)
PAGE: Page = (
    Title("careercli", "a career explorer for the terminal"),
    Commands(QUESTIONS),
    Paragraph(quiet("careercli --help shows every command.")),
)
"""`careercli`."""
