from typing import TYPE_CHECKING, Annotated

import typer

from careercli.commands import options

if TYPE_CHECKING:
    from careercli.page import Page

app = options.app()


@app.command(
    cls=options.Command,
    epilog="""
careercli show product-coordinator  the whole guide
careercli show product coordinator --section pay --section day  two of its sections
careercli show ./my-role.toml  a guide of your own, before you add it
""",
)
def show(
    role: options.RoleWords,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            "-s",
            metavar="NAME",
            autocompletion=options.complete_section,
            show_default=False,
            help="Only this section; may be given again.",
        ),
    ] = None,
    form: options.FormOption = None,
    no_pager: options.NoPager = False,
) -> None:
    """What a job is like: the whole guide."""
    from careercli.commands.roles import preview, the_role
    from careercli.output import Answer, give
    from careercli.store import Store

    store = Store()
    found = preview(role) or the_role(store, role)
    skills = store.kinds(found.skill_ids())
    labels = {skill_id: skill.label for skill_id, skill in skills.items()}
    names: list[str] = []
    if section:
        from careercli.views.role import wanted_sections

        names = wanted_sections(found, labels, section)
    family = store.family(found.family)

    def page() -> "Page":
        from careercli.views.role import role_page

        return role_page(found, labels, family, names)

    def data() -> dict[str, object]:
        from careercli.views.data import role_data

        return {"role": role_data(found, skills, family, names)}

    give(Answer("show", data, page), form, pager=not no_pager)
