"""The parts of a role's page, in order: the same for a guide and for an occupation."""

from collections.abc import Iterator
from typing import NamedTuple

from careercli.core.figures import citation
from careercli.core.pay import hourly_of
from careercli.output.footnotes import cite_source
from careercli.output.page import Block, Bullets, Heading, Paragraph, cited
from careercli.output.screens import credential, guide, occupation
from careercli.output.screens.blocks import prose
from careercli.output.screens.day import timetable
from careercli.output.screens.pay import pay_blocks
from careercli.output.screens.section_context import SectionContext, Writer


def _first(*writers: Writer) -> Writer:
    """What a guide says of something, else what official data or a portrait do."""

    def write(reader: SectionContext) -> Iterator[Block]:
        written = (list(writer(reader)) for writer in writers)
        yield from next(filter(None, written), ())

    return write


def _pay(reader: SectionContext) -> Iterator[Block]:
    role = reader.role
    if role.pay or (role.nearest and role.nearest.pay) or hourly_of(role):
        yield from pay_blocks(role)


def _sources(reader: SectionContext) -> Iterator[Block]:
    """Every source whole, with the attribution that its terms ask for."""
    sources = [*reader.role.sources.values()]
    if reader.exposures:
        sources += reader.studies.values()
    told = dict.fromkeys((citation(source, None), source.url or "") for source in sources)
    if told:
        yield Heading("Sources")
        yield Bullets(tuple(f"{text} {url}".rstrip() for text, url in told))
        yield Paragraph(
            "ours: written or judged by the editors of careercli. ~: of the nearest or a larger "
            "occupation, which is not exactly the job, or too uncertain to lean on."
        )


PARTS = {"path": "education.path", "balance": "worklife"}
"""Section -> the part of a role that it tells, if that has another name."""


class Section(NamedTuple):
    """A part of a role's page: `writer` yields nothing if the role does not have it.

    main: whether the first screen names it
    alone: whether it is shown only if it is asked for
    """

    name: str
    writer: Writer
    main: bool = False
    alone: bool = False

    def write(self, reader: SectionContext) -> Iterator[Block]:
        """Its blocks, with the sources that cover its prose behind its heading."""
        part = PARTS.get(self.name, self.name.replace("-", "_"))
        cites = [
            cite_source(source)
            for source in reader.role.sources.values()
            if any(cover.startswith(part) or part.startswith(cover) for cover in source.covers)
        ]
        for block in self.writer(reader):
            if cites and isinstance(block, Heading):
                yield block._replace(aside=cited(block.aside, *cites))
                cites = []
            else:
                yield block


SECTIONS = (
    Section(
        "day-to-day",
        credential.portrayed("Day to day", lambda portrait: portrait.do, Bullets),
        main=True,
    ),
    Section("pay", _pay, main=True),
    Section("pay-talk", guide.part("What moves pay", lambda role: role.pay_talk, prose)),
    Section("outlook", _first(guide.outlook, occupation.outlook), main=True),
    Section("change", occupation.change, main=True),
    Section("ai", occupation.exposure_blocks, main=True),
    Section("demand", guide.demand),
    Section(
        "functions", guide.part("What the role is for", lambda role: role.functions, guide.entries)
    ),
    Section(
        "responsibilities", guide.listed("Responsibilities", lambda role: role.responsibilities)
    ),
    Section("tasks", occupation.tasks, main=True),
    Section(
        "day", guide.part("A day", lambda role: role.day, lambda day: (timetable(day),)), main=True
    ),
    Section("week", guide.part("A week", lambda role: role.week, prose)),
    Section(
        "setting",
        _first(
            guide.setting,
            credential.portrayed("Where and how", lambda portrait: portrait.where, Paragraph),
        ),
    ),
    Section("body-risk", guide.part("Body and risk", lambda role: role.body_risk, prose)),
    Section(
        "industries",
        guide.part("Who employs them", lambda role: role.industries, guide.in_a_sentence),
    ),
    Section("tiers", guide.tiers, main=True),
    Section("skills", _first(guide.skills, occupation.rated("skills")), main=True),
    Section("tools", guide.skill_lines("Tools", lambda role: role.tech_stack)),
    Section("software", occupation.software, main=True),
    Section("tech-skills", guide.skill_lines("Technical skills", lambda role: role.tech_skills)),
    Section("soft-skills", guide.skill_lines("Personal skills", lambda role: role.soft_skills)),
    Section("skill-map", guide.skill_map),
    Section("knowledge", occupation.rated("knowledge")),
    Section("work-styles", occupation.rated("styles")),
    Section("interests", occupation.interests),
    Section("way-in", credential.way_in, main=True),
    Section("credentials", credential.credentials),
    Section("preparation", occupation.preparation),
    Section("education", _first(guide.education, occupation.education)),
    Section(
        "path",
        guide.part(
            "To a first position", lambda role: role.education and role.education.path, prose
        ),
    ),
    Section("hiring", guide.part("Getting hired", lambda role: role.hiring, prose)),
    Section("entry-cost", guide.entry_cost),
    Section(
        "untold",
        credential.portrayed(
            "What outsiders are not told", lambda portrait: portrait.untold, Paragraph
        ),
    ),
    Section("pros", guide.listed("What people like", lambda role: role.pros, "+")),
    Section("cons", guide.listed("What people do not like", lambda role: role.cons, "−")),
    Section("balance", guide.balance),
    Section("mistakes", guide.listed("Beginners' mistakes", lambda role: role.mistakes)),
    Section("advice", guide.listed("Advice", lambda role: role.advice)),
    Section("cases", guide.cases),
    Section("portfolio", guide.part("Portfolio", lambda role: role.portfolio, prose)),
    Section("ai-tools", guide.ai_tools),
    Section("market", guide.market),
    Section("world", guide.world),
    Section(
        "related",
        _first(guide.listed("Related roles", guide.related), occupation.related),
        main=True,
    ),
    Section(
        "titles", guide.part("Also called", lambda role: role.other_titles, guide.in_a_sentence)
    ),
    Section("faq", guide.part("Questions people ask", lambda role: role.faq, guide.entries)),
    Section("sources", _sources, alone=True),
)
"""Every part that a role can have."""
ALL = "all"
"""What is typed for all of them."""


ALSO_CALLED = {
    **dict.fromkeys(("cost", "costs", "tuition", "fees"), "entry-cost"),
    **dict.fromkeys(("body", "physical", "injuries", "risk", "risks"), "body-risk"),
    **dict.fromkeys(("hours", "schedule", "stress", "work-life"), "balance"),
    **dict.fromkeys(("salary", "wage", "wages"), "pay"),
    **dict.fromkeys(("growth", "future"), "outlook"),
    **dict.fromkeys(("duties",), "tasks"),
    **dict.fromkeys(("license", "licenses", "certificates", "certifications"), "credentials"),
    **dict.fromkeys(("degree", "school", "schooling"), "education"),
    **dict.fromkeys(("ladder", "levels"), "tiers"),
    **dict.fromkeys(("requirements",), "skills"),
}
"""What people type for a part -> its name."""


def part_called(typed: str) -> str:
    """The name of the part that was typed, under any name; as it was typed if there is none."""
    folded = typed.casefold().strip().replace(" ", "-")
    return ALSO_CALLED.get(folded, folded)
