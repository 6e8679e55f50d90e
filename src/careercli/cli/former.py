"""The commands of 0.1 in today's spelling; hidden, for one release."""

import shlex

from careercli.output.stdout import say_err

VALUED = frozenset({"--level", "-l", "--pay", "--profile", "-p", "--format", "-f"})
RENAMED = {"export": "show", "profile interests": "interests", "profile import": "import"}


def spelt_today(former: str, rest: list[str]) -> list[str]:
    """The command line that does now what a former command did, and a line on stderr about it."""
    now = _now(former, rest)
    typed = shlex.join(word for word in now if not word.startswith("--kind="))
    say_err(f"`careercli {former}` is now `careercli {typed}`.")
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
    key = "target" if former == "profile target" else "job"
    keys = {"--level": f"{key}.level", "-l": f"{key}.level", "--pay": "pay"}
    title: list[str] = []
    given: list[str] = []
    kept: list[str] = []
    left = iter(rest)
    for word in left:
        name, equals, value = word.partition("=")
        if name not in VALUED:
            title.append(word)
            continue
        value = value if equals else next(left, "")
        if name in keys:
            given.append(f"{keys[name]}={value}")
        else:
            kept += [name, value]
    return ["profile", "set", f"{key}={' '.join(title)}", *given, *kept]
