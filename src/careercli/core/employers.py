"""Large employers that people name beside their job, and what kind of place they are."""

import re

from careercli.text import normalize_name

KINDS = {
    "store": "aldi, autozone, best buy, costco, dollar general, dollar tree, family dollar,"
    " home depot, kohls, kroger, lowes, macys, marshalls, old navy, petco, petsmart, publix,"
    " safeway, sams club, target, tj maxx, trader joes, walmart, whole foods, 7 eleven",
    "restaurant": "applebees, chilis, cracker barrel, dennys, ihop, olive garden, outback,"
    " red lobster, texas roadhouse, waffle house",
    "fast food": "arbys, burger king, chick fil a, chipotle, dairy queen, dominos, dunkin, kfc,"
    " little caesars, mcdonalds, panera, pizza hut, popeyes, sonic, subway, taco bell, wendys",
    "coffee": "starbucks",
    "pharmacy": "cvs, rite aid, walgreens",
    "warehouse": "amazon, fedex, ups",
    "bank": "bank of america, chase, wells fargo",
    "hotel": "best western, hilton, holiday inn, hyatt, marriott",
}
"""Kind of place -> folded names of employers; words of theirs, such as general and family, are also
words of other jobs."""


HEADS = r"(?:shift|crew|team|floor|group) (?:lead(?:er)?|supervisor|manager)"
"""Titles of those who head a shift, of any work."""
WORK = {
    "store": "store",
    "pharmacy": "store",
    "fast food": "food service",
    "coffee": "food service",
    "restaurant": "food service",
    "warehouse": "warehouse",
}
"""Kind of place -> the work of most there, where there is one."""
GENERAL = frozenset(
    "lead leader manager associate worker clerk member supervisor employee staff assistant".split()
)
"""Last words of jobs that tell so little that the kind of place has to say what they are."""


def is_head_of_any_work(job: str) -> bool:
    """Whether a title says that somebody heads a shift or crew, and not of what work."""
    return bool(re.fullmatch(HEADS, job))


def work_at(line: str) -> str:
    """The work of most at the employer that a line names; empty if it isn't known."""
    words = f" {normalize_name(line)} "
    for kind, work in WORK.items():
        if any(f" {name} " in words for name in KINDS[kind].split(", ")):
            return work
    return ""


WORDS_ALONE = GENERAL | frozenset("shift crew team general store floor".split())
"""Words of titles that don't say what is done, if there are no others in it."""
CALLED_BY = {"coffee": "restaurant", "pharmacy": "store"}
"""Kind of place -> the one by which its general jobs are called: titles of coffee roast it."""
_EMPLOYERS = {name: kind for kind, names in KINDS.items() for name in names.split(", ")}


def employer_before(words: str) -> str:
    """The large employer with which words begin, as written; empty without one."""
    written = words.split()
    for count in range(min(4, len(written)), 0, -1):
        if normalize_name(" ".join(written[:count])) in _EMPLOYERS:
            return " ".join(written[:count])
    return ""


def titles_there(job: str, employer: str) -> tuple[str, ...]:
    """How a job is called at a large employer whose kind of place has to say what it is: "store
    assistant manager", else "store manager", a member there else a "store worker"; nothing if the
    job says it or the place isn't known.

    job: in the form in which names are compared
    """
    kind = _EMPLOYERS.get(normalize_name(employer_before(employer)), "")
    words = job.split()
    if not (kind and words) or is_head_of_any_work(job) or not WORDS_ALONE.issuperset(words):
        return ()
    kind = CALLED_BY.get(kind, kind)
    names = (f"{kind} {job}", f"{kind} {words[-1]}")
    return (*names, f"{kind} worker") if words[-1] in ("member", "employee", "staff") else names


def at_kind_of_place(name: str) -> str:
    """A name with the kind of place for an employer behind it if that has to say what the
    job is, "shift supervisor store" for "shift lead at Dollar General"; else without the employer.

    A shift lead is looked for as a supervisor: official titles have no leads of shifts.
    """
    job, _, employer = re.sub(r" (?:for|with) ", " at ", normalize_name(name)).partition(" at ")
    kind = next((kind for kind, names in KINDS.items() if employer in names.split(", ")), "")
    if not (job and kind):
        job, kind = name, ""
    elif job.split()[-1] not in GENERAL:
        kind = ""
    return re.sub(r"\b(shift|crew) lead(?:er)?\b", r"\1 supervisor", f"{job} {kind}".strip())
