"""`sources` and `import` as JSON and CSV."""

from careercli.output.records.fields import Answer, Field, Rows, Table
from careercli.output.records.role import SOURCE

DATASET = Table(
    Field("name", "what it is called in commands", csv=True),
    Field("title", "its publisher's title, with its release", csv=True),
    Field("release", "such as 30.3 or 2024–34; empty when its files don't say", csv=True),
    Field("date", "when it was published, or what it refers to", csv=True),
    Field("rows", "how many rows were read", csv=True),
    Field("occupations", "how many occupations it describes", csv=True),
    Field("soc", "the year of the classification its codes are of", csv=True),
    Field("file", "the file or address it came from", csv=True),
    Field("imported", "when, as an ISO date and time", csv=True),
    Field("licence", "under which terms", csv=True),
    Field("attribution", "the words that those terms ask for", csv=True),
    Field("notes", "what was missing, and what therefore isn't shown"),
    Field("id", "its id as a source of figures"),
    Field("source", "the source of its figures", of=SOURCE),
)
_ANSWER = Answer(
    "sources",
    Table(Field("sources", "the data sets", lambda datasets, _: datasets, of=DATASET)),
    (Rows(lambda datasets: datasets, DATASET),),
)
DATASETS, IMPORTED = _ANSWER, _ANSWER._replace(typed="import")
