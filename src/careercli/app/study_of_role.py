"""What is known of the way into a role: how people come there, and the study that leads there."""

from collections.abc import Iterable

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


def ways_in(store: Store, roles: Iterable[MoveRole]) -> dict[str, str]:
    """Key -> how people come into a role, of those of which that is known."""
    ways = {role.key: way_in(store, role) for role in roles}
    return {key: words for key, words in ways.items() if words}


def way_in(store: Store, role: MoveRole) -> str:
    """How people come into a role; empty if that isn't known. Of a guide that is only a part of its
    occupation, what the guide says: the occupation's words are about other jobs."""
    if role.match == "broader":
        return store.usual_education(role.key)
    portrait = store.portrait(role.code) if role.code else None
    return portrait.way_in if portrait else ""
