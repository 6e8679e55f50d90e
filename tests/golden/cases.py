"""The golden cases: what is run, on which data, and in which forms.

Each case in each form has a file, `tests/golden/<scene>/<name>.<form>.txt`, with what the program
wrote. Renew them all, and json_keys.txt, with

    python -m pytest tests/golden --renew

and read the diff: every change in it should be one that was meant. In the files JSON is laid out a
value to a line, ␛ stands for the escape character, and every case runs on 2026-12-01 at
03:04:05.
"""

from typing import NamedTuple

TABLE, MD, JSON, CSV, HTML, COLOR = "table", "md", "json", "csv", "html", "color"
"""The forms. A table is what a terminal of 80 columns shows, with or without color; the others
come through a pipe, and md is what comes when no format is asked for."""
READ = (TABLE, MD, JSON)
ALL = (TABLE, MD, JSON, CSV)
BOTH = (TABLE, MD)
PIPED = (MD,)
TOLD = (MD, JSON)


class Scene(NamedTuple):
    """The data that a case meets.

    profile: the name of a file in files/ that becomes the user's profile
    imported: whether the small official files are imported
    downloads: whether they lie in the working folder
    """

    name: str
    profile: str | None = None
    imported: bool = False
    downloads: bool = False


EMPTY = Scene("empty")
PERSON = Scene("person", profile="person.toml")
DOWNLOADS = Scene("downloads", downloads=True)
IMPORTED = Scene("imported", imported=True, downloads=True)
IMPORTED_PERSON = Scene("imported-person", profile="person.toml", imported=True)
ERRORS = Scene("errors", imported=True)


class Case(NamedTuple):
    """A command line, split at blanks (as a shell splits it), and what it meets.

    before: command lines that are run first, and must succeed
    stdin: what is typed or piped in
    """

    scene: Scene
    name: str
    line: str
    forms: tuple[str, ...] = READ
    before: tuple[str, ...] = ()
    stdin: str = ""


JIRA = ("profile set jira=3",)
COMMANDS = (
    "show salary tiers skills day list search compare browse plan match report profile moves path "
    "guide import sources interests help doctor completion"
).split()
SUBCOMMANDS = {
    "profile": "set unset rate log list remove".split(),
    "guide": "check new add remove schema".split(),
    "sources": "add update remove".split(),
}
RATED = "3\n2\n1\n0\n\nb\n9\nq\n"

CASES = [
    # -- the root, and the helps
    Case(EMPTY, "welcome", "", (*BOTH, COLOR)),
    Case(EMPTY, "version", "--version", PIPED),
    Case(EMPTY, "help", "--help", BOTH),
    *(Case(EMPTY, f"help-{command}", f"{command} --help", PIPED) for command in COMMANDS),
    *(
        Case(EMPTY, f"help-{group}-{command}", f"{group} {command} --help", PIPED)
        for group, commands in SUBCOMMANDS.items()
        for command in commands
    ),
    Case(EMPTY, "help-skills-terminal", "skills --help", (TABLE, COLOR)),
    # -- reading a role
    Case(EMPTY, "show", "show product-coordinator", READ),
    Case(EMPTY, "show-electrician", "show electrician", (TABLE,)),
    Case(EMPTY, "show-sections", "show electrician --section pay --section day", (*READ, COLOR)),
    Case(EMPTY, "show-outlook", "show product-coordinator -s outlook -s world", BOTH),
    Case(EMPTY, "show-skills", "show data-analyst -s skills -s tools -s skill-map", BOTH),
    Case(EMPTY, "show-barber", "show barber", READ),
    Case(EMPTY, "show-barber-credentials", "show barber -s credentials -s way-in", BOTH),
    Case(EMPTY, "show-credential", "show cdl-a", ALL),
    Case(EMPTY, "show-file", "show ./lighthouse-keeper.toml", READ),
    Case(EMPTY, "salary", "salary", (TABLE, MD, CSV)),
    Case(EMPTY, "salary-level", "salary --level senior", READ),
    Case(EMPTY, "salary-role", "salary product-coordinator", (*ALL, COLOR)),
    Case(EMPTY, "salary-role-level", "salary product-coordinator --level senior", ALL),
    Case(EMPTY, "salary-electrician", "salary electrician", BOTH),
    Case(EMPTY, "salary-electrician-top", "salary electrician --level top", READ),
    Case(EMPTY, "tiers", "tiers product-coordinator", ALL),
    Case(EMPTY, "tiers-electrician", "tiers electrician", BOTH),
    Case(EMPTY, "skills", "skills", ALL),
    Case(EMPTY, "skills-role", "skills product-coordinator", ALL),
    Case(EMPTY, "skills-role-level", "skills product-coordinator --level senior", BOTH),
    Case(EMPTY, "skills-gap", "skills --gap", ALL),
    Case(EMPTY, "skills-gap-role", "skills electrician --gap", ALL),
    Case(EMPTY, "day", "day product-coordinator", ALL),
    Case(EMPTY, "day-electrician", "day electrician", (TABLE,)),
    # -- finding a role
    Case(EMPTY, "list", "list", (TABLE, MD, CSV)),
    Case(EMPTY, "list-family", "list --family product", (*ALL, COLOR)),
    Case(EMPTY, "list-pay", "list --sort pay --min-pay 100000 --min-growth 10", BOTH),
    Case(EMPTY, "list-skill", "list --skill sql --remote --sort growth", (TABLE, CSV)),
    Case(EMPTY, "list-interest", "list --interest SE", BOTH),
    Case(EMPTY, "list-readiness", "list --sort ready --family trades", ALL),
    Case(EMPTY, "list-nothing", "list --min-pay 9000000", ALL),
    Case(EMPTY, "search", "search grade school teacher", ALL),
    Case(EMPTY, "search-credential", "search cdl", READ),
    Case(EMPTY, "search-skill", "search kubernetes", ALL),
    Case(EMPTY, "search-charge-nurse", "search charge nurse", BOTH),
    Case(EMPTY, "search-nothing", "search qqqq", ALL),
    Case(EMPTY, "search-form-inside", "search 'qqq -fjson'", PIPED),
    Case(EMPTY, "compare", "compare product-coordinator electrician", (*ALL, COLOR)),
    Case(EMPTY, "compare-three", "compare product-coordinator project-coordinator recruiter", ALL),
    # -- you
    Case(EMPTY, "plan", "plan product-coordinator --level senior", ALL),
    Case(EMPTY, "match", "match advert.txt", ALL),
    Case(EMPTY, "match-stdin", "match -", PIPED, stdin="We want SQL, Excel and Jira.\n"),
    Case(EMPTY, "match-nothing", "match -", READ, stdin="Hello.\n"),
    Case(EMPTY, "report", "report", READ),
    Case(EMPTY, "report-role", "report electrician", BOTH),
    Case(EMPTY, "report-clients", "report --clients clients", ALL),
    Case(EMPTY, "report-clients-names", "report --clients clients --names", BOTH),
    Case(EMPTY, "report-clients-role", "report electrician --clients clients", ALL),
    Case(EMPTY, "report-clients-html", "report --clients clients -o clients.html", PIPED),
    Case(EMPTY, "profile", "profile", ALL),
    Case(EMPTY, "profile-log", "profile log", ALL),
    Case(
        EMPTY, "profile-target", "profile set target=product-coordinator target.level=senior", PIPED
    ),
    Case(EMPTY, "profile-current", "profile set job=project-coordinator pay=58k", PIPED),
    Case(EMPTY, "profile-current-other", "profile set 'job=Bar keeper' pay=41000", PIPED),
    Case(EMPTY, "profile-set", "profile set jira=3 sql=none 'MS Excel=2'", PIPED),
    Case(EMPTY, "profile-former", "profile target electrician --level mid", PIPED),
    Case(EMPTY, "help-levels", "help levels", BOTH),
    Case(EMPTY, "help-methods", "help methods", BOTH),
    Case(EMPTY, "show-parts", "show barber pay way in", BOTH),
    Case(EMPTY, "show-unnamed", "barber", PIPED),
    Case(EMPTY, "list-study", "list --study biology --education bachelor -n 5", ALL),
    Case(EMPTY, "list-fit", "list --sort fit -n 5", ALL, before=("interests SAE",)),
    Case(EMPTY, "interests", "interests SAE --limit 5", ALL),
    Case(EMPTY, "interests-scores", "interests 13 16 24 24 19 20 --limit 5", BOTH),
    Case(EMPTY, "profile-rate", "profile rate product-coordinator", BOTH, stdin=RATED),
    Case(EMPTY, "profile-import", "import resume.md --yes", READ),
    Case(EMPTY, "profile-import-asks", "import resume.md", BOTH, stdin="n\n"),
    Case(EMPTY, "profile-export", "profile -f jsonresume", PIPED),
    Case(EMPTY, "profile-after-set", "profile", (MD, CSV), before=JIRA),
    Case(EMPTY, "profile-log-after-set", "profile log", ALL, before=JIRA),
    Case(PERSON, "profile", "profile", (*ALL, COLOR)),
    Case(PERSON, "profile-set", "profile set jira=4 sql --evidence 'a launch'", PIPED),
    Case(PERSON, "profile-unset", "profile unset jira target", PIPED),
    Case(PERSON, "profile-rate", "profile rate", PIPED, stdin=RATED),
    Case(PERSON, "profile-import", "import resume.md --yes", READ),
    Case(PERSON, "profile-export", "profile -f jsonresume", PIPED),
    Case(PERSON, "skills-gap", "skills --gap", (*ALL, COLOR)),
    Case(PERSON, "skills-gap-why", "skills --gap --why", BOTH),
    Case(PERSON, "skills-gap-all", "skills --gap", ALL, before=("profile unset target",)),
    Case(PERSON, "skills-gap-role", "skills data-analyst --gap --level mid", BOTH),
    Case(
        PERSON,
        "skills-gap-tier",
        "skills product-coordinator --gap --tier 'Senior Product Coordinator'",
        READ,
    ),
    Case(PERSON, "list-readiness", "list --sort ready --family delivery", ALL),
    Case(PERSON, "plan", "plan", ALL),
    Case(PERSON, "match", "match advert.txt", READ),
    Case(PERSON, "report", "report", READ),
    Case(PERSON, "report-html", "report -o report.html", PIPED),
    # -- moving
    Case(EMPTY, "moves", "moves product-coordinator", (*ALL, COLOR)),
    Case(EMPTY, "moves-why", "moves product-coordinator --why --limit 3", (*BOTH, CSV)),
    Case(EMPTY, "moves-less", "moves 53-3033 --pays less --limit 4", (*BOTH, CSV)),
    Case(EMPTY, "moves-limit", "moves electrician --limit 2", READ),
    Case(EMPTY, "moves-after-set", "moves", BOTH, before=JIRA),
    Case(PERSON, "moves", "moves", BOTH),
    Case(PERSON, "moves-why", "moves --why --limit 3", BOTH),
    Case(PERSON, "moves-with", "moves --with sql --limit 2", ALL),
    Case(PERSON, "moves-avoid", "moves --avoid moonkeeping", TOLD),
    Case(EMPTY, "path", "path product-coordinator product-manager", ALL),
    Case(EMPTY, "plan-occupation", "plan 29-2061 --hours 6", ALL),
    Case(EMPTY, "path-stone", "path 33-3051 15-1212", READ),
    Case(EMPTY, "path-long", "path electrician data-scientist", ALL),
    Case(EMPTY, "path-level", "path customer-support-specialist data-analyst -l entry", BOTH),
    # -- data
    Case(EMPTY, "guide-check", "guide check lighthouse-keeper.toml", READ),
    Case(EMPTY, "guide-check-broken", "guide check broken.toml lighthouse-keeper.toml", READ),
    Case(EMPTY, "guide-check-strict", "guide check --strict lighthouse-keeper.toml", PIPED),
    Case(EMPTY, "guide-new", "guide new florist", PIPED),
    Case(EMPTY, "guide-schema", "guide schema", PIPED),
    Case(EMPTY, "guide-add", "guide add lighthouse-keeper.toml", PIPED),
    Case(
        EMPTY,
        "guide-added",
        "salary lighthouse-keeper",
        READ,
        before=("guide add lighthouse-keeper.toml",),
    ),
    Case(
        EMPTY,
        "guide-remove",
        "guide remove lighthouse-keeper",
        PIPED,
        before=("guide add lighthouse-keeper.toml",),
    ),
    Case(EMPTY, "sources", "sources", ALL),
    Case(EMPTY, "show-file", "show ./lighthouse-keeper.toml", (MD, JSON, HTML)),
    Case(DOWNLOADS, "import-onet", "sources add --yes db_30_3_text.zip", TOLD),
    Case(DOWNLOADS, "import-oews", "sources add --yes national_M2024_dl.xlsx", PIPED),
    Case(DOWNLOADS, "import-projections", "sources add --yes occupation.xlsx", PIPED),
    # -- the imported store
    Case(IMPORTED, "show", "show nurse-practitioners", (*READ, COLOR)),
    Case(IMPORTED, "show-developers", "show 15-1251", READ),
    Case(IMPORTED, "show-actors", "show actors", READ),
    Case(IMPORTED, "show-buyers", "show 13-1021", BOTH),
    Case(IMPORTED, "show-sections", "show nurse-practitioners -s pay -s skills", READ),
    Case(IMPORTED, "show-guide-sections", "show registered-nurse -s pay -s outlook", BOTH),
    Case(IMPORTED, "salary", "salary --all", (TABLE,)),
    Case(IMPORTED, "salary-level", "salary --all --level senior", BOTH),
    Case(IMPORTED, "salary-role", "salary nurse-practitioners", ALL),
    Case(IMPORTED, "salary-role-level", "salary nurse-practitioners --level senior", ALL),
    Case(IMPORTED, "salary-actors", "salary actors", ALL),
    Case(IMPORTED, "salary-executives", "salary 11-1011.03", ALL),
    Case(IMPORTED, "salary-area", "salary nurse-practitioners -a California -a Alaska", ALL),
    Case(IMPORTED, "salary-areas", "salary nurse-practitioners --area all", (CSV,)),
    Case(IMPORTED, "salary-guide-area", "salary registered-nurse -a Texas", READ),
    Case(IMPORTED, "tiers", "tiers nurse-practitioners", ALL),
    Case(IMPORTED, "skills-role", "skills nurse-practitioners", ALL),
    Case(IMPORTED, "skills-developers", "skills 15-1251", READ),
    Case(IMPORTED, "skills-gap-role", "skills nurse-practitioners --gap", ALL),
    Case(IMPORTED, "skills-gap-guide", "skills registered-nurse --gap", (TABLE,)),
    Case(IMPORTED, "day", "day nurse-practitioners", READ),
    Case(IMPORTED, "list", "list --all", (TABLE, CSV)),
    Case(IMPORTED, "list-family", "list --all --family soc-29", ALL),
    Case(IMPORTED, "search", "search widget wrangler", ALL),
    Case(IMPORTED, "search-code", "search 29-1171", READ),
    Case(IMPORTED, "search-short", "search oncology rn", READ),
    Case(IMPORTED, "compare", "compare nurse-practitioners 15-1251", ALL),
    Case(IMPORTED, "compare-three", "compare registered-nurse nurse-practitioners actors", ALL),
    Case(IMPORTED, "plan", "plan nurse-practitioners", READ),
    Case(IMPORTED, "match", "match advert.txt", PIPED),
    Case(IMPORTED, "report", "report nurse-practitioners", READ),
    Case(IMPORTED, "report-html", "report 15-1251 -o report.html", PIPED),
    Case(IMPORTED, "profile-set", "profile set 2.A.2.a=4", PIPED),
    Case(IMPORTED, "profile-rate", "profile rate 29-1171", BOTH, stdin="4\n\nq\n"),
    Case(IMPORTED, "moves", "moves nurse-practitioners", ALL),
    Case(IMPORTED, "moves-all", "moves registered-nurse --why --limit 4", BOTH),
    Case(IMPORTED, "moves-developers", "moves 15-1251 --limit 4", READ),
    Case(IMPORTED, "path", "path nurse-practitioners 15-1251", ALL),
    Case(IMPORTED, "sources", "sources", ALL),
    Case(IMPORTED, "sources-remove", "sources remove oews", PIPED),
    Case(
        IMPORTED,
        "guide-check-against",
        "guide check lighthouse-keeper.toml --against occupation.xlsx",
    ),
    Case(IMPORTED, "show-whole", "show nurse-practitioners", (MD, JSON)),
    Case(IMPORTED, "show-html", "show actors", (HTML,)),
    Case(IMPORTED, "show-two", "show actors 15-1251 -o two.json", PIPED),
    Case(IMPORTED_PERSON, "profile", "profile", READ),
    Case(IMPORTED_PERSON, "skills-gap-role", "skills 15-1251 --gap", ALL),
    Case(IMPORTED_PERSON, "skills-gap-why", "skills 15-1251 --gap --why", BOTH),
    Case(IMPORTED_PERSON, "skills-gap-all", "skills --gap", PIPED),
    Case(IMPORTED_PERSON, "report", "report 15-1251", READ),
    Case(IMPORTED_PERSON, "moves", "moves --limit 4", BOTH),
    Case(IMPORTED_PERSON, "moves-with", "moves --with 'critical thinking' --limit 2", READ),
    # -- errors
    Case(ERRORS, "unknown-role", "show lion tamer", TOLD),
    Case(ERRORS, "near-role", "show blockchain wizard", (TABLE, MD, JSON)),
    Case(ERRORS, "ambiguous-role", "show product", TOLD),
    Case(ERRORS, "ambiguous-title", "salary 'widget wrangler'", TOLD),
    Case(ERRORS, "unknown-section", "show electrician --section weather", TOLD),
    Case(ERRORS, "no-csv", "show electrician", (CSV,)),
    Case(ERRORS, "unknown-command", "shwo electrician", TOLD),
    Case(ERRORS, "unknown-option", "list --colour red", TOLD),
    Case(ERRORS, "bad-level", "salary electrician --level boss", TOLD),
    Case(ERRORS, "bad-format", "list --format xml", PIPED),
    Case(ERRORS, "bad-number", "list --min-pay lots", TOLD),
    Case(ERRORS, "bad-limit", "moves electrician --limit 0", TOLD),
    Case(ERRORS, "bad-pays", "moves electrician --pays upward", TOLD),
    Case(ERRORS, "bad-interest", "list --interest XYZ", TOLD),
    Case(ERRORS, "unknown-family", "list --family circus", TOLD),
    Case(ERRORS, "unknown-skill", "list --skill jyrrha", TOLD),
    Case(ERRORS, "unknown-area", "salary nurse-practitioners --area Atlantis", TOLD),
    Case(ERRORS, "unknown-tier", "skills electrician --gap --tier Wizard", TOLD),
    Case(ERRORS, "no-role", "show", TOLD),
    Case(ERRORS, "one-role", "compare electrician", TOLD),
    Case(ERRORS, "no-target", "plan", TOLD),
    Case(ERRORS, "no-start", "moves", TOLD),
    Case(ERRORS, "no-profile", "profile --profile nobody", TOLD),
    Case(ERRORS, "why-without-gap", "skills electrician --why", TOLD),
    Case(ERRORS, "set-unknown-skill", "profile set jyrrha=2", PIPED),
    Case(ERRORS, "set-bad-level", "profile set jira=5", PIPED),
    Case(ERRORS, "bad-pay", "profile set job=electrician pay=nan", PIPED),
    Case(ERRORS, "bad-interests", "interests QQ", PIPED),
    Case(ERRORS, "broken-profile", "profile --profile clients/dan.toml", TOLD),
    Case(ERRORS, "broken-guide", "show ./broken.toml", TOLD),
    Case(ERRORS, "broken-guide-added", "guide add broken.toml", PIPED),
    Case(ERRORS, "missing-file", "match nowhere.txt", TOLD),
    Case(ERRORS, "missing-import", "sources add nowhere.zip", TOLD),
    Case(ERRORS, "wrong-import", "sources add advert.txt", TOLD),
    Case(ERRORS, "bad-output", "show electrician -o page.docx", PIPED),
    Case(ERRORS, "unknown-guide", "guide remove lion-tamer", PIPED),
    Case(ERRORS, "unknown-source", "sources remove moon", TOLD),
]
