"""Downloads, from a server of our own: whole, or told why not, and nothing left behind."""

import errno
import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercli.errors import CareerError
from careercli.official.download import download, is_offline
from tests.support import official
from tests.support.answers import answer
from tests.support.running import Run


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves a release, or one of the ways in which sites fail."""

    server: "Site"

    def do_GET(self) -> None:
        name = self.path.removeprefix("/").removesuffix(".zip")
        getattr(self, f"send_{name}", self.send_whole)()

    def send_whole(self) -> None:
        self.body(self.server.release)

    def send_page(self) -> None:
        self.body(b"\r\n<!DOCTYPE html><html><title>Access Denied</title></html>")

    def send_forbidden(self) -> None:
        self.send_error(403)

    def send_missing(self) -> None:
        self.send_error(404)

    def send_moved(self) -> None:
        self.redirect("/db_30_3_text.zip")

    def send_circle(self) -> None:
        self.redirect("/circle.zip")

    def send_elsewhere(self) -> None:
        self.redirect("file:///etc/passwd")

    def send_short(self) -> None:
        self.body(self.server.release, announced=2 * len(self.server.release))

    def send_chunked(self) -> None:
        self.protocol_version = "HTTP/1.1"
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"1000\r\nPK")
        self.close_connection = True

    def send_reset(self) -> None:
        self.body(self.server.release[:100], announced=len(self.server.release))
        self.wfile.flush()
        linger = b"\x01\0\0\0\0\0\0\0"  # close with a reset
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()

    def send_nothing(self) -> None:
        self.close_connection = True

    def send_slow(self) -> None:
        self.body(self.server.release[:100], announced=len(self.server.release))
        self.wfile.flush()
        self.server.waiting.set()
        self.server.done.wait(60)

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def body(self, raw: bytes, *, announced: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(raw) if announced is None else announced))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *arguments: object) -> None:
        pass


class Site(http.server.ThreadingHTTPServer):
    """`waiting` is set when an answer hangs, `done` when it need not any more."""

    def __init__(self, release: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.release = release
        self.waiting, self.done = threading.Event(), threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *arguments: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    release = official.onet_zip(tmp_path / "served.zip", official.onet_30_3()).read_bytes()
    with Site(release) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.done.set()
        server.shutdown()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary files are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


def test_a_download_is_there_whole(tmp_path: Path, site: Site) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    site.release = b"PK" + bytes(300_000)
    told: list[str] = []
    path = download(f"{site.address}/db.zip", folder, "By hand.", told.append)
    assert (path.name, path.stat().st_size) == ("db.zip", 300_002)
    assert told[0] == "db.zip: [=================   ] 0.3 of 0.3 MB"
    assert told[-1] == "db.zip: [====================] 0.3 of 0.3 MB"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("name", ["db_30_3_text", "moved"])
def test_an_address_is_imported(run: Run, site: Site, temporary: Path, name: str) -> None:
    result = run("sources", "add", "--yes", "--kind=onet", f"{site.address}/{name}.zip")
    assert result.code == 0
    (source,) = [one for one in answer(run, "sources")["sources"] if one["imported"]]
    assert (source["release"], source["file"]) == ("30.3", f"{site.address}/{name}.zip")
    assert list(temporary.iterdir()) == []


FAILURES = {
    "page": "it answered with a web page",
    "forbidden": "it answered 403 Forbidden",
    "missing": "it answered 404 Not Found",
    "circle": "redirect",
    "elsewhere": "redirect|not allowed",
    "short": "it broke off after",
    "chunked": "IncompleteRead",
    "reset": "reset|broke off",
    "nothing": "closed connection",
}


@pytest.mark.usefixtures("onet_alone")
@pytest.mark.parametrize("name", FAILURES)
def test_a_download_that_fails_leaves_the_old_data_and_says_what_to_do(
    run: Run, home: Path, site: Site, temporary: Path, name: str
) -> None:
    before = (home / "official.db").read_bytes()
    files = sorted(home.iterdir())
    result = run("sources", "add", "--yes", "--kind=onet", f"{site.address}/{name}.zip")
    assert (result.code, result.out) == (1, "")
    with pytest.raises(CareerError, match=FAILURES[name]):
        download(f"{site.address}/{name}.zip", temporary, "By hand.", lambda _: None)
    (temporary / "download.part").unlink(missing_ok=True)
    assert f"{site.address}/{name}.zip could not be downloaded" in result.err
    assert "with a browser, then: careercli sources add FILE" in result.err
    assert (home / "official.db").read_bytes() == before
    assert sorted(home.iterdir()) == files
    assert list(temporary.iterdir()) == []


def test_what_is_secret_in_an_address_is_neither_kept_nor_told(
    run: Run, home: Path, site: Site
) -> None:
    added = run("sources", "add", "--yes", f"{site.address}/db.zip?token=hidden")
    assert added.code == 0
    assert b"hidden" not in (home / "official.db").read_bytes()
    failed = run("sources", "add", "--yes", "http://127.0.0.1:9/db.zip?token=hidden")
    assert failed.code == 1
    assert "hidden" not in failed.err


def test_a_download_that_takes_too_long_is_given_up(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercli.official.download.MAX_SECONDS", -60)
    with pytest.raises(CareerError, match="took longer than"):
        download(f"{site.address}/db.zip", tmp_path, "By hand.", lambda _: None)


def test_a_download_that_says_it_is_too_large_is_not_begun(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercli.official.download.MAX_DOWNLOAD_BYTES", 100)
    with pytest.raises(CareerError, match="100 are the most"):
        download(f"{site.address}/db.zip", tmp_path, "By hand.", lambda _: None)


@pytest.mark.usefixtures("onet_alone")
def test_stopped_midway_it_leaves_the_old_data(home: Path, site: Site, temporary: Path) -> None:
    before = (home / "official.db").read_bytes()
    code = (
        "import signal, sys\nfrom careercli.cli.main import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # also where tests ignore it\n"
        f"sys.exit(main(['import', 'onet', '{site.address}/slow.zip']))"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ) as process:
        assert site.waiting.wait(60)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert (home / "official.db").read_bytes() == before
    assert list(temporary.iterdir()) == []


def test_no_server_is_an_error_too(run: Run) -> None:
    result = run("sources", "add", "--yes", "--kind=onet", "http://127.0.0.1:9/db.zip")
    assert result.code == 1
    assert "could not be downloaded" in result.err


@pytest.mark.parametrize("address", ["http://", "http://[::1/db.zip", "http://127.0.0.1:9/a b"])
def test_what_is_no_address_is_an_error_too(run: Run, address: str) -> None:
    result = run("sources", "add", "--yes", "--kind=onet", address)
    assert result.code == 1
    assert "could not be downloaded" in result.err


@pytest.mark.parametrize(
    "reason",
    [
        socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),
        OSError(errno.ENETUNREACH, "Network is unreachable"),
        OSError(errno.EHOSTUNREACH, "No route to host"),
    ],
)
def test_no_way_to_the_site_is_no_network(reason: OSError) -> None:
    assert is_offline(reason)


def test_an_answer_is_a_network() -> None:
    assert not is_offline(ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"))
    assert not is_offline(TimeoutError())


def test_a_name_that_nothing_resolves_is_no_network(run: Run) -> None:
    result = run("sources", "add", "--yes", "--kind=oews", "http://nowhere.invalid/oesm24nat.zip")
    assert (result.code, result.out) == (1, "")
    assert "No network: nowhere.invalid can't be reached." in result.err
    assert "refuses scripts" not in result.err


@pytest.mark.parametrize(
    ("name", "told"), [("forbidden", True), ("page", True), ("missing", False)]
)
def test_a_site_is_blamed_only_for_what_it_answered(
    run: Run, site: Site, name: str, told: bool
) -> None:
    result = run("sources", "add", "--yes", "--kind=oews", f"{site.address}/{name}.zip")
    assert ("The site refuses scripts." in result.err) is told
