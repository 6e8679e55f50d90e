from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.errors import CareerError
from careercli.output.stdout import OutputFormat, Record, Result, emit, say_err

if TYPE_CHECKING:
    from careercli.files.profile import Profile

app = options.App(invoke_without_command=True)

RESUME = "jsonresume"


def _change(name: str | None, edit: "Callable[[Profile], None]") -> "Profile":
    from careercli.files import locations, profile

    return profile.change(locations.profile_file(name), edit)


def complete_key(incomplete: str) -> list[str]:
    from careercli.app.profile_keys import KEYS

    keys = options.starting(incomplete, KEYS)
    return [*(f"{key}=" for key in keys), *options.complete_skill(incomplete)]


@app.callback(
    epilog="""
careercli profile  what your profile holds
careercli profile set job=barber place=texas target=electrician  where you are and want to be
careercli profile set jira=3 sql=none  what you can do
careercli profile rate  skill by skill, with a sentence for each level
careercli profile -f jsonresume > resume.json  as a JSON Resume, with all of one that you imported
"""
)
def profile(
    ctx: typer.Context,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", help="Print table, md, html, json, csv or jsonresume."),
    ] = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Show or change your profile: job, target, skills, credentials.

    The profile is one TOML file of your own. Skills are rated 1 basic, 2 working, 3 advanced,
    4 expert.
    """
    if ctx.invoked_subcommand is not None:
        given = {"profile": profile, "form": form, "no_pager": no_pager or None}
        typed = {name: value for name, value in given.items() if value is not None}
        ctx.default_map = {ctx.invoked_subcommand: typed}
        return
    if form == RESUME:
        from careercli.app.resume import export

        export(profile)
        return
    from careercli.app.credentials import holdings_of
    from careercli.app.lookup import names_of
    from careercli.app.open_stores import open_store
    from careercli.files.profile import read_chosen
    from careercli.output.records.profile import PROFILE
    from careercli.output.screens.profile import profile_page

    person = read_chosen(profile, tell=say_err)
    store = open_store()
    holdings, former = holdings_of(store, person), store.former_skills(person.entries)
    labels = store.labels(skill for skill in person.entries if skill not in former)
    credential_labels = store.credential_labels(holdings)
    named = [role.role for role in (person.target, person.current) if role]
    answer = Result(
        "profile",
        lambda: profile_page(person, holdings, labels, credential_labels, names_of(store, named)),
        lambda: Record.of(
            PROFILE,
            person=person,
            holdings=holdings,
            labels=labels,
            credential_labels=credential_labels,
        ),
        private=True,
    )
    options.write(answer, chosen_form(form), output, force=force, pager=not no_pager)


def chosen_form(typed: str | None) -> OutputFormat | None:
    """The form that was typed, as other commands take it. Raises UsageError."""
    from careercli.app.filters import parse_choice

    forms = [*OutputFormat, RESUME]
    return OutputFormat(parse_choice("--format", typed, forms)) if typed else None


@app.add("""
careercli profile set job="senior cook" years=6 pay=19.50/h place=pittsburgh
careercli profile set target=restaurant-manager education=high-school credential=servsafe:2028-05
careercli profile set jira=3 "user stories=2" sql=none
careercli profile set facilitation=3 --evidence "ran the 2025 launch reviews"
careercli profile set 2.A.2.a=4  a skill of O*NET's own, on its scale from 0 to 7
""")
def set_(
    words: Annotated[
        list[str], typer.Argument(metavar="KEY=VALUE...", autocompletion=complete_key)
    ],
    evidence: Annotated[
        str | None, typer.Option("--evidence", "-e", help="Say what shows that you have it.")
    ] = None,
    profile: options.ProfileOption = None,
) -> None:
    """Set what your profile holds: job, target, level, years, pay, place, education, hours, name,
    interests, credential=ID[:UNTIL], and any SKILL=LEVEL, where LEVEL is 1 to 4 or none.

    Hours are those a week that you have for learning. job and target take the level from a
    title, too: job="senior cook". Without a level, a skill keeps the rating it has, and a new
    one is noted as claimed. Rate O*NET's own skills by element id, on its scale of 0 to 7.
    """
    import shlex

    from careercli.app.open_stores import open_store
    from careercli.app.profile_keys import parse_changes, say_changes, with_changes
    from careercli.app.skill_ratings import say_ratings
    from careercli.files import locations
    from careercli.files.profile import read

    store = open_store()
    try:
        given = parse_changes(store, words, read(locations.profile_file(profile)))
    except CareerError as error:
        if len(words) > 1:
            keys = ", ".join(word.partition("=")[0].strip() for word in words)
            error.hint = f"{error.hint} Nothing was kept of {keys}.".strip()
            if error.word and evidence is None:
                others = shlex.join(word for word in words if word != error.word)
                error.hint += f"\nWithout it: careercli profile set {others}"
        raise
    person = _change(profile, with_changes(store, given, evidence=evidence))
    say_changes(store, given)
    say_ratings(store, person, given.ratings)


@app.add("""
careercli profile unset jira  forget a skill
careercli profile unset target place  forget the target and the place
""")
def unset(
    words: Annotated[list[str], typer.Argument(metavar="KEY...", autocompletion=complete_key)],
    profile: options.ProfileOption = None,
) -> None:
    """Forget keys of your profile, skills or credentials."""
    from careercli.app.profile_keys import unset_all

    unset_all(words, lambda edit: _change(profile, edit))


@app.add("""
careercli profile rate  your target's unrated skills
careercli profile rate product-coordinator  a role's skills
careercli profile rate 29-1141  an occupation's O*NET skills, on O*NET's scale
""")
def rate(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    profile: options.ProfileOption = None,
) -> None:
    """Rate yourself skill by skill; press q to stop, and go on later.

    Each answer is saved at once. You can also pipe answers in, one per line.
    """
    from careercli.app.profile_rate import rate_role

    rate_role(role, level, profile)


@app.add("""
careercli profile log  what changed, the latest first
""")
def log(
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Show what changed and when."""
    from careercli.app.open_stores import open_store
    from careercli.app.profile_keys import PLACES
    from careercli.files.profile import read_chosen
    from careercli.output.records.profile import LOG
    from careercli.output.screens.profile import log_page

    history = read_chosen(profile, tell=say_err).history
    labels = open_store().labels(str(entry["skill"]) for entry in history if "skill" in entry)
    answer = Result(
        "profile log",
        lambda: log_page(history, labels, {place: key for key, place in PLACES.items()}),
        lambda: Record.of(LOG, history=history, labels=labels),
    )
    emit(answer, form, pager=not no_pager)


@app.add("""
careercli profile list  your named profiles
careercli profile list clients/  the profiles in a folder
""")
@options.answers
def list_(
    folder: Annotated[
        str | None, typer.Argument(metavar="[FOLDER]", help="By default, your own profiles.")
    ] = None,
) -> Result:
    """List profiles: name, target, last change."""
    from careercli.app.profiles import profiles_answer

    return profiles_answer(folder)


@app.add("""
careercli profile remove ana  with its history
""")
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
) -> None:
    """Remove a profile with its history."""
    from careercli.app.profiles import remove_profile

    remove_profile(name, yes=yes)
