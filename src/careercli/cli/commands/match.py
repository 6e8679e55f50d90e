from typing import Annotated

import typer

from careercli.cli import options
from careercli.output.stdout import Result, say_err

app = options.App()


@app.add("""
careercli match advert.html  a page saved from a browser; text, PDF, Word, Markdown or JSON
careercli match adverts/  what the files of a folder ask for most that you lack
pbpaste | careercli match -  from standard input
""")
@options.answers
def match(
    files: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|-...", help="Advertisements.")],
    held: options.WithOption = None,
    profile: options.ProfileOption = None,
) -> Result:
    """Show what a job advertisement asks for that you lack.

    For several files or a folder, show what they ask for most that you lack.
    """
    from careercli.app.match import advertisements, match_answer, several_answer
    from careercli.app.open_stores import open_store
    from careercli.files.profile import read_chosen

    names = advertisements(files)
    store = open_store()
    person = read_chosen(profile, tell=say_err)
    if held:
        from careercli.app.skill_ratings import with_held

        person = with_held(store, person, held)
    answer = match_answer if len(names) == 1 else several_answer
    return answer(store, names, person)
