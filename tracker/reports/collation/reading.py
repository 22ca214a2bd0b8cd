"""Reading one return: every sheet by its headings, the checksum worked out again, and what it says of itself."""

import io
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tracker.models.mistake import Mistake
from tracker.models.records.handing_in import ReturnKind, ReturnState
from tracker.reports.checksum import rows_checksum
from tracker.reports.collation.giving_up import GivingUpIsAnError
from tracker.reports.collation.incoming_file import IncomingFile, incoming_file
from tracker.reports.collation.read_return import OpenCheck, ReadReturn, Row, Value, period_label
from tracker.reports.collation.shape import VERSION, schemas, shapes
from tracker.reports.collation.sheet_parts import SheetPart, sheet_parts
from tracker.reports.front_sheets import EXPLANATION
from tracker.reports.sheet import CONTINUED, FIRST_ROW, HEADING_ROW, NOTHING, Column, letters

# What is counted from; the rest is read for the checksum only.
_KEPT = {
    ReturnKind.GROUP: ("Results", "Mappings", "Outcomes"),
    ReturnKind.AGENCY: ("Results_by_line",),
    ReturnKind.REGION: (),
}
# Sheets that are worked out, from which head office takes what stands nowhere else.
_ALSO = {ReturnKind.AGENCY: "Lines", ReturnKind.REGION: "Region_totals"}
_FRONT = ("Cover", "Checks", "Metadata")
_FAMILY = "nz.partnership-tracker.return."
# A spreadsheet keeps 15 digits of a number.
_LARGEST = 1e15

Cells = list[list[Any]]


def read_return(name: str, sha256: str, content: bytes) -> ReadReturn:
    """One return. Never raises for what a file holds: what is wrong with it is its `problem`, in a sentence."""
    told = ReadReturn(sha256, name)
    try:
        file = incoming_file(name, content)
        return _Reader(file, told).read()
    except Mistake as mistake:
        return replace(told, problem=mistake.sentence)


class _Reader:
    """Reads one workbook. What is known when something turns out wrong is kept."""

    def __init__(self, file: IncomingFile, told: ReadReturn) -> None:
        self._file = file
        self._told = told
        self._parts = sheet_parts(file)
        self._read_sheets: dict[str, Cells] = {}
        self._known_headings: dict[str, list[str]] = {}

    def read(self) -> ReadReturn:
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            with GivingUpIsAnError(), CalamineWorkbook.from_filelike(io.BytesIO(self._file.content)) as book:
                self._book = book
                self._read_front()
                self._read_raw(ReturnKind(self._told.kind))
        except Mistake as mistake:
            return replace(self._told, problem=mistake.sentence)
        except (CalamineError, OSError, ValueError) as error:
            return replace(
                self._told,
                problem=f"The workbook is damaged ({_short(error)}): ask the office to save and send it again.",
            )
        return self._told

    def _read_front(self) -> None:
        said = {str(row[0]): row[1] for row in self._table("Metadata") if len(row) > 1}
        self._know(said)
        self._refuse_other_schema(str(said.get("schema_id", "")), str(said.get("schema_version", "")))
        cover = {str(row[0]): row[1] for row in self._table("Cover") if len(row) > 1}
        office, *rest = str(cover.get("From the office", "")).split("; ")
        self._told = replace(self._told, scope=self._scope(), office=office, contact=str(cover.get("Contact", "")))
        if rest and rest[0] != self._told.office_id:
            sentence = f"The cover is from the office {rest[0]} and the metadata from {self._told.office_id}"
            raise Mistake(f"{sentence}: ask which office sent it.")
        self._told = replace(self._told, checks=tuple(self._checks()))

    def _know(self, said: dict[str, Any]) -> None:
        """What the return says of itself, whatever its shape."""
        text = {key: _text(value) for key, value in said.items()}
        revision = text.get("revision", "")
        self._told = replace(
            self._told,
            schema=f"{text.get('schema_id', '')} {text.get('schema_version', '')}".strip(),
            return_id=text.get("return_id", ""),
            kind=text.get("kind", "") if text.get("kind") in tuple(ReturnKind) else "",
            scope_id=text.get("scope_id", ""),
            office_id=text.get("office_id", ""),
            region=text.get("region", ""),
            period_from=text.get("period_from", ""),
            period_to=text.get("period_to", ""),
            revision=int(revision) if re.fullmatch(r"\d{1,6}", revision) else 0,
            state=text.get("state", ""),
            made_at=text.get("generated_at", ""),
            checksum=text.get("content_checksum", ""),
            supersedes=text.get("supersedes_return_id", ""),
        )

    def _refuse_other_schema(self, schema: str, version: str) -> None:
        if not schema.startswith(_FAMILY):
            raise Mistake("This is no return of Partnership Tracker: its metadata do not say so.")
        kind = schemas().get(schema)
        if kind is None or version != VERSION:
            raise Mistake(
                f"It is of the shape {schema.removeprefix(_FAMILY)} {version}, and this program reads {VERSION}: "
                f"update "
                "the program, or ask the office to send it in this shape."
            )
        told = self._told
        if told.kind != kind or not told.known or not told.scope_id or told.revision < 1:
            raise Mistake("The metadata do not say what this return is of: ask the office to make it again.")
        if told.state not in tuple(ReturnState):
            raise Mistake(
                f"Its state, “{told.state[:40]}”, is none that a return has: ask the office to make it again."
            )
        try:
            begins, ends = date.fromisoformat(told.period_from), date.fromisoformat(told.period_to)
            self._told = replace(told, period=period_label(begins, ends))
        except ValueError as error:
            raise Mistake("Its period is no year and no quarter: ask the office to make it again.") from error

    def _scope(self) -> str:
        """What it is of, between the kind and the period in the title."""
        rows, told = self._cells("Cover"), self._told
        title = _text(rows[0][0]) if rows and rows[0] else ""
        begin = f"Partnership Tracker: {told.kind_label}, "
        return title.removeprefix(begin).removesuffix(f", {told.period}")

    def _checks(self) -> Iterator[OpenCheck]:
        headings = self._headings("Checks")
        if "Severity" not in headings:
            raise Mistake("The sheet Checks has no column “Severity”: ask for the return as it was saved.")
        place = headings.index("Severity")
        for row in self._table("Checks"):
            if row[place] in ("error", "query"):
                told = dict(zip(headings, map(_text, row), strict=True))
                yield OpenCheck(
                    told["Severity"],
                    told.get("Check id", ""),
                    told.get("Item", ""),
                    told.get("Message", ""),
                    told.get(EXPLANATION, "").strip(),
                )

    def _read_raw(self, kind: ReturnKind) -> None:
        shape = shapes()[kind]
        kept: dict[str, list[Row]] = {}
        recorded: dict[str, list[list[Any]]] = {}
        for name, columns in sorted(shape.items()):
            rows = self._raw_rows(name, columns)
            places = [place for place, column in enumerate(columns) if column.raw]
            recorded[name] = [[_plain(row[place]) for place in places] for row in rows]
            if name in _KEPT[kind]:
                headings = tuple(column.heading for column in columns)
                kept[name] = [_row(headings, row) for row in rows if row[0] != CONTINUED]
        checksum = rows_checksum((name, row) for name, rows in recorded.items() for row in rows)
        same = checksum == self._told.checksum
        self._told = replace(
            self._told, checksum=checksum, checksum_ok=same, raw_rows=sum(map(len, recorded.values())), rows=kept
        )
        if not same:
            raise Mistake("Its contents are not as they left the office (the checksum differs): ask for it again.")
        if also := _ALSO.get(kind):
            kept[also] = self._by_headings(also)

    def _raw_rows(self, name: str, columns: tuple[Column, ...]) -> Cells:
        part = self._part(name)
        if part.merged:
            raise Mistake(f"The sheet {name} has merged cells: ask the office for the return as it was saved.")
        self._refuse_other_columns(name, columns)
        rows = self._table(name)
        _refuse_formulas(part, columns, rows)
        return rows

    def _refuse_other_columns(self, name: str, columns: tuple[Column, ...]) -> None:
        found, wanted = self._headings(name), [column.heading for column in columns]
        if found == wanted:
            return
        for heading in wanted:
            if heading not in found:
                raise Mistake(f"The sheet {name} has no column “{heading}”: ask for the return as it was saved.")
        raise Mistake(f"Columns of the sheet {name} were moved or added: ask for the return as it was saved.")

    def _by_headings(self, name: str) -> list[Row]:
        if name not in self._parts:
            return []
        headings = tuple(self._headings(name))
        return [_row(headings, row) for row in self._table(name)]

    def _part(self, name: str) -> SheetPart:
        if name not in self._parts:
            if name in ("Cover", "Metadata"):
                raise Mistake("This is no return of Partnership Tracker: it has not the sheets of one.")
            raise Mistake(f"The sheet {name} is missing: ask the office for the return as it was saved.")
        return self._parts[name]

    def _headings(self, name: str) -> list[str]:
        if name not in self._known_headings:
            cells = self._cells(name)
            row = [_text(cell) for cell in cells[HEADING_ROW - 1]] if len(cells) >= HEADING_ROW else []
            while row and not row[-1]:
                row.pop()
            self._known_headings[name] = row
        return self._known_headings[name]

    def _table(self, name: str) -> Cells:
        """The rows under the headings; none where the sheet says that there is nothing."""
        width = len(self._headings(name))
        rows = self._cells(name)[FIRST_ROW - 1 :]
        if rows and len(rows[0]) != width:
            rows = [(row + [""] * width)[:width] for row in rows]
        while rows and all(cell == "" for cell in rows[-1]):
            rows.pop()
        return [] if rows and rows[0][0] == NOTHING else rows

    def _cells(self, name: str) -> Cells:
        if name not in self._read_sheets:
            if self._part(name).far:
                raise Mistake(f"The sheet {name} goes far beyond any return: ask for the return as it was saved.")
            rows = self._book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            self._read_sheets[name] = rows
        return self._read_sheets[name]


def _refuse_formulas(part: SheetPart, columns: tuple[Column, ...], rows: Cells) -> None:
    """Formulas stand where they were written and nowhere else."""
    worked_out = {letters(place) for place, column in enumerate(columns) if column.computed}
    last = FIRST_ROW + len(rows) - 1
    continued = {FIRST_ROW + place for place, row in enumerate(rows) if row[0] == CONTINUED}
    for letter, row in sorted(part.formulas):
        if letter not in worked_out and row <= last:
            raise Mistake(
                f"A formula stands in {part.name}!{letter}{row}, where a value was: ask for the return again."
            )
    for letter in worked_out:
        for row in range(FIRST_ROW, last + 1):
            if (letter, row) not in part.formulas and row not in continued:
                raise Mistake(f"The formula in {part.name}!{letter}{row} was written over: ask for the return again.")


def _row(headings: tuple[str, ...], cells: list[Any]) -> Row:
    return {heading: _value(cell) for heading, cell in zip(headings, cells, strict=True) if cell != ""}


def _plain(cell: Any) -> Any:
    """A cell as the checksum takes it."""
    if cell.__class__ is float:
        return int(cell) if cell.is_integer() else cell
    return cell if cell.__class__ is str or isinstance(cell, date) else str(cell)


def _value(cell: Any) -> Value:
    if cell.__class__ is str:
        return str(cell)
    if cell.__class__ is float:
        if not math.isfinite(cell) or abs(cell) > _LARGEST:
            raise Mistake(f"The number {cell:g} is beyond any that a return tells: ask the office for it again.")
        return int(cell) if cell.is_integer() else float(cell)
    return _text(cell)


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _short(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:80] or type(error).__name__
