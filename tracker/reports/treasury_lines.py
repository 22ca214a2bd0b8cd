"""Treasury's expenditure data as accountability lines: its workbook, or a CSV of it with or without headings.

Each row is a line of one year; beside them comes a line for each multi-category appropriation and year, which has no
amount of its own. A row that cannot be read is reported with its number and never dropped in silence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.records.accountability import GroupType, Line, Periodicity
from tracker.reports.table_file import (
    Cancelled,
    FileRow,
    RowNote,
    Shape,
    cell_problem,
    read_table,
    short,
    text_of,
    whole_of,
)
from tracker.reports.workbook_file import Wanted

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
WORKBOOK = Wanted(
    "workbook of Treasury",
    "choose Treasury's workbook of expenditure data, or a CSV of its sheet Raw Data",
    "download it again, and open it from there",
)
_SHAPE = Shape(
    COLUMNS, "Raw Data", WORKBOOK, "There are no headings: the 17 columns were read in the order of Treasury's of 2019."
)
_AMOUNT, _YEAR = COLUMNS.index("Amount $000"), COLUMNS.index("Year")
_GROUP, _PERIODICITY, _SCOPE = (COLUMNS.index(each) for each in ("Group Type", "Periodicity", "Current Scope"))
_NEEDED = tuple(COLUMNS.index(each) for each in ("Department", "App ID", "Parent ID", "Appropriation Name"))
_GROUPS = {GroupType.SINGLE.value: GroupType.SINGLE, GroupType.MCA.value: GroupType.MCA}
_PERIODICITIES = {each.value: each for each in Periodicity}
_LONGEST = 300

# The framework that the lines of a year and an amount type belong to, by its id.
FrameworkOf = Callable[[int, str], str]


@dataclass(frozen=True)
class TreasuryLines:
    """What a file gives: its lines in its order, the parents of their categories, bad rows, warnings and notes."""

    lines: tuple[Line, ...]
    parents: tuple[Line, ...]
    bad_rows: tuple[RowNote, ...]
    warnings: tuple[RowNote, ...]
    lost_characters: int
    sha256: str
    file_name: str = ""
    sheet: str = ""
    notes: tuple[str, ...] = ()

    @property
    def total_000(self) -> int:
        """The sum of the amounts, in thousands of dollars."""
        return sum(line.amount_000 or 0 for line in self.lines)

    @property
    def years(self) -> tuple[int, ...]:
        """The years, each by the one in which it ends on 30 June."""
        return tuple(sorted({line.year_end for line in self.lines if line.year_end}))

    @property
    def amount_types(self) -> tuple[str, ...]:
        """The amount types, as the file writes them."""
        return tuple(sorted({line.amount_type for line in self.lines}))

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments, as the file writes them."""
        return tuple(sorted({line.administering_agency for line in self.lines}))

    def of_year(self, year_end: int) -> "TreasuryLines":
        """The lines and parents of one year ending 30 June; bad rows stay."""
        return self._only(lambda line: line.year_end == year_end)

    def chosen(
        self, year_end: int | None = None, amount_type: str = "", departments: Iterable[str] = ()
    ) -> "TreasuryLines":
        """The lines of a year, an amount type and departments, each said or all. Bad rows stay, whatever they are of.

        Raises Mistake, with what there is, if the file has none such.
        """
        if year_end is not None and year_end not in self.years:
            raise Mistake(f"{self.file_name} has no line of {year_end}: it has {_listed(map(str, self.years))}.")
        if amount_type and folded(amount_type) not in map(folded, self.amount_types):
            raise Mistake(f"{self.file_name} has no “{amount_type}”: it has {_listed(self.amount_types)}.")
        wanted = {folded(each): each for each in departments}
        known = {folded(each) for each in self.departments}
        for key, said in wanted.items():
            if key not in known:
                near = _nearest(said, self.departments)
                raise Mistake(f"{self.file_name} has no department “{said}”: {near}.")
        found = self._only(
            lambda line: (
                year_end in (None, line.year_end)
                and (not amount_type or folded(line.amount_type) == folded(amount_type))
                and (not wanted or folded(line.administering_agency) in wanted)
            )
        )
        if not found.lines:
            raise Mistake(f"{self.file_name} has no line that is all of this together: choose less narrowly.")
        return found

    def _only(self, fits: Callable[[Line], bool]) -> "TreasuryLines":
        lines = tuple(filter(fits, self.lines))
        keys = {line.line_key for line in lines}
        warnings = tuple(note for note in self.warnings if not note.key or note.key in keys)
        return replace(self, lines=lines, parents=tuple(filter(fits, self.parents)), warnings=warnings)


def read_treasury_lines(
    path: Path, framework_of: FrameworkOf, mint: Callable[[], str], cancelled: Cancelled = lambda: False
) -> TreasuryLines:
    """Reads the file at `path` into lines; `mint` gives each an id. `cancelled` is asked from time to time.

    Raises Mistake if the file cannot be read, is of another kind, or was given up.
    """
    table = read_table(path, _SHAPE, cancelled)
    reading = _Reading(framework_of, mint)
    for row in table.rows:
        reading.take(row)
    if not reading.lines:
        why = f" Row {reading.bad_rows[0].row}: {reading.bad_rows[0].sentence}" if reading.bad_rows else ""
        raise Mistake(f"{path.name} has no row that can be read as one of Treasury's {len(COLUMNS)} columns.{why}")
    return TreasuryLines(
        tuple(reading.lines.values()),
        tuple(reading.parents.values()),
        tuple(reading.bad_rows),
        tuple(reading.warnings),
        reading.lost_characters,
        table.sha256,
        table.name,
        table.sheet,
        table.notes,
    )


class _Reading:
    """Where the reading of one file stands."""

    def __init__(self, framework_of: FrameworkOf, mint: Callable[[], str]) -> None:
        self.framework_of = framework_of
        self.mint = mint
        self.lines: dict[str, Line] = {}
        self.parents: dict[str, Line] = {}
        self.bad_rows: list[RowNote] = []
        self.warnings: list[RowNote] = []
        self.lost_characters = 0
        self._rows: dict[str, int] = {}

    def take(self, row: FileRow) -> None:
        """Takes one row: its line is kept, or it is said what is wrong with it."""
        if problem := _row_problem(row):
            self.bad_rows.append(RowNote(row.number, problem))
            return
        cells = _texts(row.cells)
        line = self._line(cells, whole_of(row.cells[_YEAR]) or 0, whole_of(row.cells[_AMOUNT]))
        words = "".join(cells)
        if problem := self._line_problem(line, cells, words):
            self.bad_rows.append(RowNote(row.number, problem))
            return
        self.lines[line.line_key] = line
        self._rows[line.line_key] = row.number
        if row.formulas or row.hidden or LOST in words:
            self._warn(row, line, words.count(LOST))

    def _line_problem(self, line: Line, cells: list[str], words: str) -> str:
        if line.line_key in self.lines:
            return f"The key {line.line_key} stands in row {self._rows[line.line_key]} too: keep one of the two."
        # Asking a line for all its problems takes longer than all the rest, and here they are nearly never found.
        longest = max(len(line.line_key), *map(len, cells[:_SCOPE]), *map(len, cells[_SCOPE + 1 :]))
        if longest <= _LONGEST and words.isprintable() and 1990 <= (line.year_end or 0) <= 2199:
            return ""
        return next(iter(line.problems()), "")

    def _warn(self, row: FileRow, line: Line, lost: int) -> None:
        self.lost_characters += lost
        if lost:
            words = "1 character was lost" if lost == 1 else f"{lost} characters were lost"
            self._say(row, line, f"{words} in “{line.shown_name}”: a macron or a sign is missing.")
        if row.formulas:
            names = ", ".join(COLUMNS[place] for place in sorted(row.formulas))
            self._say(row, line, f"A formula stands in {names}: what it last came to was read.")
        if row.hidden:
            self._say(row, line, f"The row of “{line.shown_name}” is hidden in the workbook, and was read.")

    def _say(self, row: FileRow, line: Line, sentence: str) -> None:
        self.warnings.append(RowNote(row.number, sentence, line.line_key))

    def _line(self, cells: list[str], year: int, amount_000: int | None) -> Line:
        department, vote, code, parent_code, name, category, group, sort, restriction, function = cells[:10]
        amount_type, _, scope, portfolio_no, portfolio = cells[12:]
        is_category = group == GroupType.MCA.value
        parent = self._parent(cells, year) if is_category else None
        return Line(
            id=self.mint(),
            framework_id=self.framework_of(year, amount_type),
            line_key=_key(department, code, year, amount_type),
            parent_line_id=parent.id if parent else None,
            code=code,
            parent_code=parent_code,
            name=name,
            category_name=category,
            administering_agency=department,
            vote=vote,
            portfolio_name=portfolio,
            portfolio_no=portfolio_no,
            appropriation_type=sort,
            group_type=_GROUPS[group],
            restriction_type=restriction,
            functional_classification=function,
            scope=scope,
            amount_000=amount_000,
            year_end=year,
            amount_type=amount_type,
            periodicity=_PERIODICITIES[cells[_PERIODICITY]],
        )

    def _parent(self, cells: list[str], year: int) -> Line:
        """The whole that a category belongs to, made when its first category comes by."""
        department, vote, _, code, name = cells[:5]
        amount_type = cells[12]
        key = _key(department, code, year, amount_type)
        if key not in self.parents:
            self.parents[key] = Line(
                id=self.mint(),
                framework_id=self.framework_of(year, amount_type),
                line_key=key,
                code=code,
                name=name,
                administering_agency=department,
                vote=vote,
                group_type=GroupType.PARENT,
                year_end=year,
                amount_type=amount_type,
                periodicity=_PERIODICITIES[cells[_PERIODICITY]],
            )
        return self.parents[key]


def _key(department: str, code: str, year: int, amount_type: str) -> str:
    """Department, code, year and amount type: unique in the published file, where code and year alone are not."""
    return f"{department}|{code}|{year}|{amount_type}"


def _texts(cells: Sequence[Any]) -> list[str]:
    # In a CSV all are.
    return [cell.strip() if type(cell) is str else text_of(cell) for cell in cells]


def _row_problem(row: FileRow) -> str:
    """The first thing that is wrong with a row; "" where nothing is."""
    if len(row.cells) != len(COLUMNS):
        return f"The row has {len(row.cells)} columns, and {len(COLUMNS)} are needed: put the missing ones in."
    return next(_row_problems(row), "")


def _row_problems(row: FileRow) -> Iterator[str]:
    cells = row.cells
    for place, cell in enumerate(cells):
        if type(cell) is str and "#" not in cell:
            continue
        if why := _cell_problem(cell, place in row.formulas):
            yield f"{COLUMNS[place]} {why}."
    for place in _NEEDED:
        if not text_of(cells[place]):
            yield f"{COLUMNS[place]} is missing: fill it in."
    for place in (_AMOUNT, _YEAR):
        if whole_of(cells[place]) is None:
            yield f"{COLUMNS[place]} is “{short(cells[place])}”: it must be a whole number."
    if text_of(cells[_GROUP]) not in _GROUPS:
        yield f"Group Type is “{short(cells[_GROUP])}”: it must be Single or MCA."
    if text_of(cells[_PERIODICITY]) not in _PERIODICITIES:
        yield f"Periodicity is “{short(cells[_PERIODICITY])}”: it must be A (annual) or M (multi-year)."


def _cell_problem(cell: Any, is_formula: bool) -> str:
    if cell is None and is_formula:
        return "is a formula that has not been worked out: open the workbook in Excel, save it, and read it again"
    return cell_problem(cell)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _nearest(said: str, names: tuple[str, ...]) -> str:
    import difflib

    by_key = {folded(name): name for name in names}
    near = [by_key[key] for key in difflib.get_close_matches(folded(said), by_key, n=3, cutoff=0.4)]
    near += [name for key, name in by_key.items() if folded(said) in key and name not in near][:3]
    return f"did you mean {' or '.join(near)}" if near else f"it has {len(names)} departments, by their full names"
