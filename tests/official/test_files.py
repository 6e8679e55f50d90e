"""Files that are broken, hostile or something else: refused with a reason, and nothing done."""

import os
import struct
import zipfile
from pathlib import Path

import pytest

from careercli.errors import DataError
from careercli.official import files, onet, tables
from tests.support import official


def read_all(path: Path) -> None:
    with files.members(path, "By hand.") as found:
        for member in found:
            member.read()


def test_names_that_lead_elsewhere_are_only_names(tmp_path: Path) -> None:
    evil = {"../../evil.txt": b"x", "/etc/evil.txt": b"x", "..\\evil.txt": b"x"}
    real = {f"db/{name}.txt": official.text(lines) for name, lines in official.onet_30_3().items()}
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    path = official.zipped(inner / "onet.zip", {**evil, **real})
    before = sorted(tmp_path.rglob("*"))
    with files.members(path, "") as found:
        (reading,) = onet.read("onet.zip", found, "", lambda _: None)
    assert reading.dataset.occupations == 6
    assert sorted(tmp_path.rglob("*")) == before


def test_a_bomb_is_refused_before_it_goes_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_MEMBER", 1_000_000)
    path = official.zipped(tmp_path / "a.zip", {"Occupation Data.txt": bytes(5_000_000)})
    with pytest.raises(DataError, match="at most 1,000,000 bytes"):
        read_all(path)


def test_ten_gigabytes_announced_are_refused(tmp_path: Path) -> None:
    path = official.zipped(tmp_path / "a.zip", {"Occupation Data.txt": b"x"})
    raw = bytearray(path.read_bytes())
    entry = raw.rindex(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = struct.pack("<I", 4_000_000_000)
    path.write_bytes(raw)
    with pytest.raises(DataError, match="announced"):
        read_all(path)


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_an_archive_cut_short_is_refused(tmp_path: Path, keep: float) -> None:
    path = official.onet_zip(tmp_path / "onet.zip", official.onet_30_3())
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * keep)])
    with pytest.raises(DataError, match="not a whole zip archive"):
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


def with_sheet(path: Path, xml: bytes) -> Path:
    """A workbook whose first sheet has other XML."""
    plain = official.workbook(path.with_name("plain.xlsx"), {"a": [("OCC_CODE", "A_MEDIAN")]})
    with zipfile.ZipFile(plain) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["xl/worksheets/sheet1.xml"] = xml
    return official.zipped(path, parts)


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>&y;</t></is></c></row></sheetData></worksheet>"""


@pytest.mark.parametrize(
    ("xml", "rule"), [(BOMB, "must not define entities"), (b"<worksheet", "not a whole workbook")]
)
def test_a_workbook_with_entities_or_broken_is_refused(
    tmp_path: Path, xml: bytes, rule: str
) -> None:
    raw = with_sheet(tmp_path / "book.xlsx", xml).read_bytes()
    with pytest.raises(DataError, match=rule):
        [list(sheet.rows) for sheet in tables.sheets("book.xlsx", raw)]
