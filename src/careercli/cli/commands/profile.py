from collections.abc import Callable
from math import isnan
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command, Group

if TYPE_CHECKING:
    from careercli.files.profile import Profile

app = options.app(invoke_without_command=True)

SkillWords = Annotated[
    list[str], typer.Argument(metavar="SKILL[=LEVEL]...", autocompletion=options.complete_skill)
]


def _change(name: str | None, edit: "Callable[[Profile], None]") -> "Profile":
    from careercli.files import locations, profile

    return profile.change(locations.profile_file(name), edit)


@app.callback(
    cls=Group,
    epilog="""
careercli profile  what your profile holds
careercli profile target product-coordinator --level senior  where you want to go
careercli profile set jira=3 sql=none  what you can do
careercli profile rate  skill by skill, with a sentence for each level
""",
)
def profile(
    ctx: typer.Context,
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Show and change your profile: target, skills, history.

    The profile is one TOML file of your own. Skills are rated 1 basic, 2 working, 3 advanced,
    4 expert.
    """
    if ctx.invoked_subcommand is not None:
        given = {"profile": profile, "form": form, "no_pager": no_pager or None}
        typed = {name: value for name, value in given.items() if value is not None}
        ctx.default_map = {ctx.invoked_subcommand: typed}
        return
    from careercli.app.credentials import holdings_of
    from careercli.app.stores import open_store
    from careercli.files.profile import read_chosen
    from careercli.output.records.profile import PROFILE, ProfileView
    from careercli.output.screens.profile import profile_page
    from careercli.output.stdout import Record, Result, emit, say_err

    person = read_chosen(profile, tell=say_err)
    store = open_store()
    holdings, former = holdings_of(store, person), store.former_skills(person.entries)
    labels = store.labels(skill for skill in person.entries if skill not in former)
    credential_labels, titles = store.credential_labels(holdings), dict(store.slugs())
    answer = Result(
        "profile",
        lambda: profile_page(person, holdings, labels, credential_labels, titles),
        lambda: Record(PROFILE, ProfileView(person, holdings, labels, credential_labels)),
    )
    emit(answer, form, pager=not no_pager)


@app.command(
    cls=Command,
    epilog="""
careercli profile target product-coordinator --level senior
""",
)
def target(
    role: options.RoleArgument,
    level: options.LevelOption = None,
    profile: options.ProfileOption = None,
) -> None:
    """Set the role you want, which `skills --gap` compares you with."""
    from careercli.app.lookup import resolve_role
    from careercli.app.stores import open_store
    from careercli.files.profile import RoleGoal
    from careercli.output.stdout import say_err

    found = resolve_role(open_store(), role)
    _change(profile, lambda person: person.aim("target", RoleGoal(found.slug, level)))
    say_err(f"Target: {found.title}{f', level {level}' if level else ''}.")


@app.command(
    cls=Command,
    epilog="""
careercli profile current project-coordinator --level mid --pay 58000
""",
)
def current(
    role: options.RoleArgument,
    level: options.LevelOption = None,
    pay: Annotated[
        float | None,
        typer.Option(
            min=1,
            max=10_000_000,
            show_default=False,
            help="Your pay, in U.S. dollars a year before tax.",
        ),
    ] = None,
    profile: options.ProfileOption = None,
) -> None:
    """Set the job you have now. A job that isn't a role here is kept as written."""
    from careercli.app.lookup import role_or_words
    from careercli.app.stores import open_store
    from careercli.errors import UsageError
    from careercli.files.profile import RoleGoal
    from careercli.output.stdout import say_err

    if pay is not None and isnan(pay):
        raise UsageError("Pay is an amount.", hint="Such as --pay 58000.")
    name, title = role_or_words(open_store(), role)
    _change(profile, lambda person: person.aim("current", RoleGoal(name, level, pay)))
    say_err(f"Present role: {title}{f', level {level}' if level else ''}.")


@app.command(
    "set",
    cls=Command,
    epilog="""
careercli profile set jira=3 "user stories=2" sql=none
careercli profile set facilitation=3 --evidence "ran the 2025 launch reviews"
careercli profile set 2.A.2.a=4  a skill of O*NET's own, on its scale from 0 to 7
""",
)
def set_skills(
    skills: SkillWords,
    evidence: Annotated[
        str | None,
        typer.Option("--evidence", "-e", show_default=False, help="What shows that you have it."),
    ] = None,
    profile: options.ProfileOption = None,
) -> None:
    """Rate skills: SKILL=LEVEL, where LEVEL is 1 to 4 or none.

    Without a level, a skill keeps the rating it has, and a new one is noted as claimed. Rate
    O*NET's own skills by element id, on its scale of 0 to 7.
    """
    from careercli.app.skill_ratings import parse_ratings, say_ratings, with_ratings
    from careercli.app.stores import open_store

    store = open_store()
    given = parse_ratings(store, skills)
    person = _change(profile, with_ratings(store, given, origin="set", evidence=evidence))
    say_ratings(store, person, given)


@app.command(
    cls=Command,
    epilog="""
careercli profile unset jira  forget a skill
careercli profile unset target  forget the target
""",
)
def unset(
    skills: Annotated[list[str], typer.Argument(metavar="SKILL...|target|current|interests")],
    profile: options.ProfileOption = None,
) -> None:
    """Remove a skill, the target, the current role or the interests."""
    from careercli.app.skill_ratings import unset_all

    unset_all(skills, lambda edit: _change(profile, edit))


@app.command(
    cls=Command,
    epilog="""
careercli profile rate  your target's unrated skills
careercli profile rate product-coordinator  a role's skills
careercli profile rate 29-1141  an occupation's O*NET skills, on O*NET's scale
""",
)
def rate(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    profile: options.ProfileOption = None,
) -> None:
    """Rate yourself skill by skill; press q to stop and go on later.

    Each answer is saved at once. You can also pipe answers in, one per line.
    """
    from careercli.app.questionnaire import rate_role

    rate_role(role, level, profile)


@app.command(
    cls=Command,
    epilog="""
careercli profile interests SAE  your letters, strongest first
careercli profile interests 13 16 24 24 19 20  six scores from the O*NET Interest Profiler
""",
)
def interests(
    letters: Annotated[list[str], typer.Argument(metavar="LETTERS|R I A S E C")],
    profile: options.ProfileOption = None,
) -> None:
    """Set your interests as RIASEC letters or six scores."""
    from careercli.core.interests import parse_interests
    from careercli.output.stdout import say_err

    code = parse_interests(letters)
    _change(profile, lambda person: person.set_interests(code))
    say_err(f"Interests: {code}.")


@app.command(
    cls=Command,
    epilog="""
careercli profile log  what changed, the latest first
""",
)
def log(
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Show what changed and when."""
    from careercli.app.stores import open_store
    from careercli.files.profile import read_chosen
    from careercli.output.records.profile import LOG, LogView
    from careercli.output.screens.profile import log_page
    from careercli.output.stdout import Record, Result, emit, say_err

    history = read_chosen(profile, tell=say_err).history
    labels = open_store().labels(str(entry["skill"]) for entry in history if "skill" in entry)
    answer = Result(
        "profile log",
        lambda: log_page(history, labels),
        lambda: Record(LOG, LogView(history, labels)),
    )
    emit(answer, form, pager=not no_pager)


@app.command(
    "import",
    cls=Command,
    epilog="""
careercli profile import resume.json  show what would be added, and ask
careercli profile import resume.md --yes  add it without asking
""",
)
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A résumé or another profile.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before adding.")] = False,
    leave_out: Annotated[
        str, typer.Option("--except", metavar="NUMBERS", help="Leave proposals out: 2,5 or 3-6.")
    ] = "",
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Add skills from a résumé: JSON Resume, text, Markdown or HTML.

    Skills that the résumé only names are added as claimed, with the place they were read from.
    Your own ratings stay.
    """
    from careercli.app.resume import import_file

    import_file(file, form, profile, yes=yes, pager=not no_pager, leave_out=leave_out)


@app.command(
    cls=Command,
    epilog="""
careercli profile export > resume.json  with everything else an imported résumé held
""",
)
def export(profile: options.ProfileOption = None) -> None:
    """Print your skills as JSON Resume."""
    from careercli.app.resume import export as write

    write(profile)
