"""The gap on the screen: how far, what is missing, what next, and if asked for, the sum."""

from collections.abc import Callable, Iterator, Sequence

from careercli.core.figures import usd
from careercli.core.gap import (
    ONET_UNIT,
    Gap,
    Knowing,
    Program,
    RoleGap,
    SoftwareGap,
    TargetGap,
    Term,
    by_distance,
)
from careercli.core.pay import on_basis
from careercli.files.profile import ProfileRole
from careercli.model.role import Role
from careercli.output.footnotes import cite
from careercli.output.page import (
    MAX_COMMANDS,
    Aligned,
    Bar,
    Block,
    Check,
    CheckState,
    Column,
    Commands,
    Facts,
    Heading,
    Inline,
    Legend,
    Page,
    Paragraph,
    Part,
    Table,
    Title,
    cited,
    data,
    quiet,
    strong,
)
from careercli.output.screens.blocks import commands, had_table, without_empty
from careercli.output.screens.credential import held_blocks
from careercli.output.screens.skills import LEVELS, requirement_table
from careercli.output.screens.wording import (
    Labels,
    alternatives,
    names_in_table,
    pluralize,
    shown_name,
    typed_name,
    years_words,
)
from careercli.text import collapse_spaces, join_and

MAX_NEXT = 3
FIRST = 10
"""Skills of an occupation that are shown while none is rated yet."""
EDITORIAL = "Needs and levels are ours."
NOT_DESCRIBED = "This role's skills aren't described, so there is no gap to show."
WIDEST, UNRATED, MET = "To raise, widest gap first", "Not rated yet, heaviest first", "Met"
KNOWING: dict[Knowing, CheckState] = {
    "known": "met",
    "claimed": "below",
    "none": "missing",
    "unrated": "unrated",
}
WHY_ONET = """O*NET gives each of its skills one importance I (1 to 5) and one level L (0 to 7)
    for the whole occupation, not by seniority. Your level u is on the same scale. The sum counts
    S × min(u/L, 1) over all S, where S = (I − 1) / (5 − 1) is the importance as O*NET standardizes
    it; unrated skills count 0, and above the level counts as met. Skills that O*NET says are not
    relevant, or gives no importance or no level, are left out. The formula is the weighted coverage
    of Nesta's Mapping Career Causeways; that a share of the level is that share of the skill is a
    convention, not a measurement. Your ratings from 1 to 4 are on another scale and are not
    used."""
WHY_SOFTWARE = """Software counts if employers' postings for this occupation often name it (in
    demand). O*NET gives no level for software, so any level of yours counts as knowing it. O*NET's
    names are matched to yours by the vocabulary's aliases; several names for one skill count
    once."""


def readiness_words(gap: Gap) -> tuple[Part, ...]:
    """`41 % (18 of 27 rated; up to 72 % if the rest are met)`."""
    if gap.readiness is None:
        return ("nothing rated yet",)
    total = len(gap.terms)
    job = f", {gap.job_percent} of it from your present job" if gap.job_percent else ""
    if gap.rated == total:
        return (data(f"{gap.readiness} %"), f"{job} (all {total} {'known' if job else 'rated'})")
    known = "known" if job else "rated"
    rest = f"{job} ({gap.rated} of {total} {known}; up to {gap.ceiling} % if the rest are met)"
    return (data(f"{gap.readiness} %"), rest)


def gap_page(
    target: TargetGap,
    *,
    current: ProfileRole | None,
    flat: bool,
    imported: Callable[[], bool],
    why: bool,
) -> Page:
    """`skills ROLE --gap`.

    flat: whether everything a guide asks for was rated at one level
    imported: whether O*NET's skill ratings were imported, of any occupation
    """
    role, gap = target.role, target.gap
    blocks: list[Block] = [_title(target), *skill_blocks(target, imported=imported)]
    if target.software:
        blocks += software_blocks(target.software)
    blocks += held_blocks(target.credentials)
    rated = gap is not None and gap.readiness is not None
    if gap and rated:
        if facts := other_factors(role, gap, current):
            blocks += [Heading("Beyond skills"), Facts(tuple(facts))]
        if flat:
            words = "Rating some skills higher and some lower tells you more about what to do next."
            blocks.append(Paragraph(f"Everything you rated is at one level. {words}"))
    if why and (rated or target.software):
        blocks += _why(target)
    if gap and gap.seniority and gap.terms:
        total = "" if rated else f"{pluralize(len(gap.terms), 'skill')} in all. "
        blocks.append(Legend(f"{total}{EDITORIAL}"))
    if rows := tuple(_commands(target, rated=rated, why=why)):
        blocks.append(Commands(rows[:MAX_COMMANDS]))
    return tuple(blocks)


def _title(target: TargetGap) -> Title:
    name = shown_name(target.role)
    if target.gap and target.gap.seniority:
        return Title(name, f"your gap at level {target.gap.seniority}")
    from careercli.output.screens.occupation import cite_onet

    return Title(name, cited("your gap", cite_onet(target.role)))


def skill_blocks(target: TargetGap, *, imported: Callable[[], bool]) -> Iterator[Block]:
    """What is missing and what comes next."""
    gap, labels = target.gap, target.labels
    if gap is None:
        from careercli.output.screens.occupation import NO_RATINGS, NOT_IMPORTED

        why = f"{NO_RATINGS} Only its software is counted." if imported() else NOT_IMPORTED
        yield Paragraph(why)
    elif not gap.terms:
        yield Paragraph(NOT_DESCRIBED)
    elif gap.readiness is None:
        yield from _nothing_rated(target, gap)
    else:
        yield Paragraph(("Readiness ", Bar(gap.readiness / 100), *readiness_words(gap)))
        groups = (
            (WIDEST, by_distance(terms_in(gap, "below", "missing"))),
            (UNRATED, by_distance(terms_in(gap, "unrated"))),
            (MET, terms_in(gap, "met")),
        )
        yield Aligned(tuple(terms_table(title, terms, labels) for title, terms in groups if terms))
        if gap.left_out:
            names = join_and([rating.name for rating in gap.left_out])
            yield Paragraph(quiet(f"O*NET says these are not relevant or not important: {names}."))
        yield from next_blocks("Next", target, gap)


def terms_in(gap: Gap, *states: str) -> list[Term]:
    """The terms in these states, in the role's order."""
    return [term for term in gap.terms if term.state in states]


def _nothing_rated(target: TargetGap, gap: Gap) -> Iterator[Block]:
    if gap.seniority:
        yield Paragraph("Nothing rated yet, so there is no percentage. What it needs first:")
        needed = target.role.requirements
        asked = [requirement for requirement in needed if gap.seniority in requirement.expected]
        musts = [requirement for requirement in asked if requirement.need == "must"] or asked
        yield from requirement_table(musts, target.labels, [gap.seniority])
    else:
        yield Paragraph(
            "No skill is rated on O*NET's scale yet, so there is no percentage. "
            "What it needs first:"
        )
        yield terms_table("Most important", gap.terms[:FIRST], target.labels)


def terms_table(title: str, terms: Sequence[Term], labels: Labels) -> Table:
    """Terms with what one has and what is needed."""
    head, notes = Column(title, wide=True), Column("", wide=True, spare=True)
    if terms[0].ask.need:
        columns = (head, Column("you"), Column("needed"), Column("need", spare=True), notes)
        return Table(columns, tuple(_guide_row(term, labels) for term in terms))
    figures = (Column(name, "right") for name in ("you", "needed", "importance"))
    rows = tuple(_onet_row(term, labels) for term in terms)
    return Table((head, *figures, Column("id", spare=True), notes), rows)


def _guide_row(term: Term, labels: Labels) -> tuple[Inline, ...]:
    notes = ["claimed"] if term.claimed else []
    if term.adjacent:
        notes.append(f"adjacent: {join_and([labels[skill] for skill in term.adjacent])}")
    if term.from_job:
        notes.append("from your present job")
    elif term.state == "met" and not term.evidence:
        notes.append("no evidence")
    return (
        (Check(term.state), term_name(term, labels)),
        LEVELS[term.level] if term.level else "none" if term.state == "missing" else "?",
        LEVELS[int(term.ask.expected)],
        term.ask.need or "",
        quiet("; ".join(notes)) if notes else "",
    )


def _onet_row(term: Term, labels: Labels) -> tuple[Inline, ...]:
    rating = term.ask.rating
    return (
        (Check(term.state), labels[term.skill]),
        "?" if term.level is None else str(term.level),
        f"{term.ask.expected:.2f}",
        f"{rating.value:.2f}" if rating else "",
        quiet(term.skill),
        quiet("imprecise") if term.ask.is_uncertain else "",
    )


def term_name(term: Term, labels: Labels) -> str:
    """The skill that counts, or all that could."""
    if term.level or len(term.ask.any_of) == 1:
        return labels[term.skill]
    return alternatives(term.ask.any_of, labels)


def next_blocks(title: str, target: TargetGap, gap: Gap) -> Iterator[Block]:
    """The next skills, with what each would add."""
    steps = target.steps
    if not steps:
        return
    musts = "musts first, then " if steps[0].term.ask.need else ""
    yield Heading(title, f"one level more, {musts}by what it adds to readiness")
    rows: list[tuple[Inline, ...]] = []
    full = gap.full
    for term, gain in steps[:MAX_NEXT]:
        level = (term.level or 0) + 1
        shown = ("to ", LEVELS[level] if term.ask.need else str(level))
        unrated = quiet("not rated: you may have it") if term.level is None else ""
        gained = data(f"+{100 * gain / full:.1f} %")
        rows.append((term_name(term, target.labels), shown, gained, unrated))
    columns = (Column("", wide=True), Column(""), Column("", "right"), Column("", wide=True))
    yield without_empty(columns, rows)
    if rest := steps[MAX_NEXT:]:
        more = pluralize(len(rest), "more skill")
        yield Paragraph(quiet(f"{more} would add as much as the last."))


def other_factors(role: Role, gap: Gap, current: ProfileRole | None) -> list[tuple[str, Inline]]:
    """What counts beyond skills: tier, education, certificates, pay at the seniority."""
    facts: list[tuple[str, Inline]] = [
        ("Tier", f"{tier.title}, {years_words(tier.years)}".rstrip(", "))
        for tier in role.tiers
        if tier.level == gap.seniority
    ]
    education = role.education
    if education and education.usual:
        facts.append(("Education", education.usual))
    certificates = education.certificates if education else ()
    if others := [certificate for certificate in certificates if not certificate.credential]:
        names = dict.fromkeys(certificate.short or certificate.name for certificate in others)
        words = f"{join_and(list(names))}; named by employers, not counted in the number above"
        facts.append(("Certificates", words))
    if gap.seniority and (series := on_basis(role.pay, "levels")):
        pay: list[Part] = ["not published at this level"]
        if figure := series.figure(gap.seniority):
            place = " in the U.S." if figure.place == "US" else ""
            pay = [data(usd(figure.value)), cite(figure, role.sources), place]
            if current and current.pay:
                percent = 100 * current.pay / figure.value
                pay.append(f"; your present {usd(current.pay)} is {percent:.0f} % of it")
        facts.append((f"Pay, level {gap.seniority}", tuple(pay)))
    return facts


def software_blocks(software: SoftwareGap) -> Iterator[Block]:
    """The programs that count, each with whether the person knows it."""
    if not (software.programs or software.unmatched):
        return
    yield Heading("Software", "in demand, by O*NET")
    if software.programs:
        yield known_software(software)
        yield had_table(
            (
                (Check(KNOWING[program.state]), program.software.name),
                _known_words(program),
                quiet(program.software.category),
            )
            for program in software.programs
        )
    if software.unmatched:
        names = ", ".join(software.unmatched)
        yield Paragraph(quiet(f"Not in the vocabulary, so not counted: {names}."))


def _known_words(program: Program) -> str:
    if program.state == "known":
        return LEVELS[program.level].text
    return "?" if program.state == "unrated" else program.state


def known_software(software: SoftwareGap) -> Paragraph:
    """How many of the programs the person knows."""
    total = len(software.programs)
    known = data(f"{software.known} of {total}")
    return Paragraph(("You know ", known, f" ({software.rated} of {total} rated)."))


def _why(target: TargetGap) -> Iterator[Block]:
    """How the readiness is worked out, and what else is counted."""
    gap = target.gap
    guide = gap is not None and gap.seniority is not None
    aside = "must 3, should 2, nice 1; above what is needed counts as met" if guide else ""
    yield Heading("Why", aside)
    if gap and gap.readiness is not None:
        yield _sum(gap, target.labels)
        exact = f"{gap.points:,} / {gap.full:,} = {100 * gap.points / gap.full:.2f} %"
        rounded = "rounded down" if guide else "rounded down, as every term is"
        note = " Unrated skills count 0." if guide else ""
        yield Paragraph(f"{exact}, shown as {gap.readiness} % ({rounded}).{note}")
    if gap and not guide:
        yield Paragraph(collapse_spaces(WHY_ONET))
        if any(term.ask.is_uncertain for term in gap.terms):
            yield Paragraph("Imprecise: O*NET recommends not relying on these; they are counted.")
    if target.software:
        yield Paragraph(collapse_spaces(WHY_SOFTWARE))


def _sum(gap: Gap, labels: Labels) -> Table:
    guide = gap.seniority is not None
    rows: list[tuple[Inline, ...]] = [
        (term_name(term, labels), _factors(term), f"{term.points:,}", f"of {term.ask.full:,}")
        for term in gap.terms
    ]
    rows.append((strong("sum"), "", data(f"{gap.points:,}"), f"of {gap.full:,}"))
    formula = "12 × need × you/needed" if guide else f"{ONET_UNIT:,} × S × you/needed"
    figures = (Column("points", "right"), Column("", "right"))
    return Table((Column("", wide=True), Column(formula), *figures), tuple(rows))


def _factors(term: Term) -> str:
    ask = term.ask
    if ask.need:
        return f"12 × {ask.weight} × {min(term.level or 0, ask.expected)}/{ask.expected}"
    share = "1" if term.state == "met" else f"{term.level or 0}/{ask.expected:.2f}"
    return f"{ask.full / ONET_UNIT:.4f} × {share}"


def _commands(target: TargetGap, *, rated: bool, why: bool) -> Iterator[tuple[str, str]]:
    typed, gap, software = typed_name(target.role), target.gap, target.software
    if gap and terms_in(gap, "unrated"):
        what = "rate the rest" if rated else "rate yourself, skill by skill"
        yield f"careercli profile rate {typed}", what
    if unknown := [term for term in target.credentials if term.state == "unknown"]:
        yield f"careercli profile set {unknown[0].asked.id}", "say that you hold it"
    if rated or software:
        if not why:
            yield f"careercli skills {typed} --gap --why", "how the number is made"
    elif gap and gap.terms:
        yield f"careercli skills {typed} --gap", "then see how far you are"
    programs = software.programs if software else ()
    if unrated := [program.skill for program in programs if program.state == "unrated"]:
        yield f"careercli profile set {unrated[0]}=2", "say which software you know, 1 to 4"


def all_gaps_page(gaps: Sequence[RoleGap], official: Sequence[RoleGap], level: str) -> Page:
    """`skills --gap` without a target: guides, then occupations, each nearest first.

    Occupations are measured on O*NET's skills, so the two are not ranked together.
    """
    blocks: list[Block] = [Title("Your gap to every role", f"at level {level}")]
    example = gaps[0].slug if gaps else "ROLE"
    one_role = f"careercli skills {example} --gap"
    every = [] if official else [("careercli skills --gap --all", "official occupations too")]
    measured = [role.gap for role in (*gaps, *official)]
    if not any(gap.rated or gap.claimed for gap in measured):
        job = ("careercli profile set job=ROLE", "count what your job takes")
        nothing = Paragraph("No skill of yours is known yet, so there is nothing to compare.")
        return (*blocks, nothing, commands(job, (one_role, "see what one role needs"), *every))
    if not any(gap.rated for gap in measured):
        blocks.append(Paragraph("Nothing rated yet, so there is no percentage."))
    if gaps:
        blocks.append(_gaps_table(gaps))
    if official:
        blocks.append(Heading("Official occupations", "by O*NET's skills"))
        blocks.append(_gaps_table(official))
    first = ("careercli profile rate", "rate yourself, skill by skill")
    if any(role.gap.rated for role in gaps):
        first = (one_role, "one role in full")
    target = (f"careercli profile set target={example}", "make it your target")
    return (*blocks, commands(first, target, *every))


def _gaps_table(gaps: Sequence[RoleGap]) -> Table:
    names = names_in_table(gaps)
    head = Column("Role", wide=True)
    rows: list[tuple[Inline, ...]] = []
    if not any(role.gap.rated for role in gaps):
        for role in gaps:
            claims = str(role.gap.claimed or "–")
            rows.append((names[role.key], pluralize(len(role.gap.terms), "skill"), claims))
        return Table((head, Column("needs"), Column("you claim", "right")), tuple(rows))
    for role in gaps:
        gap, rated = role.gap, f"{role.gap.rated} of {len(role.gap.terms)}"
        if gap.readiness is None:
            rows.append((names[role.key], quiet("–"), rated, quiet("no basis")))
        else:
            rows.append((names[role.key], data(f"{gap.readiness} %"), rated, f"{gap.ceiling} %"))
    columns = (head, Column("readiness", "right"), Column("rated"), Column("at most"))
    return Table(columns, tuple(rows))
