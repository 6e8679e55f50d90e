from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command

if TYPE_CHECKING:
    from careercli.output.page import Page

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli show product-coordinator  the main things, on one screen
careercli show product-coordinator --section all  the full guide
careercli show product coordinator --section pay --section day  two parts
careercli show ./my-role.toml  a guide of your own, before you add it
careercli show cdl-a  a license or certificate, and the jobs that ask for it
""",
)
def show(
    role: options.RoleArgument,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            "-s",
            metavar="NAME",
            autocompletion=options.complete_section,
            show_default=False,
            help="Show this part, or all (repeatable).",
        ),
    ] = None,
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
) -> None:
    """Show what a role is, pays and asks for; the full guide through a pipe."""
    from careercli.app.lookup import resolve_role_or_credential, role_in_file
    from careercli.app.stores import open_store
    from careercli.output.stdout import Record, Result, emit

    store = open_store()
    found = role_in_file(role) or resolve_role_or_credential(store, role)
    if isinstance(found, str):
        from careercli.app.credential import emit_credential

        emit_credential(store, found, section, form, pager=not no_pager)
        return
    found = store.with_portrait(found)
    skills = store.skill_labels(found.skill_ids())
    labels = {skill_id: skill.label for skill_id, skill in skills.items()}
    names: list[str] = []
    if section:
        from careercli.app.role_context import role_context
        from careercli.output.screens.role import wanted_sections

        names = wanted_sections(role_context(store, found, labels), section)
    family = store.family(found.family)

    def page() -> "Page":
        from careercli.app.role_context import role_context
        from careercli.output.screens.role import role_page

        return role_page(role_context(store, found, labels), family, names)

    def screen() -> "Page":
        from careercli.app.role_context import role_context
        from careercli.output.screens.role import role_screen

        return role_screen(role_context(store, found, labels), family)

    def record() -> Record:
        from careercli.output.records.role import SHOW, RoleView

        return Record(SHOW, RoleView(found, skills, family, names))

    emit(Result("show", page, record, None if names else screen), form, pager=not no_pager)
