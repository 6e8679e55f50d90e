from typing import Annotated

import typer

from careercli.commands import options

app = options.app()


@app.command(
    cls=options.Command,
    epilog="""
careercli match advert.html  saved from a browser; text, Markdown and JSON too
pbpaste | careercli match -  from standard input
""",
)
def match(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The advertisement.")],
    form: options.FormOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """A job advertisement against your profile: what it names, what you have."""
    from careercli.commands.gaps import known_marks
    from careercli.core.match import nearest_roles, standings
    from careercli.core.mentions import mentions, unrecognised
    from careercli.errors import CareerError
    from careercli.output import Answer, give, narrate
    from careercli.profile import read_chosen
    from careercli.reading import read_words
    from careercli.store import Store
    from careercli.views.match import match_data, match_page, match_rows

    advert = read_words(file)
    store = Store()
    found = mentions(advert.text, store.skill_names("name"))
    words = len(advert.text.split())
    if not found:
        raise CareerError(
            f"No skill of the vocabulary is named in {file} ({words:,} words).",
            hint="That does not mean that the job asks for none; read it yourself.",
        )
    marks = known_marks(store, read_chosen(profile, tell=narrate).marks)
    named = standings(found, marks)
    near = nearest_roles((one.skill for one in named), store.needs())
    unknown = unrecognised(advert.text, found)
    labels = store.labels(one.skill for one in named)
    answer = Answer(
        "match",
        match_data(named, near, unknown, labels, words),
        lambda: match_page(named, near, unknown, labels, words),
        lambda: match_rows(named, labels),
    )
    give(answer, form, pager=not no_pager)
