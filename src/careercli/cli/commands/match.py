from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command
from careercli.output.stdout import Result

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli match advert.html  a page saved from a browser; text, Markdown or JSON
pbpaste | careercli match -  from standard input
""",
)
@options.answers
def match(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The advertisement.")],
    profile: options.ProfileOption = None,
) -> Result:
    """Compare a job advertisement with your profile."""
    from careercli.app.credentials import holdings_of
    from careercli.app.gap import rename_to_current_ids
    from careercli.app.stores import open_store
    from careercli.core.match import (
        credential_mentions,
        named_credentials,
        nearest_roles,
        skill_statuses,
    )
    from careercli.core.skill_mentions import mentions, unrecognised
    from careercli.errors import CareerError
    from careercli.files.profile import read_chosen, today
    from careercli.files.text_input import read_document
    from careercli.output.records.match import MATCH, MatchView
    from careercli.output.screens.match import match_page
    from careercli.output.stdout import Record, say_err

    advert = read_document(file)
    store = open_store()
    found = mentions(advert.text, store.skill_names("name"))
    words = len(advert.text.split())
    person = read_chosen(profile, tell=say_err)
    mentioned = credential_mentions(advert.text, store.credential_mentions())
    credentials = named_credentials(mentioned, holdings_of(store, person), today())
    if not (found or credentials):
        raise CareerError(
            f"No skill of the vocabulary is named in {file} ({words:,} words).",
            hint="That does not mean that the job asks for none; read it yourself.",
        )
    marks = rename_to_current_ids(store, person.marks)
    named = skill_statuses(found, marks)
    near = nearest_roles((one.skill for one in named), store.requirements())
    unknown = unrecognised(advert.text, [*found, *mentioned])
    labels = store.labels(one.skill for one in named)
    labels |= store.credential_labels(one.id for one in credentials)
    return Result(
        "match",
        lambda: match_page(named, credentials, near, unknown, labels, words),
        lambda: Record(MATCH, MatchView(named, credentials, near, unknown, labels, words)),
    )
