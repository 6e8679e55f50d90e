"""A file from an address: the one place where careercli opens a connection."""

from pathlib import Path
from urllib.parse import urlsplit

from careercli.errors import CareerError
from careercli.importing import Tell
from careercli.importing.files import is_web_page

MAX_BYTES = 500_000_000
TIMEOUT = 60
"""Seconds without an answer."""
PIECE = 1 << 18


def is_address(text: str) -> bool:
    return text.casefold().startswith(("http://", "https://"))


def download(address: str, folder: Path, by_hand: str, tell: Tell) -> Path:
    """The file at an address, whole, in `folder`.

    It is written beside its name until it is whole; a broken download leaves nothing. Raises
    CareerError with `by_hand` where the site does not answer with the file.
    """
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    from careercli import __version__

    name = Path(urlsplit(address).path).name or "download"
    draft = folder / "download.part"
    request = Request(address, headers={"User-Agent": f"careercli/{__version__}"})  # noqa: S310
    try:
        with urlopen(request, timeout=TIMEOUT) as answer, draft.open("wb") as file:  # noqa: S310
            total = int(answer.headers.get("Content-Length") or 0)
            done = 0
            while piece := answer.read(PIECE):
                if not done and is_web_page(piece[:512]):
                    raise _refused(address, "it answered with a web page", by_hand)
                done += len(piece)
                if done > MAX_BYTES:
                    raise _refused(address, f"it sends more than {MAX_BYTES:,} bytes", by_hand)
                file.write(piece)
                share = f" of {total / 1e6:.1f}" if total else ""
                tell(f"{name}: {done / 1e6:.1f}{share} MB")
            if done < total:
                raise _refused(address, f"it broke off after {done:,} bytes", by_hand)
    except HTTPError as error:
        error.close()
        raise _refused(address, f"it answered {error.code} {error.reason}", by_hand) from None
    except (URLError, OSError, ValueError) as error:
        why = str(getattr(error, "reason", "") or error)
        raise _refused(address, why, by_hand) from None
    return draft.replace(folder / name)


def _refused(address: str, why: str, by_hand: str) -> CareerError:
    return CareerError(f"{address} could not be downloaded: {why}.", hint=by_hand)
