"""Treasury's expenditure data as accountability lines: the CSV of 17 columns without headings, in the order of 2019.

Each row is a line of one year; beside them comes a line for each multi-category appropriation and year, which has no
amount of its own. A row that cannot be read is reported with its number and never dropped in silence.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.models.records.accountability import GroupType, Line, Periodicity

COLUMNS = (
    "Department",
    "Vote",
    "App ID",
    "Parent ID",
    "Appropriation Name",
    "Category Name",
    "Group Type",
    "Appropriation or Category Type",
    "Restriction Type",
    "Functional Classification",
    "Amount $000",
    "Year",
    "Amount Type",
    "Periodicity",
    "Current Scope",
    "M Number",
    "Portfolio Name",
)
# Stands where a character was lost before the file got here.
LOST = "\ufffd"


@dataclass(frozen=True)
class RowNote:
    """What is to be said of one row; the first row of the file is 1."""

    row: int
    sentence: str


@dataclass(frozen=True)
class TreasuryLines:
    """What a file gives: its lines in its order, the parents of their categories, bad rows and warnings."""

    lines: tuple[Line, ...]
    parents: tuple[Line, ...]
    bad_rows: tuple[RowNote, ...]
    warnings: tuple[RowNote, ...]
    lost_characters: int
    sha256: str

    def of_year(self, year_end: int) -> "TreasuryLines":
        """The lines and parents of one year ending 30 June; bad rows and warnings stay."""
        lines = tuple(line for line in self.lines if line.year_end == year_end)
        parents = tuple(line for line in self.parents if line.year_end == year_end)
        return replace(self, lines=lines, parents=parents)

    @property
    def total_000(self) -> int:
        """The sum of the amounts, in thousands of dollars."""
        return sum(line.amount_000 or 0 for line in self.lines)


def read_treasury_lines(path: Path, framework_id: str, mint: Callable[[], str]) -> TreasuryLines:
    """Reads the file at `path` into lines of a framework; `mint` gives each an id.

    Raises Mistake if the file cannot be read or is of another kind.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Mistake(f"{path.name} cannot be read: look whether it is there, and open elsewhere.") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Mistake(f"{path.name} is not a CSV in UTF-8: save it from the workbook as “CSV UTF-8”.") from error
    reading = _Reading(framework_id, mint)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), start=1):
            reading.take(number, row)
    except csv.Error as error:
        raise Mistake(f"{path.name} is not a CSV: save it from the workbook as “CSV UTF-8”.") from error
    if not reading.lines:
        raise Mistake(f"{path.name} has no row of Treasury's {len(COLUMNS)} columns: choose the file of its raw data.")
    return TreasuryLines(
        tuple(reading.lines.values()),
        tuple(reading.parents.values()),
        tuple(reading.bad_rows),
        tuple(reading.warnings),
        reading.lost_characters,
        hashlib.sha256(content).hexdigest(),
    )


class _Reading:
    """Where the reading of one file stands."""

    def __init__(self, framework_id: str, mint: Callable[[], str]) -> None:
        self.framework_id = framework_id
        self.mint = mint
        self.lines: dict[str, Line] = {}
        self.parents: dict[str, Line] = {}
        self.bad_rows: list[RowNote] = []
        self.warnings: list[RowNote] = []
        self.lost_characters = 0

    def take(self, number: int, row: list[str]) -> None:
        """Takes one row; an empty one is passed over."""
        if not row:
            return
        problems = list(_row_problems(row))
        if not problems:
            line = self._line([cell.strip() for cell in row])
            problems = line.problems()
            if not problems and line.line_key in self.lines:
                problems = [f"The key {line.line_key} stands in an earlier row: keep one of the two."]
        if problems:
            self.bad_rows.append(RowNote(number, problems[0]))
            return
        self.lines[line.line_key] = line
        lost = sum(cell.count(LOST) for cell in row)
        self.lost_characters += lost
        if lost:
            words = "1 character was lost" if lost == 1 else f"{lost} characters were lost"
            self.warnings.append(RowNote(number, f"{words} in “{line.shown_name}”: macrons may be missing."))

    def _line(self, row: list[str]) -> Line:
        cells = dict(zip(COLUMNS, row, strict=True))
        parent = self._parent(cells) if cells["Group Type"] == GroupType.MCA else None
        return Line(
            id=self.mint(),
            framework_id=self.framework_id,
            line_key=_key(cells, cells["App ID"]),
            parent_line_id=parent.id if parent else None,
            code=cells["App ID"],
            parent_code=cells["Parent ID"],
            name=cells["Appropriation Name"],
            category_name=cells["Category Name"],
            administering_agency=cells["Department"],
            vote=cells["Vote"],
            portfolio_name=cells["Portfolio Name"],
            portfolio_no=cells["M Number"],
            appropriation_type=cells["Appropriation or Category Type"],
            group_type=GroupType(cells["Group Type"]),
            restriction_type=cells["Restriction Type"],
            functional_classification=cells["Functional Classification"],
            scope=cells["Current Scope"],
            amount_000=int(cells["Amount $000"]),
            year_end=int(cells["Year"]),
            amount_type=cells["Amount Type"],
            periodicity=Periodicity(cells["Periodicity"]),
        )

    def _parent(self, cells: dict[str, str]) -> Line:
        """The whole that a category belongs to, made when its first category comes by."""
        key = _key(cells, cells["Parent ID"])
        if key not in self.parents:
            self.parents[key] = Line(
                id=self.mint(),
                framework_id=self.framework_id,
                line_key=key,
                code=cells["Parent ID"],
                name=cells["Appropriation Name"],
                administering_agency=cells["Department"],
                vote=cells["Vote"],
                group_type=GroupType.PARENT,
                year_end=int(cells["Year"]),
                amount_type=cells["Amount Type"],
                periodicity=Periodicity(cells["Periodicity"]),
            )
        return self.parents[key]


def _key(cells: dict[str, str], code: str) -> str:
    """Department, code, year and amount type: unique in the published file, where code and year alone are not."""
    return "|".join((cells["Department"], code, cells["Year"], cells["Amount Type"]))


def _row_problems(row: list[str]) -> Iterator[str]:
    if len(row) != len(COLUMNS):
        yield f"The row has {len(row)} columns, and {len(COLUMNS)} are needed: put the missing ones in."
        return
    cells = {name: cell.strip() for name, cell in zip(COLUMNS, row, strict=True)}
    yield from (f"{name} is missing: fill it in." for name in ("Department", "App ID", "Parent ID") if not cells[name])
    for name in ("Amount $000", "Year"):
        if not _is_whole(cells[name]):
            yield f"{name} is “{cells[name][:40]}”: it must be a whole number."
    if cells["Group Type"] not in (GroupType.SINGLE, GroupType.MCA):
        yield f"Group Type is “{cells['Group Type'][:40]}”: it must be Single or MCA."
    if cells["Periodicity"] not in list(Periodicity):
        yield f"Periodicity is “{cells['Periodicity'][:40]}”: it must be A (annual) or M (multi-year)."


def _is_whole(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) <= 15
