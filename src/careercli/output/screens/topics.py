"""What `help TOPIC` says: what holds for every command."""

from careercli.output.page import Bullets, Heading, Page, Paragraph, Title
from careercli.output.screens.blocks import commands


def _bullets(*items: str) -> Bullets:
    return Bullets(items)


TOPICS: dict[str, Page] = {
    "levels": (
        Title("Levels", "of skills, of jobs, and of a job's ladder"),
        Heading("Proficiency: what you can do", "in your profile, 1 to 4"),
        _bullets(
            "1 basic: you follow somebody who shows you",
            "2 working: you do the usual cases alone",
            "3 advanced: you do the hard cases, and others ask you",
            "4 expert: you set how it is done",
            "none: you know that you lack it; claimed: a résumé names it, nobody rated it",
        ),
        Paragraph(
            "A skill is met, below, missing or unrated. Unrated is never counted as met. O*NET's "
            "own 35 skills keep O*NET's scale from 0 to 7: no formula from one scale to the other "
            "is known to be right."
        ),
        Heading("Seniority: the level of a job", "--level entry, mid, senior or lead"),
        Paragraph(
            "Guides say what a job expects of a skill at each level. `salary` also takes top. "
            "Official data have no levels: a percentile of pay is not a seniority."
        ),
        Heading("Tiers: a job's own ladder", "--tier TITLE"),
        Paragraph("Tiers have the titles that the trade uses; each may belong to a level."),
        commands(("careercli profile rate", "rate your skills, with a sentence for each level")),
    ),
    "sources": (
        Title("Sources", "where figures and texts come from"),
        _bullets(
            (
                "survey: the wage survey (OEWS), Bureau of Labor Statistics: employees only, "
                "percentiles by the year and by the hour"
            ),
            "projection: the Employment Projections of the same bureau, over ten years",
            (
                "official fact: O*NET of the Department of Labor, the Occupational Outlook "
                "Handbook, price parities of the Bureau of Economic Analysis"
            ),
            "published estimate, publisher's claim: what a named publisher says, shown with it",
            "editorial: ours; on a terminal it is marked `ours`",
        ),
        Paragraph(
            "`~` stands before a figure of the nearest or a larger occupation, not quite the job, "
            "and before one that is too uncertain to lean on. What nobody published is shown as "
            "not known, never as a pass. Markdown, HTML and JSON give each figure its source."
        ),
        commands(
            ("careercli sources", "every data set: release, date, license, attribution"),
            ("careercli show barber sources", "the sources of one role"),
            ("careercli sources add FILE", "another release"),
        ),
    ),
    "formats": (
        Title("Formats", "--format, --output"),
        _bullets(
            "table: on a terminal, as wide as it is",
            "md: Markdown, through a pipe or with -o FILE.md",
            "html: one file without scripts, to mail or print",
            "json: every answer in one shape, with the sources of its figures; docs/json.md",
            "csv: a row for each item, for a spreadsheet",
        ),
        Paragraph(
            "-o FILE takes the format from the file's ending and replaces only a file that "
            "says that careercli wrote it, which CSV can't; --force replaces any other. NO_COLOR "
            "and TERM=dumb are followed."
        ),
        Paragraph(
            "Exit codes: 0 answered, 1 nothing found or could not, 2 not understood, "
            "130 interrupted, 141 nobody read the output. Errors go to stderr, as JSON with "
            "--format json."
        ),
        commands(("careercli list --sort pay -o roles.csv", "a file for a spreadsheet")),
    ),
    "methods": (
        Title("Methods", "how answers are worked out; --why shows the sum of one"),
        Heading("Readiness"),
        Paragraph(
            "Each skill that a role requires has 12 points for nice, twice that for should and "
            "three times for must; your level over the expected one, at most all of it, counts. "
            "Readiness is what you have of all points, in percent."
        ),
        Heading("Pay"),
        Paragraph(
            "Roles are ranked by the survey's median, never by an estimate of somebody else. In an "
            "area a figure whose standard error is above 10 % is marked `~`, and comes last where "
            "areas are ranked; `moves` and `path` compare none that is far from the country's."
        ),
        Heading("Likeness"),
        Paragraph(
            "Five facets of O*NET (skills, knowledge, work styles, interests, tasks and titles), "
            "compared for each pair of occupations. It orders roles and decides nothing."
        ),
        Heading("Interests"),
        Paragraph(
            "Pearson's r of your six scores and O*NET's six of a role, as O*NET links its Interest "
            "Profiler to occupations. Of letters only the order counts."
        ),
        commands(("careercli skills --gap --why", "the sum of a readiness")),
    ),
}
"""Topic -> its page."""
