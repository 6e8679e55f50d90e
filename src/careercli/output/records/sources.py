"""`sources` as JSON and CSV."""

from careercli.output.records.fields import Answer, Field, Table, both, itself, key_and_rows
from careercli.output.records.parts import SOURCE
from careercli.text import without_secrets

MEMBER = Table(Field("name", "its path in the archive or folder"), Field("sha256", "its digest"))
DATASET = Table(
    both("name", "what it is called in commands"),
    both("title", "its publisher's title, with its release"),
    both("release", "such as 30.3 or 2024–34; empty when its files don't say"),
    both("date", "when it was published, or what it refers to"),
    Field("published", "when it was published, if it came with careercli; empty if not known"),
    both("rows", "how many rows were read"),
    both("occupations", "how many occupations it describes"),
    both("soc", "the year of the classification its codes are of"),
    both(
        "file", "the file or address it came from", lambda dataset, _: without_secrets(dataset.file)
    ),
    both("imported", "when it was added, as an ISO date and time; empty if it came with careercli"),
    both("license", "under which terms", "licence"),
    both("attribution", "the words that those terms ask for"),
    Field("notes", "what was missing, and what therefore isn't shown"),
    Field("id", "its id as a source of figures"),
    Field("source", "the source of its figures", of=SOURCE),
    Field("retrieved", "when the file was downloaded, if it came with careercli"),
    Field("sha256", "the digest of the file; empty for a folder"),
    Field("members", "the files that were read of it, if it is an archive or a folder", of=MEMBER),
    Field("rebuilt_from", "what the file was made from, if it is not the publisher's own"),
)
_SOURCES = Answer.of("sources", *key_and_rows("sources", "the data sets", DATASET, itself))
DATASETS, ADDED = _SOURCES, _SOURCES._replace(typed="sources add")
