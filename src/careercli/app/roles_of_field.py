"""The roles that a field of study prepares for, by the official crosswalk."""

from careercli.core.fields_of_study import is_the_field, shares_a_root
from careercli.errors import UnknownNameError
from careercli.model.datasets import Program
from careercli.output.screens.lists import Prepared
from careercli.output.screens.wording import is_leftover
from careercli.store.reader import Store
from careercli.text import begins_words, close_words, normalize_name


def roles_of_field(store: Store, words: str) -> dict[str, Prepared]:
    """Key -> how it is prepared for, of the roles of every field with these words in its name.

    The crosswalk names occupations by six digits. A specialty of one has inherited the fields, and
    so has a leftover group; neither is known to be what the field prepares for, unless the name of
    the work is the field's.
    """
    tokens = normalize_name(words).split()
    fields = store.fields_of_study()
    meant = {
        program: codes
        for program, codes in fields.items()
        if begins_words(tokens, normalize_name(program.title).split())
    }
    if not meant:
        near = close_words(words, [field.title for field in fields], count=3, cutoff=0.5)
        raise UnknownNameError(f"There is no field of study \u201c{words}\u201d.", near)
    named = _codes(meant, words) or {code for codes in meant.values() for code in codes}
    every = {code for codes in meant.values() for code in codes}
    titles = {brief.key: brief.title for brief in store.summaries(occupations=True)}
    listed = {key: key for key in titles} | store.exact_guides
    prepared: dict[str, Prepared] = {}
    for key, role in listed.items():
        code, _, suffix = key.removeprefix("soc:").partition(".")
        if code not in every:
            continue
        title = titles.get(role, "")
        inherits = suffix.strip("0") or is_leftover(title)
        if inherits and not shares_a_root(words, title):
            prepared[role] = "group"
        else:
            prepared[role] = "named" if code in named else "narrower"
    return prepared


def _codes(meant: dict[Program, tuple[str, ...]], words: str) -> set[str]:
    """The occupations of the fields that are called as these words are."""
    return {
        code
        for program, codes in meant.items()
        if is_the_field(program.title, words)
        for code in codes
    }
