"""Treasury's workbook as it is published, and every way in which a copy of it may have gone wrong."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.reports.treasury_files import a_row, a_workbook, of_code, read
from tracker.models.mistake import Mistake
from tracker.reports.treasury_lines import COLUMNS, TreasuryLines


def sentences(found: TreasuryLines) -> list[tuple[int, str]]:
    return [(note.row, note.sentence) for note in found.bad_rows]


def test_the_sheet_raw_data_is_found_among_the_others(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "b.xlsx", [a_row(), of_code(9)], before=("Intro", "Explanation"))
    found = read(path)
    assert (found.sheet, len(found.lines), len(found.parents), found.total_000) == ("Raw Data", 2, 1, 20_286)
    assert [line.code for line in found.lines] == ["11768", "9"]


def test_without_that_sheet_the_first_one_with_the_headings_is_read(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "b.xlsx", [of_code(9)], sheet="Data 2020", before=("Intro",), top=3)
    assert (read(path).sheet, len(read(path).lines)) == ("Data 2020", 1)


def test_headings_may_stand_in_any_order_with_spaces_and_other_columns_beside(tmp_path: Path) -> None:
    headings = [f" {name.upper()}  " if name == "Vote" else name for name in reversed(COLUMNS)]
    path = a_workbook(
        tmp_path / "b.xlsx", [{**a_row(), headings[15].strip(): "Education"}], headings=["Extra", *headings]
    )
    found = read(path)
    assert (found.lines[0].vote, found.lines[0].code) == ("Education", "11768")
    assert found.notes == ("Not read, as they are not known here: the columns Extra.",)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    headings = ["Scope" if name == "Current Scope" else name for name in COLUMNS]
    with pytest.raises(Mistake, match=r"The column “Current Scope” cannot be found in b\.xlsx: put the heading back"):
        read(a_workbook(tmp_path / "b.xlsx", [a_row()], headings=headings))


def test_a_column_that_stands_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"The column “Vote” stands twice in b\.xlsx"):
        read(a_workbook(tmp_path / "b.xlsx", [a_row()], headings=[*COLUMNS, "vote"]))


def test_without_headings_seventeen_columns_are_read_in_the_order_of_2019_and_it_is_said(tmp_path: Path) -> None:
    row = a_row()
    path = a_workbook(tmp_path / "b.xlsx", [], headings=[row[name] for name in COLUMNS])
    assert read(path).lines[0].code == "11768"
    assert "order of Treasury's of 2019" in read(path).notes[0]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (of_code(9, **{"Amount $000": "12.5m"}), "Amount $000 is “12.5m”: it must be a whole number."),
        (of_code(9, **{"Amount $000": 12.5}), "Amount $000 is “12.5”: it must be a whole number."),
        (of_code(9, **{"Amount $000": None}), "Amount $000 is “”: it must be a whole number."),
        (of_code(9, Year=date(2020, 6, 30)), "Year is the date 30 Jun 2020: type it as plain text or as a number."),
        (of_code(9, Year=True), "Year is True: type it as plain text or as a number."),
        (
            of_code(9, Current_Scope="#REF!"),
            "Current Scope is #REF!, which a formula left there: type what it should be.",
        ),
        (of_code(9, Department=""), "Department is missing: fill it in."),
        (of_code(9, Year=1066), "Year ending 30 June is 1066: it cannot be below 1990."),
        (of_code(9, Appropriation_Name=""), "Appropriation Name is missing: fill it in."),
        (
            of_code(9, Category_Name="x" * 301),
            "Category has 301 characters and 300 fit: shorten it, and put the rest in a note.",
        ),
    ],
)
def test_a_bad_cell_is_told_with_its_row_and_the_others_come_in(
    tmp_path: Path, row: dict[str, Any], sentence: str
) -> None:
    found = read(a_workbook(tmp_path / "b.xlsx", [a_row(), row], date_1904=True))
    assert (sentences(found), len(found.lines)) == ([(3, sentence)], 1)


def test_amounts_and_years_that_are_text_are_read_where_they_say_one_thing_only(tmp_path: Path) -> None:
    row = of_code(9, **{"Amount $000": " 1,093,458 ", "Year": "2020", "App ID": "009"})
    (line,) = read(a_workbook(tmp_path / "b.xlsx", [row])).lines
    assert (line.amount_000, line.year_end, line.code) == (1_093_458, 2020, "009")


def test_blank_rows_are_passed_over_and_numbers_stay_those_of_the_file(tmp_path: Path) -> None:
    found = read(a_workbook(tmp_path / "b.xlsx", [of_code(8), {}, {}, of_code(9, **{"Amount $000": "?"})]))
    assert sentences(found) == [(5, "Amount $000 is “?”: it must be a whole number.")]


def test_a_formula_is_read_by_what_it_came_to_and_told(tmp_path: Path) -> None:
    def shape(book: Any, sheet: Any) -> None:
        sheet.write_formula(1, COLUMNS.index("Amount $000"), "=40+2", None, 42)

    found = read(a_workbook(tmp_path / "b.xlsx", [of_code(9)], shape=shape))
    assert found.lines[0].amount_000 == 42
    assert found.warnings[0].sentence == "A formula stands in Amount $000: what it last came to was read."


def test_hidden_rows_and_a_hidden_sheet_are_read_and_told(tmp_path: Path) -> None:
    def shape(book: Any, sheet: Any) -> None:
        sheet.set_row(1, None, None, {"hidden": True})
        book.get_worksheet_by_name("Intro").activate()
        sheet.hide()

    found = read(a_workbook(tmp_path / "b.xlsx", [of_code(8), of_code(9)], before=("Intro",), shape=shape))
    assert [note.row for note in found.warnings] == [2]
    assert found.notes == ("The sheet Raw Data is hidden in the workbook.",)


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    (line,) = read(a_workbook(tmp_path / "b.xlsx", [of_code(9, Current_Scope='=HYPERLINK("x")')])).lines
    assert line.scope == '=HYPERLINK("x")'


def test_a_csv_with_headings_is_matched_by_them(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    row = [str(a_row()[name] or "") for name in COLUMNS]
    path.write_text("\n".join((",".join(reversed(COLUMNS)), ",".join(reversed(row)))), encoding="utf-8")
    assert read(path).lines[0].amount_000 == 10_143


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html><table></table></html>", "web page"),
        (b"a;b;c\n1;2;3\n", "not parted by commas"),
        ("Māori".encode("utf-16"), "not a CSV in UTF-8"),
        (b"\xd0\xcf\x11\xe0 an old one", "password, or is of an Excel before 2007"),
        (b"PK\x03\x04 not really", "damaged"),
    ],
)
def test_a_file_is_told_by_what_it_holds_and_not_by_its_name(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "raw.xlsx"
    path.write_bytes(content)
    with pytest.raises(Mistake, match=said):
        read(path)


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("xl/vbaProject.bin", b"macro", "holds macros"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "links to other files"),
        ("../outside.xml", b"<x/>", "names a place outside it"),
        ("xl/media/big.bin", b"\0" * 60_000_000, "far larger than any workbook of Treasury when it is unpacked"),
    ],
)
def test_a_workbook_with_more_in_it_than_cells_is_refused(tmp_path: Path, part: str, content: bytes, said: str) -> None:
    path = a_workbook(tmp_path / "b.xlsx", [of_code(9)])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(part, content)
    with pytest.raises(Mistake, match=said):
        read(path)


def test_a_sheet_of_a_million_rows_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "b.xlsx", [of_code(9)])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("xl/worksheets/sheet2.xml", b'<row r="1"></row>' * 100_001)
    with pytest.raises(Mistake, match="far larger"):
        read(path)


def test_an_entity_that_would_grow_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "b.xlsx", [of_code(9)])
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
    parts = {}
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    with zipfile.ZipFile(path, "w") as whole:
        for name, content in parts.items():
            whole.writestr(name, bomb if name == "xl/workbook.xml" else content)
    with pytest.raises(Mistake, match="damaged"):
        read(path)


def test_only_what_is_chosen_stays_and_what_is_not_there_is_named(tmp_path: Path) -> None:
    rows = [of_code(8), of_code(9, Year=2019), of_code(7, Department="NZ Police"), of_code(6, Amount_Type="Actuals")]
    found = read(a_workbook(tmp_path / "b.xlsx", rows))
    chosen = found.chosen(2020, "main estimates", ["ministry of education"])
    assert [line.code for line in chosen.lines] == ["8"]
    with pytest.raises(Mistake, match=r"b\.xlsx has no line of 2021: it has 2019, 2020\."):
        found.chosen(2021)
    with pytest.raises(Mistake, match="has no department “Ministry of Educaton”: did you mean Ministry of Education"):
        found.chosen(departments=["Ministry of Educaton"])


def test_reading_can_be_given_up(tmp_path: Path) -> None:
    from tests.builders import an_id
    from tracker.reports.treasury_lines import read_treasury_lines

    path = a_workbook(tmp_path / "b.xlsx", [of_code(number) for number in range(1, 300)])
    with pytest.raises(Mistake, match="stopped"):
        read_treasury_lines(path, lambda year_end, amount_type: an_id(), an_id, lambda: True)
