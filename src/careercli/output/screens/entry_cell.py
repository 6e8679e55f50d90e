"""What a role takes, in a cell: the hardest thing that is missing."""

from collections.abc import Iterable, Iterator

from careercli.core.entry import (
    HIGH_SCHOOL,
    LONG_TRAINING,
    SCHOOL_YEARS,
    SHORT_TRAINING,
    Entry,
    EntryPart,
    bridge_before,
    education_rank,
)
from careercli.output.screens.entry_words import (
    EDUCATION_WORDS,
    EXPERIENCE_YEARS_WORDS,
    NOT_KNOWN,
    TRAINING_WORDS,
    Credentials,
    in_order,
    part_words,
    short_label,
)


def cell_words(takes: Entry, credentials: Credentials) -> str:
    """The hardest thing that is missing, behind a diploma that it takes, and experience that is
    missing too; else how it is learned on the job."""
    words = _hardest(takes, credentials)
    lacked = [part_words(part, credentials) for part in takes.missing("experience")]
    return "; ".join((words, *(years for years in lacked if years not in words)))


def _hardest(takes: Entry, credentials: Credentials) -> str:
    if diploma := takes.diploma:
        others = tuple(part for part in takes.parts if part != diploma)
        return f"GED, then {_hardest(takes._replace(parts=others), credentials)}"
    missing = in_order(takes.missing("credential"), credentials)
    other = takes.missing("apprenticeship", "experience")
    study = takes.study if other and not takes.needs_license else takes.schooling
    if study and education_rank(study.name) > HIGH_SCHOOL:
        proof = credentials[missing[0].name].kind if missing and missing[0].trade else ""
        bridge = takes.bridge if not bridge_before(takes, credentials) else None
        words = bridge.name if bridge else part_words(study, credentials)
        proof = "" if bridge and bridge.whole else proof
        return f"{words} and {proof}" if proof in ("license", "certificate") else words
    training = takes.missing("training")
    weighty = [part for part in training if part.name == LONG_TRAINING]
    trade = [part for part in missing if part.trade]
    if trade and weighty:
        first = short_label(credentials[trade[0].name].label)
        return f"{first}; {TRAINING_WORDS[LONG_TRAINING]}"
    longer = training if training and training[0].name != SHORT_TRAINING else []
    earned = [part for part in takes.parts if _is_earned(part)]
    if weightiest := (*trade, *other, *weighty, *missing, *longer, *([study] if study else [])):
        words = part_words(weightiest[0], credentials)
        shown = earned[:1] if weightiest[0].kind == "training" else []
        return "; ".join((*_ticked(shown, credentials), words))
    learned = part_words(training[0], credentials) if training and not earned else ""
    if takes.state != "unknown":
        return learned or had_words(takes, credentials)
    school = [part for part in takes.parts if part.kind == "education"]
    if school and school[0].state == "unknown" and school[0].name in EDUCATION_WORDS:
        return EDUCATION_WORDS[school[0].name]
    if any(part.state == "unknown" and part.kind != "credential" for part in takes.parts):
        return NOT_KNOWN
    years = [part for part in takes.parts if part.kind == "experience" and part.name != "None"]
    known = "your years" if years and years[0].state == "have" else learned
    return f"{known}; licenses not known" if known else "licenses not known"


def had_words(takes: Entry, credentials: Credentials) -> str:
    """What is asked for and had: years, a license, a degree; else what school is enough."""
    had = [part for part in takes.parts if part.state == "have"]
    years = [part for part in had if part.name in EXPERIENCE_YEARS_WORDS]
    proofs = in_order([part for part in had if part.kind == "credential"], credentials)
    school = [part for part in had if part.kind == "education"]
    studied = [part for part in school if SCHOOL_YEARS.get(part.name, 0) and not part.trade]
    told = (*years, *proofs[:1], *studied)[:2] or school
    return ", ".join(_ticked(told, credentials)) or NOT_KNOWN


def _is_earned(part: EntryPart) -> bool:
    """Whether it is had and weighs more than training on the job: years, or what proves a trade."""
    is_weighty = part.name in EXPERIENCE_YEARS_WORDS or (part.kind == "credential" and part.trade)
    return part.state == "have" and is_weighty


def _ticked(had: Iterable[EntryPart], credentials: Credentials) -> Iterator[str]:
    for part in had:
        credential = credentials.get(part.name)
        words = short_label(credential.label) if credential else part_words(part, credentials)
        yield f"{words} ✓"
