"""Reading a list from a CSV or an Excel workbook: told by its content, in whatever way it was saved."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tracker.models.mistake import Mistake
from tracker.reports.bringing_in import read_table

TEXT = "Name,Start\nNgāti Tamaoho,1/2/2008\n"
ROWS = ((2, ("Ngāti Tamaoho", "1/2/2008")),)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_a_csv_reads_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    table = read_table(tmp_path / "list.csv")
    assert (table.headings, table.rows) == (("Name", "Start"), ROWS)


def test_text_that_is_not_in_utf8_is_read_and_said(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes("Name,Town\nCafé,Papakura\n".encode("cp1252"))
    table = read_table(tmp_path / "list.csv")
    assert table.rows[0][1][0] == "Café"
    assert "macrons may be lost" in table.notes[0]


def test_a_title_above_the_headings_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Our groups\n\nName,Start\n,\nICM,1/2/2008\n", encoding="utf-8")
    table = read_table(tmp_path / "list.csv")
    assert (table.headings, table.rows) == (("Name", "Start"), ((5, ("ICM", "1/2/2008")),))


def test_a_workbook_is_read_from_its_first_sheet_with_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Groups")
    sheet.append(["Name", "Start", "Number"])
    sheet.append(["ICM", datetime(2008, 2, 1, 9, 30), 12.5])  # noqa: DTZ001
    book.create_sheet("More").append(["x", "y"])
    book.save(tmp_path / "renamed.csv")
    table = read_table(tmp_path / "renamed.csv")
    assert table.headings == ("Name", "Start", "Number")
    assert table.rows[0][1][1] == datetime(2008, 2, 1)  # noqa: DTZ001
    assert str(table.rows[0][1][2]) == "12.5"
    assert table.notes == ("The sheet “Groups” was read, and not “More”.",)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"<html><table></table></html>", "page of the web"),
        (b"a\x00b\x00\x01", "neither a CSV nor"),
        (b"PK\x03\x04rest", "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "password"),
        (b'Name,Start\n"open,1\n', "no CSV that can be read"),
        (b"a,b\n" + b"x,y\n" * 20_002, "more than 20,000 rows"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(Mistake, match=why):
        read_table(tmp_path / "list.csv")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="no such file"):
        read_table(tmp_path / "list.csv")
    with pytest.raises(Mistake, match="folder"):
        read_table(tmp_path)
