"""What may be the title of an advertisement: words of its first lines."""

import re

MAX_TITLE = 6
"""Words that a title has at most."""
_LINES = 3
_PART = re.compile(
    r"[,|•;:!()\[\]]|\*{2,}|[.](?=\s)|\s[-–—/]\s|\s{2,}|\bat\b|\bneeds an?\b|\bwanted\b"
    r"|\bis (?:hiring|looking)\b",
    re.IGNORECASE,
)
_HIRING = re.compile(r"^(?:now |we are |we['’]re |immediately )?hiring:? ", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^\W*(?:now hiring|hiring|urgent\w*|remote|hybrid|full[- ]time|part[- ]time|nights?|days?"
    r"|job (?:title|description|summary)|about\b.*|position|\d+\w* shift|home weekends|us|regional"
    r"|local|commercial|help)?\W*$"
    r"|[$@%]|\d{3}|\.\d|\b(?:cpm|a plus|preferred)\b",
)
_SENTENCE = re.compile(
    r"^(?:experience|we|you|our|your|knowledge|must|familiar|proficien|ability|the|this|if|are|do"
    r"|looking|join|currently|i|my)\b",
)


def title_parts(text: str) -> list[str]:
    """What may be the title, of the first lines: the likeliest first."""
    lines = [line.strip(" #*\t") for line in text.splitlines() if line.strip(" #*-•\t")]
    parts: list[str] = []
    for number, line in enumerate(lines[:_LINES]):
        if number and re.match(r"[-•·▪]|\w+ (?:you|we)\b|you\b|requirements?\b", line.lower()):
            break
        for piece in _PART.split(line[:200]):
            words = _HIRING.sub("", piece.strip(" .*#!"))
            lower = words.lower()
            if not words or _NO_TITLE.search(lower) or _SENTENCE.match(lower):
                continue
            if len(words.split()) <= MAX_TITLE:
                parts.append(words)
    return list(dict.fromkeys(parts))
