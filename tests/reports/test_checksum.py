"""The checksum of the contents: an accident is found, and saving by another program does no harm."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl

from tests.builders import a_result
from tests.reports.conftest import Maker
from tracker.reports.checksum import content_checksum, saved_checksum
from tracker.reports.sheet import Cell, Column, Formula, Sheet


def a_sheet(*cells: Cell, name: str = "Results") -> Sheet:
    return Sheet(name, "Title", "", tuple(Column(f"C{place}") for place in range(len(cells))), (cells,), raw=True)


def changed(path: Path, sheet: str, cell: str, value: object) -> Path:
    book = openpyxl.load_workbook(path)
    book[sheet][cell].value = value
    book.save(path)
    return path


def test_the_checksum_of_plain_rows_is_the_one_in_the_file(small_group: Maker) -> None:
    written = small_group.write()
    assert saved_checksum(written.path) == (written.prepared.checksum, written.prepared.checksum)


def test_awkward_text_and_long_text_keep_the_checksum(maker: Maker) -> None:
    for text in ("=1+1", "_x000D_ is no line end", " lead", "trail  ", "a\nb\tc", "x" * 70_000, "Māori"):
        maker.keep(a_result(maker.group, "6.123456", name=text))
    written = maker.write()
    assert saved_checksum(written.path)[0] == written.prepared.checksum


def test_one_changed_cell_fails(small_group: Maker) -> None:
    path = small_group.write().path
    now, said = saved_checksum(changed(path, "Results", "H5", 13))
    assert now != said


def test_a_row_taken_out_or_a_formula_overwritten_fails(small_group: Maker) -> None:
    path = small_group.write().path
    now, said = saved_checksum(changed(path, "Mappings", "T5", 7))
    assert now != said


def test_an_explanation_typed_in_keeps_it(small_group: Maker) -> None:
    path = small_group.write().path
    now, said = saved_checksum(changed(path, "Checks", "H5", "The office moved; two weeks were lost."))
    assert now == said


def test_numbers_dates_and_blanks_have_one_form() -> None:
    one = a_sheet(Decimal("2.40"), date(2008, 6, 12), None, "end  ", 3)
    same = a_sheet(Decimal("2.4000000001"), date(2008, 6, 12), "", "end", Decimal("3.0"))
    assert content_checksum([one]) == content_checksum([same])
    assert content_checksum([one]) != content_checksum([a_sheet(Decimal("2.41"), date(2008, 6, 12), None, "end", 3)])


def test_sheets_count_in_the_order_of_their_names_and_only_raw_ones() -> None:
    first, second = a_sheet("a", name="A"), a_sheet("b", name="B")
    worked_out = Sheet("C", "Title", "", (Column("C0"),), ((Formula("=1", 1),),))
    assert content_checksum([second, worked_out, first]) == content_checksum([first, second])
