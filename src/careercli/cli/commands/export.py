from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command
from careercli.output.documents import Document, DocumentFormat

if TYPE_CHECKING:
    from careercli.output.page import Page

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli export product-coordinator -o coordinator.html  one page to mail or print
careercli export electrician "registered nurse" -o roles.html  several, with a table of contents
careercli export ./my-role.toml --format md  to standard output
""",
)
def export(
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE...",
            autocompletion=options.complete_role,
            help="A slug, a code, or a title in quotes (repeatable).",
        ),
    ],
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    form: Annotated[
        DocumentFormat | None,
        typer.Option(
            "--format",
            "-f",
            case_sensitive=False,
            show_default=False,
            help="md, html or json; by default the file's ending decides, or md.",
        ),
    ] = None,
) -> None:
    """Write full guides to one file: Markdown, HTML or JSON.

    An existing file is replaced if careercli wrote it; --force replaces any other.
    """
    from careercli.app.lookup import resolve_role, role_in_file
    from careercli.app.stores import open_store
    from careercli.output.documents import document_format, print_document, save

    file_form = document_format(output, form) if output else form or DocumentFormat.MD
    store = open_store()
    named = (role_in_file([name]) or resolve_role(store, [name]) for name in roles)
    found = list({role.key: store.with_portrait(role) for role in named}.values())
    skills = [store.skill_labels(role.skill_ids()) for role in found]
    families = [store.family(role.family) for role in found]

    def pages() -> "list[Page]":
        from careercli.app.role_context import role_context
        from careercli.output.screens.role import role_page

        labels = [{skill: one.label for skill, one in some.items()} for some in skills]
        return [
            role_page(role_context(store, role, names), family, listing=False)
            for role, names, family in zip(found, labels, families, strict=True)
        ]

    def data() -> dict[str, object]:
        from careercli.core.sources import with_distinct_sources
        from careercli.output.records.role import EXPORT, ExportView, RoleView
        from careercli.output.stdout import enveloped

        roles, sources = with_distinct_sources(found)
        views = [RoleView(*parts) for parts in zip(roles, skills, families, strict=True)]
        return enveloped("export", EXPORT, ExportView(views, sources))

    document = Document(pages, data)
    if output:
        save(document, output, file_form, force=force)
    else:
        print_document(document, file_form)
