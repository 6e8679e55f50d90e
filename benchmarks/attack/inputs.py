"""Fuzzed files, arguments and environments."""

import contextlib
import io
import json
import random
import zipfile
from pathlib import Path

import tomli_w
from benchmarks.attack.running import Tally, run

PIECES = [
    "[" * 300, "]" * 300, "{" * 200, "0x" + "f" * 6000, "9" * 6000, ".a" * 5000, "<![ x ]>",
    "<a ", "<!--", "</", "<?", "<b>", "<div>", "<svg><title>", "<table><td>", "\x00", "\x1b[2J",
    "\u202e", "\ufeff", "\ud7ff", "=", "＝cmd", '"""', "'''", "\\u0000", "nan", "1e999", "-0",
    "[link=", "[bold]", "R, ", "C, ", "Jira ", "A" * 2000, "\n", "\t" * 500, "🙂", "%s", "{0}",
    "../../../etc/passwd", "javascript:alert(1)", "1979-99-99", "true", "[[marks]]", "[marks.x]",
]  # fmt: skip
LONG = (1, 1, 1, 3, 40, 4000)

PROFILE = tomli_w.dumps(
    {
        "schema": 1,
        "target": {"role": "electrician", "level": "mid"},
        "marks": {"jira": {"level": 3, "evidence": "boards"}},
        "history": {"changes": [{"at": "2026-03-14T09:30:00+00:00", "skill": "jira", "after": 3}]},
    }
)
GUIDE = (
    'schema = 1\nslug = "florist"\ntitle = "Florist"\nsummary = "Binds flowers."\n'
    '[sources.own]\npublisher = "Us"\ntitle = "Judgement"\nkind = "editorial"\n'
)
RESUME = json.dumps(
    {
        "basics": {"name": "Ana"},
        "skills": [{"name": "SQL", "level": "expert", "keywords": ["Jira"]}],
    }
)
ADVERT = "<html><body><h1>Engineer</h1><ul><li>Jira, SQL and Python<li>Excel</ul></body></html>"
TEXT = "We need Jira, SQL, R and Python.\nNo experience with Excel needed.\n"

KINDS: dict[str, tuple[str, list[str]]] = {
    "profile.toml": (PROFILE, ["skills", "electrician", "--gap", "--profile"]),
    "guide.toml": (GUIDE, ["guide", "check"]),
    "resume.json": (RESUME, ["import"]),
    "resume.md": (TEXT, ["import"]),
    "advert.html": (ADVERT, ["match"]),
    "advert.txt": (TEXT, ["match"]),
    "other.toml": (PROFILE, ["import"]),
}


def fuzzed(rng: random.Random, text: str) -> bytes:
    """The text with a few pieces put in, cut out or repeated; sometimes with bytes flipped."""
    for _ in range(rng.randint(1, 4)):
        place, other = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
        way = rng.random()
        if way < 0.6:
            text = text[:place] + rng.choice(PIECES) * rng.choice(LONG) + text[place:]
        elif way < 0.8:
            text = text[:place] + text[other:]
        else:
            text = text[:other] + text[place:other] * rng.choice(LONG) + text[other:]
        text = text[:1_500_000]
    raw = bytearray(text.encode(errors="surrogatepass"))
    if raw and rng.random() < 0.2:
        for _ in range(rng.randint(1, 5)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
    return bytes(raw)


def in_process(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Fuzzed files through the whole program, in this process: many, without limits but time."""
    import time

    from benchmarks.attack.running import FALSE, HANG

    from careercli.cli.main import main

    rng = random.Random(seed)
    for number in range(800 * times):
        name, (text, command) = rng.choice(list(KINDS.items()))
        path = folder / name
        path.write_bytes(fuzzed(rng, text))
        out, err = io.TextIOWrapper(io.BytesIO()), io.StringIO()
        tally.tried()
        begin = time.process_time()
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                main([*command, str(path)])
        except BaseException as error:
            tally.wrong("tracebacks", f"seed {seed} try {number} {name}: {error!r:.200}")
        if time.process_time() - begin > HANG:
            tally.wrong("hangs", f"seed {seed} try {number} {name}")
        if any(words in err.getvalue() for words in FALSE):
            tally.wrong("false statements", f"try {number} {name}: {err.getvalue()[:300]}")


def as_commands(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Fuzzed files as commands, with their memory watched; archives and workbooks among them."""
    rng = random.Random(seed)
    for _ in range(60 * times):
        name, (text, command) = rng.choice(list(KINDS.items()))
        path = folder / name
        path.write_bytes(fuzzed(rng, text))
        run(tally, [*command, str(path)])
    for number in range(10 * times):
        path = folder / f"data{number}.{rng.choice(('zip', 'xlsx'))}"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member in ("Occupation Data.txt", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
                archive.writestr(member, fuzzed(rng, "O*NET-SOC Code\tTitle\tDescription\n<a/>\n"))
        raw = bytearray(path.read_bytes())
        for _ in range(rng.randint(0, 4)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        path.write_bytes(raw)
        kind = rng.choice(("onet", "oews", "projections"))
        run(tally, ["sources", "add", f"--kind={kind}", str(path)])
    for size in (1_000_000, 4_900_000):
        for text in ("<p>x", "<a ", "Ana ran Jira for Teams. ", "Alpha Beta ", "\x7f", "R, "):
            path = folder / ("large.html" if text.startswith("<") else "large.txt")
            page = "<html><body>" if text.startswith("<") else ""
            path.write_text(page + text * (size // len(text)), encoding="utf-8")
            run(tally, ["match", str(path)])


def arguments(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Fuzzed arguments, options and environments."""
    del folder
    rng = random.Random(seed)
    commands = ["show", "list", "moves", "path", "profile", "report", "salary", "skills", "search"]
    options = ["--format", "--limit", "--profile", "--level", "--area", "-o", "--with", "--", "-f"]
    names = ["COLUMNS", "LINES", "TERM", "LC_ALL", "PAGER", "CAREERCLI_PROFILE", "HOME", "LANG"]
    for _ in range(40 * times):
        words = [rng.choice(commands)]
        for _ in range(rng.randint(0, 4)):
            piece = (rng.choice(PIECES) * rng.choice((1, 1, 3)))[:50_000].replace("\x00", "")
            words.append(rng.choice([piece, rng.choice(options), "electrician", "~nosuch/x.toml"]))
        if "-o" in words:  # which would write wherever it is told to
            words = [word for word in words if word != "-o"]
        value = rng.choice(PIECES).replace("\x00", "")[:5000]
        run(tally, words, environment={rng.choice(names): value})
    run(tally, ["moves", "electrician", "--limit", "9" * 20])
    run(tally, ["interests", *(["9" * 5000] * 6)])
    code = (
        "import os, sys\nfrom careercli.cli.main import main\n"
        "os.getuid = lambda: 54321\n"
        "for name in ('HOME', 'CAREERCLI_HOME', 'XDG_DATA_HOME'):\n    os.environ.pop(name, None)\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    for command in (["profile"], ["profile", "set", "jira=3"], ["show", "electrician"]):
        run(tally, command, code=code)
