"""Commands that are offered to somebody who named a profile name that profile too.

Typed as they are shown, they'd read and change one's own otherwise.
"""

import re
from shlex import quote
from typing import Any

OF_A_PROFILE = (
    *("profile", "profile set", "profile unset", "profile rate", "profile log"),
    *("show", "salary", "skills", "list", "search", "compare", "browse"),
    *("start", "interests", "import", "plan", "match", "report", "moves", "path"),
)
"""The commands that take --profile, as they are typed."""

_OFFERED = re.compile(
    rf"\bcareercli (?:{'|'.join(sorted(OF_A_PROFILE, reverse=True))})(?![\w-])"
    r"(?! (?:set|unset|rate|log|list|remove|-p)\b|[^\n]* --profile )"
)


def with_profile(shown: Any, profile: str) -> Any:
    """A text, or a page, in which each command that can names this profile."""
    if isinstance(shown, str):
        named = f" -p {quote(profile)}"
        return _OFFERED.sub(lambda offered: offered[0] + named, shown)
    if isinstance(shown, tuple):
        changed = [with_profile(part, profile) for part in shown]
        return type(shown)(*changed) if hasattr(shown, "_fields") else tuple(changed)
    return shown
