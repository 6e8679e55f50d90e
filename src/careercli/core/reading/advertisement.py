"""What an advertisement requires besides skills, and where it is."""

from collections.abc import Iterator, Sequence

from careercli.core.reading.degrees_asked import (
    EQUIVALENT,
    degree_spans,
    degrees_asked,
    is_higher,
)
from careercli.core.reading.judged_conditions import CONDITIONS
from careercli.core.reading.requirement import Requirement, hit_words
from careercli.core.reading.sentences import ELSEWHERE, Sentence
from careercli.core.reading.statements import Statement
from careercli.core.reading.text_pattern import lowered
from careercli.core.reading.unknown_wishes import unknown_wishes
from careercli.core.reading.unnamed_credentials import unnamed_credentials
from careercli.core.reading.ways_in import as_one, by_degree, stands_in_for
from careercli.core.reading.years_asked import YearsIn, says_no_experience, years_asked


def requirements(
    sentences: Sequence[Sentence],
    told: Sequence[Statement],
    education: str,
    years_in: YearsIn,
) -> list[Requirement]:
    """What sentences require; each kind once, degrees the lowest that is enough, and one that is
    preferred to it.

    told: the skills and credentials that are known by name
    education: of the person; empty if the profile doesn't say it
    """
    found: dict[str, Requirement] = {}
    unnamed = list(unnamed_credentials(sentences, told))
    proofs = _proofs(told, unnamed)
    denied = says_no_experience(sentences)
    for sentence in sentences:
        if sentence.part in ELSEWHERE:
            continue
        text = " ".join(sentence.text.split()).lstrip("-•* ")
        named = proofs.get(sentence.start, ())
        for clause in text.split(";"):
            here = [(words, name) for words, name in named if words in clause]
            licenses = [(clause.find(words), name) for words, name in here]
            school = list(degrees_asked(clause, sentence, education))
            years = years_asked(clause, sentence, years_in, licenses, no_experience=bool(denied))
            ways = by_degree(clause, sentence, education, years_in)
            for asked in [ways] if ways else as_one(clause, [*school, *years]):
                _add(found, stands_in_for(clause, asked, here))
        for condition in _conditions(text):
            found.setdefault(condition.kind, condition)
    if denied and not any(asked.kind in _OF_YEARS and not asked.wished for asked in found.values()):
        found["no experience"] = Requirement("no experience", "experience", denied, "met")
    required, preferred = found.get("degree"), found.get(_PREFERRED)
    if required and preferred and not is_higher(preferred.label, required.label):
        del found[_PREFERRED]
    wanted = {_bare(asked.label) for asked in found.values() if asked.kind == "degree"}
    every = [
        *(
            asked
            for asked in found.values()
            if asked.kind != "no degree" or asked.label not in wanted
        ),
        *(asked for _, asked in unnamed),
    ]
    taken = sorted((one.mention.start, one.mention.end) for one in told)
    return [*every, *unknown_wishes(sentences, taken, every)]


def _bare(label: str) -> str:
    """A degree without what is enough beside it."""
    return label.removeprefix("or ").removesuffix(EQUIVALENT)


def _add(found: dict[str, Requirement], asked: Requirement) -> None:
    """Adds what is asked for, if it is the first of its kind, or harder than that."""
    kind = asked.kind if asked.kind != "no degree" else asked.label
    if kind == "degree" and asked.wished:
        kind = _PREFERRED
    known = found.get(kind)
    harder = asked.met == "not met" and not asked.wished
    if known is None or harder or (known.wished and not asked.wished):
        found[kind] = asked


_PREFERRED = "preferred degree"


def _proofs(
    told: Sequence[Statement], unnamed: Sequence[tuple[Sentence, Requirement]]
) -> dict[int, list[tuple[str, str]]]:
    """The words of each credential, and its id or label, by where its sentence begins."""
    proofs: dict[int, list[tuple[str, str]]] = {}
    for statement in told:
        mention = statement.mention
        if mention.kind == "credential" and statement.standing in ("must", "nice"):
            words = " ".join(mention.words.split())
            proofs.setdefault(statement.sentence.start, []).append((words, mention.skill))
    for sentence, asked in unnamed:
        proofs.setdefault(sentence.start, []).append((asked.words, asked.label))
    return proofs


_OF_YEARS = ("years", "degree or years")


def _conditions(text: str) -> Iterator[Requirement]:
    """What a sentence asks for that only the person can judge."""
    lower = lowered(text)
    for kind, (label, cue) in CONDITIONS.items():
        if hit := cue.search(lower):
            amount = next(filter(None, hit.groupdict().values()), "")
            asked = label.format(amount.replace("#", " lb")).strip()
            yield Requirement(kind, asked, hit_words(text, hit), "not known")


def judged_spans(text: str) -> list[tuple[int, int]]:
    """Where a text states requirements that are no skills, from and to: "background check"."""
    lower = lowered(text)
    others = [hit.span() for _, cue in CONDITIONS.values() for hit in cue.finditer(lower)]
    return others + degree_spans(text)
