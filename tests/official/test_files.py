"""Files that are broken, hostile or something else: refused with a reason, and nothing done."""

import os
import struct
from pathlib import Path

import pytest

from careercli.errors import DataError
from careercli.official import files, onet
from tests.support import official


def read_all(path: Path) -> None:
    with files.members(path, "By hand.") as found:
        for member in found:
            with member.stream() as file:
                file.read()


def test_names_that_lead_elsewhere_are_only_names(tmp_path: Path) -> None:
    evil = {"../../evil.txt": b"x", "/etc/evil.txt": b"x", "..\\evil.txt": b"x"}
    real = {f"db/{name}.txt": official.text(lines) for name, lines in official.onet_30_3().items()}
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    path = official.zipped(inner / "onet.zip", {**evil, **real})
    before = sorted(tmp_path.rglob("*"))
    with files.members(path, "") as found:
        reading = onet.read("onet.zip", found, "", lambda _: None, partial=True)
    assert reading.dataset.occupations == 6
    assert sorted(tmp_path.rglob("*")) == before


def test_a_bomb_is_refused_before_it_goes_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_MEMBER", 1_000_000)
    path = official.zipped(tmp_path / "a.zip", {"Occupation Data.txt": bytes(5_000_000)})
    with pytest.raises(DataError, match="at most 1,000,000 bytes"):
        read_all(path)


def test_members_that_are_too_much_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_UNPACKED", 1_000_000)
    small = {f"{number}.txt": bytes(300_000) for number in range(4)}
    with pytest.raises(DataError, match="at most 1,000,000 bytes in all"):
        read_all(official.zipped(tmp_path / "a.zip", small))


def test_what_is_announced_of_a_size_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_MEMBER", 1_000_000)
    path = official.zipped(tmp_path / "a.zip", {"Occupation Data.txt": bytes(5_000_000)})
    raw = bytearray(path.read_bytes())
    entry = raw.rindex(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = struct.pack("<I", 10)
    path.write_bytes(raw)
    with pytest.raises(DataError):
        read_all(path)


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_an_archive_cut_short_is_refused(tmp_path: Path, keep: float) -> None:
    path = official.onet_zip(tmp_path / "onet.zip", official.onet_30_3())
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * keep)])
    with pytest.raises(DataError, match="isn't a whole zip archive"):
        read_all(path)


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = official.zipped(tmp_path / "a.zip", {"Occupation Data.txt": os.urandom(5000)})
    raw = bytearray(path.read_bytes())
    raw[2000] ^= 0xFF
    path.write_bytes(raw)
    with pytest.raises(DataError, match="Download it again"):
        read_all(path)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_MEMBERS", 3)
    names = {f"{number}.txt": b"x" for number in range(5)}
    with pytest.raises(DataError, match="at most 3 files"):
        read_all(official.zipped(tmp_path / "a.zip", names))
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, raw in names.items():
        (folder / name).write_bytes(raw)
    with pytest.raises(DataError, match="at most 3 files"):
        read_all(folder)


@pytest.mark.parametrize("name", ["nothing", "pipe"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DataError):
        read_all(tmp_path / name)


def test_a_list_of_a_million_names_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_DIRECTORY", 1_000)
    path = official.zipped(tmp_path / "a.zip", {f"{number}.txt": b"x" for number in range(100)})
    with pytest.raises(DataError, match=r"at most 5,000 files.*a list of"):
        read_all(path)
