"""Files that cannot be read or trusted are listed with their reason, and never stop the rest."""

import io
import random
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.reports.collation.conftest import NOW, HeadOffice, SampleReturns, cell_of, column_of, sheet_of
from tests.reports.test_recalculation import SOFFICE, saved_again
from tracker.models.mistake import Mistake
from tracker.reports.collation.collating import Collation, collate
from tracker.reports.collation.expected import Expected
from tracker.reports.collation.register import FileVerdict

Change = Callable[[Any], None]


def refused_for(done: Collation) -> str:
    (entry,) = done.refused
    return entry.reason


def put(sheet: str, heading: str, value: object, row: int = 5) -> Change:
    """Types over one cell."""

    def change(book: Any) -> None:
        book[sheet].cell(row, column_of(book[sheet], heading)).value = value

    return change


def tell(key: str, value: object) -> Change:
    """Changes what the metadata say."""

    def change(book: Any) -> None:
        cell_of(book["Metadata"], key).value = value

    return change


def renamed(book: Any) -> None:
    book["Results"]["H4"].value = "Amount"


def moved(book: Any) -> None:
    sheet = book["Results"]
    for row in range(4, sheet.max_row + 1):
        one, two = sheet.cell(row, 8), sheet.cell(row, 9)
        one.value, two.value = two.value, one.value


def added(book: Any) -> None:
    book["Results"].cell(4, 21).value = "My own"


def more_than_the_whole(book: Any) -> None:
    """Where several agencies share a result, one takes all of it."""
    sheet = book["Mappings"]
    share = column_of(sheet, "Share") - 1
    rows = [row for row in sheet.iter_rows(5) if row[share].value]
    shared = [row[1].value for row in rows]
    next(row for row in rows if shared.count(row[1].value) > 1)[share].value = 1


def whole_and_part(book: Any) -> None:
    """One result on two lines, the second of which is the whole of the first."""
    sheet = book["Mappings"]
    one, two = sheet[5], sheet[6]
    for heading in ("Result id", "Vote"):
        place = column_of(sheet, heading) - 1
        one[place].value = two[place].value
    one[column_of(sheet, "Code of the whole") - 1].value = two[column_of(sheet, "Line code") - 1].value


def a_small_count(book: Any) -> None:
    sheet = book["Results"]
    row = next(row for row in sheet.iter_rows(5) if row[9].value == "People" and isinstance(row[7].value, (int, float)))
    row[7].value = 3


CHANGES: dict[str, tuple[Change, str]] = {
    "one changed cell": (put("Results", "Value", 99), "the checksum differs"),
    "a row taken out": (lambda book: book["Evidence"].delete_rows(5), "the checksum differs"),
    "a newer schema": (tell("schema_version", "2.0"), "this program reads 1.0"),
    "another family": (tell("schema_id", "com.example.return"), "no return of Partnership Tracker"),
    "a sheet missing": (lambda book: book.remove(book["Evidence"]), "The sheet Evidence is missing"),
    "a column renamed": (renamed, "no column “Value”"),
    "a column moved": (moved, "moved or added"),
    "a column added": (added, "moved or added"),
    "a formula for a value": (put("Results", "Value", "=6+6"), "A formula stands in Results!H5"),
    "a formula written over": (put("Mappings", "Apportioned", 7), "The formula in Mappings!T5 was written over"),
    "merged cells": (lambda book: book["Results"].merge_cells("C5:C6"), "merged cells"),
    "another office's id": (tell("office_id", "WLG"), "ask which office sent it"),
    "a period of two months": (tell("period_to", "2008-05-31"), "no year and no quarter"),
    "no revision": (tell("revision", "two"), "do not say what this return is of"),
    "a state that is none": (tell("state", "approved"), "is none that a return has"),
    "a number beyond any": (put("Results", "Baseline", 1e30), "beyond any that a return tells"),
    "a far cell": (lambda book: book["Results"].cell(1_048_576, 1, "x"), "far beyond any return"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_is_refused_and_the_rest_is_counted(
    name: str, head_office: HeadOffice, returns: SampleReturns
) -> None:
    change, reason = CHANGES[name]
    bad = head_office.changed(returns.group("ICM"), "bad.xlsx", change)
    done = head_office.collate(bad, returns.group("AUT"))
    assert reason in refused_for(done)
    assert len(done.figures.results) > 3
    said = {row["File"]: row["What is said"] for row in sheet_of(head_office.out, "Returns_register")}
    assert reason in said["bad.xlsx"]


SEALED: dict[str, tuple[Change, str]] = {
    "a share of 10,001": (put("Mappings", "Share", 1.0001), "share of 100.0100%"),
    "a share of a third": (put("Mappings", "Share", 1 / 3), "to a hundredth"),
    "a strength of 7": (put("Mappings", "Strength (0-4)", 7), "strength of 7"),
    "shares over the whole": (more_than_the_whole, "add up to"),
    "a word for a value": (put("Results", "Value", "a dozen"), "is no number"),
    "a word that is none": (put("Results", "Aggregation", "Sum it"), "none of its words"),
    "a small count told": (a_small_count, "under 6"),
    "an id twice": (lambda book: put("Results", "Result id", book["Results"]["A6"].value)(book), "same id"),
    "the same line twice": (
        lambda book: (
            put("Mappings", "Line key", book["Mappings"]["C6"].value)(book),
            put("Mappings", "Result id", book["Mappings"]["B6"].value)(book),
        ),
        "counts twice",
    ),
    "another office's results": (put("Results", "Primary reporter", "WLG"), "reported first by WLG"),
    "a whole and its part": (whole_and_part, "which is a part of it (rule 1)"),
    "a revision of 0": (put("Results", "Revision", 0), "A revision of 0"),
    "a day of an indicator that is none": (put("Outcomes", "Period end", "soon"), "is no date"),
    "a word for an indicator's value": (put("Outcomes", "Value", "many"), "is no number"),
}


@pytest.mark.parametrize("name", SEALED)
def test_what_breaks_a_rule_is_refused_although_its_checksum_fits(
    name: str, head_office: HeadOffice, returns: SampleReturns
) -> None:
    change, reason = SEALED[name]
    bad = head_office.changed(returns.group("ICM"), "bad.xlsx", change, sealed=True)
    done = head_office.collate(bad)
    assert reason in refused_for(done)
    assert done.entries[0].read.checksum_ok


def test_of_a_restricted_result_nothing_but_its_title_is_passed_on(
    head_office: HeadOffice, returns: SampleReturns
) -> None:
    def tell_more(book: Any) -> None:
        sheet = book["Results"]
        (row,) = [row for row in sheet.iter_rows(5) if row[13].value == "Restricted"]
        row[1].value, row[7].value, row[5].value = "soon", 4711, "secrets"

    done = head_office.collate(head_office.changed(returns.group("ICM"), "bad.xlsx", tell_more, sealed=True))
    assert done.refused == ()
    (row,) = [row for row in sheet_of(head_office.out, "Raw_results") if row["Sensitivity"] == "Restricted"]
    assert (row["Date"], row["Unit"], row["Value"]) == (None, None, None)


@pytest.mark.parametrize("name", ["nowhere/national.xlsx", f"{'a' * 300}.xlsx", f"{'a' * 245}.xlsx"])
def test_an_output_that_cannot_be_is_a_sentence(name: str, head_office: HeadOffice, returns: SampleReturns) -> None:
    with pytest.raises(Mistake, match=r"There is no folder|cannot be a file's name"):
        collate([returns.group("CBT")], head_office.folder / name, now=NOW)
    assert [each for each in head_office.folder.iterdir() if each.is_file()] == []


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_saving_by_libreoffice_does_no_harm(head_office: HeadOffice, returns: SampleReturns, tmp_path: Path) -> None:
    again = saved_again(returns.group("ICM"), tmp_path)
    done = head_office.collate(again)
    assert (done.refused, done.entries[0].read.checksum_ok) == ((), True)
    both = head_office.collate(again, returns.group("ICM"))
    assert {entry.verdict for entry in both.entries} == {FileVerdict.QUERIED, FileVerdict.REPEATED}
    assert both.checksum == done.checksum


def bomb() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"<workbook/>")
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    return whole.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as parts:
        parts.writestr("xl/workbook.xml", b"<workbook/>")
        parts.writestr(name, content)
    return whole.getvalue()


FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "no Excel workbook"),
    "text": (b"a,b\n1,2\n", "no Excel workbook"),
    "html": (b"<html><table></table></html>", "no Excel workbook"),
    "old Excel": (b"\xd0\xcf\x11\xe0" + bytes(600), "password"),
    "another zip": (with_part("hello.txt", b"x").replace(b"workbook.xml", b"workbook.bin"), "no Excel workbook"),
    "a bomb": (bomb(), "swells"),
    "macros": (with_part("xl/vbaProject.bin", b"x"), "macros"),
    "links": (with_part("xl/externalLinks/externalLink1.xml", b"x"), "links to other files"),
    "a place outside": (with_part("../evil.xml", b"x"), "outside it"),
    "entities": (with_part("xl/a.xml", b'<!DOCTYPE x [<!ENTITY a "b">]>'), "entities"),
    "half a zip": (with_part("xl/a.xml", b"x")[:-30], "damaged"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_workbook_is_refused_in_plain_words(
    name: str, head_office: HeadOffice, returns: SampleReturns
) -> None:
    content, reason = FILES[name]
    path = head_office.folder / "file.xlsx"
    path.write_bytes(content)
    done = head_office.collate(path, returns.group("CBT"))
    assert reason in refused_for(done)
    assert len(done.entries) == 2


def test_a_closed_period_takes_nothing_more_but_keeps_what_it_has(
    head_office: HeadOffice, returns: SampleReturns
) -> None:
    closed = [Expected("AKL", "Auckland", "Auckland", "R1", "2007/08", date(2008, 7, 31), "", closed=True)]
    assert "is closed for AKL" in refused_for(head_office.collate(returns.group("ICM"), expected=closed))
    other = HeadOffice(head_office.folder / "other")
    other.folder.mkdir()
    other.collate(returns.group("ICM"))
    assert other.collate(returns.group("ICM"), expected=closed).refused == ()


def test_an_office_that_nobody_knows_is_refused(head_office: HeadOffice, returns: SampleReturns) -> None:
    listed = [Expected("WLG", "Wellington", "Wellington", "R1", "2007/08", None, "", closed=False)]
    assert "AKL is not on the list" in refused_for(head_office.collate(returns.group("ICM"), expected=listed))


def test_bytes_changed_by_chance_never_stop_a_collation(head_office: HeadOffice, returns: SampleReturns) -> None:
    content = returns.group("CBT").read_bytes()
    dice = random.Random(6)
    paths = []
    for number in range(40):
        broken = bytearray(content)
        for _ in range(dice.choice((1, 3, 30))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        paths.append(head_office.folder / f"broken-{number}.xlsx")
        paths[-1].write_bytes(bytes(broken[: dice.choice((len(broken), dice.randrange(len(broken))))]))
    done = head_office.collate(*paths, returns.group("ICM"))
    assert len(done.entries) == 41
    assert all(entry.reason for entry in done.refused)
    assert len(done.figures.results) > 3


def test_parts_changed_by_chance_never_stop_a_collation(head_office: HeadOffice, returns: SampleReturns) -> None:
    """Inside the sheets' own text, where the checks of the zip see nothing."""
    dice = random.Random(7)
    with zipfile.ZipFile(returns.group("CBT")) as parts:
        texts = {name: parts.read(name) for name in parts.namelist()}
    chosen = [
        name for name in texts if name.startswith(("xl/worksheets/sheet", "xl/shared", "xl/workbook", "xl/styles"))
    ]
    paths = []
    for number in range(60):
        path = head_office.folder / f"broken-{number}.xlsx"
        name = dice.choice(chosen)
        text = bytearray(texts[name])
        for _ in range(dice.choice((1, 4))):
            at = dice.randrange(len(text))
            text[at : at + dice.randrange(3)] = bytes(dice.choice(b'<>"=9A&\x00 ') for _ in range(dice.randrange(3)))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
            for part, content in texts.items():
                copy.writestr(part, bytes(text) if part == name else content)
        paths.append(path)
    done = head_office.collate(*paths)
    assert len(done.entries) == 60
    assert all(entry.reason for entry in done.refused)
