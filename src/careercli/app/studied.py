"""Fields of study that lead to a role."""

from careercli.core.entry import Entry
from careercli.core.moves import MoveRole
from careercli.output.screens.entry_words import Studied
from careercli.store.reader import Store


def studied_for(store: Store, role: MoveRole, takes: Entry) -> Studied:
    """Fields that lead to a role which takes another degree than the person has; else none."""
    if not any(part.anew for part in takes.parts):
        return Studied()
    from careercli.core.fields_of_study import fields_named_like

    titles = [program.title for program in store.programs(role.code)]
    fields = fields_named_like(titles, role.title)
    return Studied(fields, store.official_source("programs") if fields else None)
