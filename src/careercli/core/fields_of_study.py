"""Which of an occupation's fields of study are named as examples."""

from collections.abc import Iterable

from careercli.core.name_scores import root, singular
from careercli.text import normalize_name

FILLERS = frozenset({"and", "of", "the", "in", "for", "general"})
"""Words that tell of no field."""
ENOUGH = 0.5
"""The share of a field's words that the name of the work has at least; ours."""
NAMED = 2


def fields_named_like(fields: Iterable[str], work: str) -> list[str]:
    """The one or two fields of which the name of the work has the largest share of words; none if
    that is less than half: then none is certain to be what people study for it."""
    asked, shares = _roots(work), dict[str, float]()
    for field in fields:
        own = _roots(field)
        if own and not field.endswith(", Other."):
            shares[field.rstrip(".").removesuffix(", General")] = len(own & asked) / len(own)
    most = max(shares.values(), default=0.0)
    return [field for field in shares if shares[field] == most >= ENOUGH][:NAMED]


def _roots(name: str) -> frozenset[str]:
    words = normalize_name(name).split()
    return frozenset(root(singular(word)) for word in words if word not in FILLERS)


def is_the_field(title: str, words: str) -> bool:
    """Whether a field of study is called so: the whole of it, one of its names, or the general one
    that begins so. "Computational Biology" isn't biology."""
    wanted, general = normalize_name(words), title.rstrip(".").endswith(", General")
    names = title.rstrip(".").removesuffix(", General").split("/")
    return any(
        name == wanted or (general and name.startswith(f"{wanted} "))
        for name in map(normalize_name, names)
    )


def shares_a_root(words: str, work: str) -> bool:
    """Whether the name of the work has a word of the field's: biologist, biology."""
    return bool(_roots(words) & _roots(work))
