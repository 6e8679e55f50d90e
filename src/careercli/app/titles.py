"""The role that the words of a title mean, as résumés and advertisements have them."""

from __future__ import annotations

from careercli.core.title_words import parse_title
from careercli.store.reader import Store

NEARLY_ALL, MOST, MANY = 0.8, 0.5, 0.1
"""Shares of the people who go by a title; conventions."""


def job_words(title: str) -> str:
    """What the words of a title say of the job: "line cook" of "Line cook wanted, nights"."""
    job = parse_title(title).words
    for ending in (" needed", " wanted"):
        job = job.removesuffix(ending)
    return job


def role_called(store: Store, title: str) -> str | None:
    """The key of the role of that very title; None without one.

    Of several that go by it: the one that nearly all of their people work in, else the one that
    the search puts first, if many do, else the one that most do.
    """
    for name in dict.fromkeys((title, job_words(title))):
        roles = store.called(name)
        if not roles:
            continue
        first = max(roles, key=lambda key: roles[key])
        if roles[first] >= NEARLY_ALL:
            return first
        hits = store.search(name, limit=1)
        if hits and roles.get(hits[0].row.key, 0) >= MANY:
            return hits[0].row.key
        if roles[first] >= MOST:
            return first
    return None
