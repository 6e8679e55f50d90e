"""Text as people read it: what only a typesetter or a program put into it is gone."""

import re
from functools import cache

_SPACES = re.compile(
    "[ \t\x0b\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u180e\u202a-\u202e\u2066-\u2069]")
_TABLE = str.maketrans(
    {
        "\u2010": "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl",
        "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    }
)  # fmt: skip
_BROKEN = re.compile(r"(?<=[^\W\d_])-[ ]?\n[ ]?(?=[^\W\d_A-Z])")
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s)>\]\"']*|\bwww\.[^\s)>\]]+|(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]+"
    r"|(?<![\w.-])\.*+(?:[\w-]++\.++)+(?:com|org|net|io|edu|gov|dev|me)/[^\s)>\]]*"
)
"""Begun only where a run of letters begins, so that a long run is read once."""


@cache
def _edges() -> re.Pattern[str]:
    """Where letters of Chinese, Japanese or Korean stand beside others."""
    return re.compile(
        f"(?<=[{_CJK}])(?=[^\\W_{_CJK}])|(?<=[^\\W_{_CJK}])(?=[{_CJK}])|(?<=[+#])(?=[{_CJK}])"
    )


def clean_text(text: str) -> str:
    """The text with single spaces, whole words, plain hyphens, and without addresses.

    Names in Latin letters stand apart from the letters of Chinese, Japanese and Korean beside
    them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    text = _INVISIBLE.sub("", text).translate(_TABLE)
    text = _ADDRESS.sub(" ", _SPACES.sub(" ", text))
    if not text.isascii():
        text = _edges().sub(" ", text)
    return _BROKEN.sub("", text)
