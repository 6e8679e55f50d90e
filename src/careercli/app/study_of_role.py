"""What sources say of the study that leads to a role."""

from careercli.core.entry import Entry
from careercli.core.moves import MoveRole
from careercli.output.screens.entry_words import Studied
from careercli.store.reader import Store


def studied_for(store: Store, role: MoveRole, takes: Entry) -> Studied:
    """Fields that lead to a role which takes another degree than the person has, and the page of
    the Handbook that says how long its study takes; each only if it is known."""
    page = f"ooh:{takes.program.page}" if takes.program and takes.program.page else ""
    timed = Studied(page=store.handbook_pages([page]).get(page)) if page else Studied()
    if not any(part.anew for part in takes.parts):
        return timed
    from careercli.core.fields_of_study import fields_named_like

    titles = [program.title for program in store.programs(role.code)]
    fields = fields_named_like(titles, role.title)
    source = store.official_source("programs") if fields else None
    return timed._replace(fields=fields, source=source)
