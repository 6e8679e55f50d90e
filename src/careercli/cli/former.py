"""The commands of 0.1 in today's spelling; hidden, for one release."""

from careercli.output.stdout import say_err

VALUED = frozenset({"--level", "-l", "--pay", "--profile", "-p", "--format", "-f"})
RENAMED = {"export": "show", "profile interests": "interests", "profile import": "import"}


def spelt_today(former: str, rest: list[str]) -> list[str]:
    """The command line that does now what a former command did, and a line on stderr about it."""
    now = _now(former, rest)
    typed = (word for word in now if not word.startswith("--kind="))
    shown = " ".join(f'"{word}"' if " " in word else word for word in typed)
    say_err(f"`careercli {former}` is now `careercli {shown}`.")
    return now


def _now(former: str, rest: list[str]) -> list[str]:
    if former in RENAMED:
        return [RENAMED[former], *rest]
    if former in ("import onet", "import oews", "import projections"):
        name = former.split()[1]
        files = [word for word in rest if not word.startswith("-")]
        added = ["sources", "add", *rest, f"--kind={name}"]
        return added if files else ["sources", "update", name, *rest]
    if former == "profile export":
        return ["profile", *rest, "--format", "jsonresume"]
    words, options = _split(rest)
    key = "target" if former == "profile target" else "job"
    given = [f"{key}={' '.join(words)}"]
    kept: list[str] = []
    for name, value in options:
        if name in ("--level", "-l", "--pay"):
            given.append(f"{'pay' if name == '--pay' else f'{key}.level'}={value}")
        else:
            kept += [name, value]
    return ["profile", "set", *given, *kept]


def _split(rest: list[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Words, and options with their values."""
    words: list[str] = []
    options: list[tuple[str, str]] = []
    left = iter(rest)
    for word in left:
        name, equals, value = word.partition("=")
        if name in VALUED:
            options.append((name, value if equals else next(left, "")))
        else:
            words.append(word)
    return words, options
