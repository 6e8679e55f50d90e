"""A file from an address: the one place where careercli opens a connection."""

import time
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from careercli.errors import CareerError
from careercli.official.dataset import ReportProgress
from careercli.official.files import is_web_page
from careercli.text import without_secrets

MAX_DOWNLOAD_BYTES = 500_000_000
MAX_SECONDS = 3600
"""Seconds that one download may take; a site can send a byte a minute for ever."""
TIMEOUT = 60
"""Seconds without an answer."""
PIECE = 1 << 18
REFUSALS = (401, 403, 429)
"""Answers of sites that serve browsers and refuse scripts."""
SCRIPTS_REFUSED = "The site refuses scripts."
BAR = 20
"""Characters of the bar that shows how much is there."""


def is_address(text: str) -> bool:
    return text.casefold().startswith(("http://", "https://"))


def download(address: str, folder: Path, by_hand: str, tell: ReportProgress) -> Path:
    """The file at an address, whole, in `folder`, which is the caller's to remove.

    It has its name only when it is whole. Raises CareerError with `by_hand` if the site doesn't
    answer with the file, and with what to do if there is no network.
    """
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    from careercli import __version__

    refused = partial(_refused, address, by_hand)
    draft = folder / "download.part"
    try:
        name = Path(urlsplit(address).path).name or "download"
        request = Request(address, headers={"User-Agent": f"careercli/{__version__}"})  # noqa: S310
        with urlopen(request, timeout=TIMEOUT) as answer, draft.open("wb") as file:  # noqa: S310
            total = int(answer.headers.get("Content-Length") or 0)
            if total > MAX_DOWNLOAD_BYTES:
                raise refused(f"it has {total:,} bytes, and {MAX_DOWNLOAD_BYTES:,} are the most")
            done, deadline = 0, time.monotonic() + MAX_SECONDS
            while piece := answer.read(PIECE):
                if not done and is_web_page(piece[:512]):
                    why = "it answered with a web page"
                    raise _refused(address, f"{SCRIPTS_REFUSED} {by_hand}", why)
                done += len(piece)
                if done > MAX_DOWNLOAD_BYTES:
                    raise refused(f"it sends more than {MAX_DOWNLOAD_BYTES:,} bytes")
                if time.monotonic() > deadline:
                    raise refused(f"it took longer than {MAX_SECONDS // 60} minutes")
                file.write(piece)
                tell(f"{name}: {_progress(done, total)}")
            if done < total:
                raise refused(f"it broke off after {done:,} bytes")
        return draft.replace(folder / name)
    except HTTPError as error:
        error.close()  # it is the answer too, and holds the connection
        hint = f"{SCRIPTS_REFUSED} {by_hand}" if error.code in REFUSALS else by_hand
        why = f"it answered {error.code} {error.reason}"
        raise _refused(address, hint, why) from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", "") or error
        if is_offline(reason):
            host = urlsplit(address).hostname
            raise CareerError(
                f"No network: {host} can't be reached.",
                hint=f"Connect this computer and try again. {by_hand}",
            ) from None
        raise refused(str(reason) or type(error).__name__) from None


def is_offline(reason: object) -> bool:
    """Whether an error of a connection says that there is no way to the other side."""
    import errno
    import socket

    unreachable = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)
    is_unreachable = isinstance(reason, OSError) and reason.errno in unreachable
    return isinstance(reason, socket.gaierror) or is_unreachable


def _progress(done: int, total: int) -> str:
    """How much is there, of how much if the site says so."""
    if not total:
        return f"{done / 1e6:.1f} MB"
    full = min(BAR * done // total, BAR)
    return f"[{'=' * full:{BAR}}] {done / 1e6:.1f} of {total / 1e6:.1f} MB"


def _refused(address: str, hint: str, why: str) -> CareerError:
    return CareerError(f"{without_secrets(address)} could not be downloaded: {why}.", hint=hint)
