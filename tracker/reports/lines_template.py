"""The template of lines and measures (PT-T2) as an Excel workbook: empty, or with an agency's lines to go on from."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tracker.models.figures.gate import is_restricted
from tracker.models.folding import folded
from tracker.models.line_template import TemplateColumn
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records.accountability import Framework, FrameworkState, Line, Measure, Operator
from tracker.models.records.agency import Agency
from tracker.models.records.handing_in import Departure
from tracker.models.snapshot import Snapshot
from tracker.reports.file_name import safe_part
from tracker.reports.lines_parts import (
    ABOUT,
    FACTS_SHEET,
    HOW_TO_FILL,
    LENGTHS,
    LINES_SHEET,
    LISTS,
    PARTS,
    PREPARED,
    READ_ME_SHEET,
    SCHEMA_ID,
    SCHEMA_VERSION,
    TITLE,
)
from tracker.reports.looks import FONT, SIZE, Looks, Part
from tracker.reports.row_height import row_height
from tracker.reports.saving import save_whole
from tracker.reports.sheet import FIRST_ROW, HEADING_ROW, Cell, Column, Look
from tracker.reports.sound_text import sound
from tracker.reports.text_cells import Cells

_A4 = 9
_COLUMNS = tuple(Column(each.value, PARTS[each].width, fill_in=True) for each in TemplateColumn)
_WORDS_OF_A_COLUMN = (
    Column("Column", 16),
    Column("Needed", 16),
    Column("In the worked row", 44),
    Column("What goes in", 44),
)
_FACT_COLUMNS = (Column("Key", 20), Column("Value", 60))
# A line of the register holds no more.
_LONGEST = 280


@dataclass(frozen=True)
class PreparedTemplate:
    """A template before it is written: rows in the order of the columns. `stays` lines are restricted and left out."""

    title: str
    office: str
    office_code: str
    made_at: datetime
    rows: tuple[tuple[Cell, ...], ...]
    file_name: str
    stays: int = 0


def prepare_template(
    snapshot: Snapshot, made_at: datetime, agency: Agency | None = None, year_end: int | None = None
) -> PreparedTemplate:
    """A template, with the lines and measures of an agency in a year, or empty; `made_at` is a time with its zone.

    Without a year it is the latest of which the agency has lines. What is restricted to this office stays.
    """
    office = snapshot.office
    lines = _lines_of(snapshot, agency, year_end) if agency else ()
    if agency and year_end and not lines:
        raise Mistake(f"{agency.called} has no line of {Period(year_end).label}: choose another year, or none.")
    open_lines = [line for line in lines if not is_restricted(line)]
    name = f", {sound(agency.name)}" if agency else ""
    code = safe_part(agency.code) if agency else ""
    return PreparedTemplate(
        f"{TITLE}{name}",
        sound(office.name),
        office.code,
        made_at,
        tuple(row for line in open_lines for row in _rows_of(snapshot, line)),
        f"PT-T2_{code or 'lines'}_{snapshot.today.isoformat()}.xlsx",
        len(lines) - len(open_lines),
    )


def write_template(prepared: PreparedTemplate, path: Path) -> str:
    """Puts the template in its place, whole; returns the file's SHA-256. Raises Mistake if it cannot be written."""
    content = template_bytes(prepared)

    def look(beside: Path) -> None:
        if beside.read_bytes() != content:
            raise Mistake("The template did not reach the disk whole: save it again, or in another folder.")

    return save_whole(path, content, look)


def departure_of(
    prepared: PreparedTemplate, path: Path, sha256: str, identity: str, words: tuple[str, str]
) -> Departure:
    """The entry for the register of what left; `words` are to whom, and what for."""
    return Departure(
        id=identity,
        at=prepared.made_at,
        what=prepared.title[:_LONGEST],
        to_whom=words[0].strip(),
        purpose=words[1].strip(),
        rows=len(prepared.rows),
        file_name=path.name,
        file_sha256=sha256,
    )


def template_bytes(prepared: PreparedTemplate) -> bytes:
    """The workbook as it will lie on the disk."""
    import xlsxwriter

    whole = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }
    book = xlsxwriter.Workbook(whole, options)
    looks = Looks(book)
    _write_read_me(book.add_worksheet(READ_ME_SHEET), prepared, looks)
    _write_lines(book.add_worksheet(LINES_SHEET), prepared, looks)
    _write_facts(book.add_worksheet(FACTS_SHEET), prepared, looks)
    book.set_properties(
        {
            "title": prepared.title,
            "author": prepared.office,
            "company": prepared.office,
            "comments": "A template to fill in and send back. It was made by Partnership Tracker.",
            "created": prepared.made_at.replace(tzinfo=None),
        }
    )
    book.close()
    return whole.getvalue()


def _lines_of(snapshot: Snapshot, agency: Agency, year_end: int | None) -> tuple[Line, ...]:
    names = {folded(agency.name), folded(agency.short_name), folded(agency.te_reo_name)} - {""}
    in_force = {each.id for each in snapshot.of(Framework) if each.state is not FrameworkState.SUPERSEDED}
    own = [
        line
        for line in snapshot.of(Line)
        if line.framework_id in in_force and names & {folded(line.administering_agency), folded(line.using_agency)}
    ]
    wanted = year_end or max((line.year_end or 0 for line in own), default=0)
    kept = [line for line in own if (line.year_end or 0) == wanted]
    return tuple(sorted(kept, key=lambda line: (line.framework_id or "", line.parent_code or line.code, line.code)))


def _rows_of(snapshot: Snapshot, line: Line) -> Iterator[tuple[Cell, ...]]:
    framework = snapshot.find(Framework, line.framework_id)
    parent_code = line.parent_code if line.parent_code != line.code else ""
    about: tuple[Cell, ...] = (
        framework.name if framework else "",
        line.administering_agency,
        line.code,
        parent_code,
        line.shown_name,
        line.appropriation_type,
    )
    measures = [each for each in snapshot.of(Measure, line_id=line.id) if not is_restricted(each)]
    if not measures:
        yield (*about, *([None] * (len(_COLUMNS) - len(about))))
    for measure in sorted(measures, key=lambda each: each.code):
        low: Cell = measure.target_words if measure.target_op is Operator.IN_WORDS else measure.target_low
        yield (
            *about,
            measure.code,
            measure.text,
            measure.rba.label.lower() if measure.rba else None,
            measure.unit,
            measure.target_op.value if measure.target_op else None,
            low,
            measure.target_high,
            measure.baseline,
            measure.frequency,
            measure.page_ref,
        )


def _write_read_me(worksheet: Any, prepared: PreparedTemplate, looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    _head(
        worksheet,
        cells,
        prepared.title,
        f"From {prepared.office}. How to fill it in, and each column with a worked row.",
    )
    row = HEADING_ROW - 1
    for sentence in HOW_TO_FILL:
        cells.label(row, 0, sentence, Part.ABOUT)
        row += 1
    row += 1
    rows = [(each.value, PARTS[each].needed, PARTS[each].worked, PARTS[each].meaning) for each in TemplateColumn]
    _write_rows(worksheet, cells, _WORDS_OF_A_COLUMN, rows, row)
    _set_page(worksheet, down=1)


def _write_lines(worksheet: Any, prepared: PreparedTemplate, looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    _head(worksheet, cells, prepared.title, ABOUT)
    empty: tuple[Cell, ...] = (None,) * len(_COLUMNS)
    last = len(prepared.rows) + PREPARED
    for number in range(last):
        row = prepared.rows[number] if number < len(prepared.rows) else empty
        at = FIRST_ROW - 1 + number
        if number < len(prepared.rows):
            worksheet.set_row(at, row_height(row, _COLUMNS))
        for place, cell in enumerate(row):
            cells.put(at, place, cell, fill_in=True)
    worksheet.set_row(HEADING_ROW - 1, row_height([each.heading for each in _COLUMNS], _COLUMNS) + 6)
    for place, column in enumerate(_COLUMNS):
        worksheet.set_column(place, place, column.width)
    worksheet.add_table(
        HEADING_ROW - 1,
        0,
        HEADING_ROW - 1 + last,
        len(_COLUMNS) - 1,
        {
            "name": f"tbl_{LINES_SHEET}",
            "autofilter": False,
            "style": None,
            "banded_rows": False,
            "description": prepared.title,
            "columns": [
                {"header": column.heading, "header_format": looks.heading(column.look, inner=place > 0)}
                for place, column in enumerate(_COLUMNS)
            ],
        },
    )
    _validate(worksheet, FIRST_ROW - 1, FIRST_ROW - 2 + last)
    worksheet.freeze_panes(HEADING_ROW, 0)
    worksheet.repeat_rows(HEADING_ROW - 1)
    _set_page(worksheet, across=2)
    worksheet.activate()
    worksheet.set_selection(FIRST_ROW - 1, 0, FIRST_ROW - 1, 0)


def _validate(worksheet: Any, first: int, last: int) -> None:
    """One rule a column over all rows, each with what it is for while the cell is chosen."""
    for place, each in enumerate(TemplateColumn):
        rule: dict[str, object] = {"validate": "any"}
        if each in LISTS:
            rule = {"validate": "list", "source": list(LISTS[each]), "error_title": "Choose from the list"}
            rule |= {"error_message": f"Choose one of: {', '.join(LISTS[each])}."}
        elif each is TemplateColumn.BASELINE:
            rule = {"validate": "decimal", "criteria": "between", "minimum": -(10**12), "maximum": 10**12}
            rule |= {"error_title": "Not a number", "error_message": "Type a number, and its unit beside it."}
        elif each in LENGTHS:
            rule = {"validate": "length", "criteria": "<=", "value": LENGTHS[each], "error_title": "Too long"}
            rule |= {"error_message": f"Up to {LENGTHS[each]} characters fit here."}
        rule |= {"input_title": each.value, "input_message": f"{PARTS[each].meaning}.", "ignore_blank": True}
        worksheet.data_validation(first, place, last, place, rule)


def _write_facts(worksheet: Any, prepared: PreparedTemplate, looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    _head(worksheet, cells, "Machine-readable metadata", "What this template is known by. Leave it as it is.")
    rows = [
        ("schema_id", SCHEMA_ID),
        ("schema_version", SCHEMA_VERSION),
        ("office_id", prepared.office_code),
        ("issued_at", prepared.made_at.isoformat()),
    ]
    _write_rows(worksheet, cells, _FACT_COLUMNS, rows, HEADING_ROW - 1)
    _set_page(worksheet)


def _head(worksheet: Any, cells: Cells, title: str, about: str) -> None:
    cells.label(0, 0, title, Part.TITLE)
    worksheet.set_row(0, 26)
    cells.label(1, 0, about, Part.ABOUT)


def _write_rows(
    worksheet: Any, cells: Cells, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], top: int
) -> None:
    """Headings in row `top`, counted from 0, and the rows below them."""
    for place, column in enumerate(columns):
        worksheet.set_column(place, place, column.width)
        cells.heading(top, place, column.heading, Look.TEXT)
    for number, row in enumerate(rows, start=top + 1):
        worksheet.set_row(number, row_height(row, columns))
        for place, cell in enumerate(row):
            cells.put(number, place, cell)


def _set_page(worksheet: Any, across: int = 1, down: int = 0) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(across, down)
    worksheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.4)
    worksheet.hide_gridlines(2)
