"""A log as an Excel workbook: how to fill it in, the rows, the lists behind them, and what the log is known by."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tracker.models.log_columns import (
    FORM_COLUMNS,
    LONGEST_TEXT,
    NEEDED,
    SCHEMA_ID,
    SHORTEST_TEXT,
    LogColumn,
)
from tracker.models.log_sheet import LogFacts
from tracker.reports.log_parts import (
    DAY,
    FACTS_SHEET,
    HOW_TO_FILL,
    LISTS_SHEET,
    LOG_ABOUT,
    LOG_SHEET,
    LOG_TITLE,
    PARTS,
    READ_ME_SHEET,
    ROWS,
    WORKED_ROW,
)
from tracker.reports.looks import FONT, SIZE, Looks, Part
from tracker.reports.row_height import RowHeights, row_height
from tracker.reports.sheet import FIRST_ROW, HEADING_ROW, Cell, Column, Look, Sheet, letters
from tracker.reports.text_cells import Cells
from tracker.reports.workbook import AUTHOR

_A4 = 9
_EDGE = "#B8C0CC"
_WORDS_OF_A_COLUMN = (
    Column("Column", 22),
    Column("Needed", 24),
    Column("In the worked row", 44),
    Column("What goes in", 60),
)
# A code that cannot be chosen stands in an empty list, because an empty one lets everything in.
_NONE_YET = "none yet"
# How long a cell may be; the reading holds the same.
_LENGTHS = {LogColumn.MEETING_PLACE: 100, LogColumn.OWNER_PERSON: 80, LogColumn.LINE_CODE: 20}
_LENGTHS |= {LogColumn.EVIDENCE: 250, LogColumn.ENTERED_BY: 80}


@dataclass(frozen=True)
class LogBook:
    """A log before it is written. `lists` are the words to choose from by name; `codes` say what a code stands for.

    With `prepared` rows beyond those that are filled, it is a form.
    """

    facts: LogFacts
    title: str
    created: datetime
    lists: Mapping[str, Sequence[str]]
    codes: Sequence[tuple[str, str, str]]
    rows: Sequence[Mapping[LogColumn, Cell]] = field(default=())
    columns: Sequence[LogColumn] = FORM_COLUMNS
    prepared: int = ROWS


def log_bytes(plan: LogBook) -> bytes:
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
    _write_read_me(book.add_worksheet(READ_ME_SHEET), plan, looks)
    _write_log(book, book.add_worksheet(LOG_SHEET), plan, looks)
    _write_lists(book, book.add_worksheet(LISTS_SHEET), plan, looks)
    _write_facts(book.add_worksheet(FACTS_SHEET), plan.facts, looks)
    about = {"title": plan.title, "author": AUTHOR, "company": "", "created": plan.created.replace(tzinfo=None)}
    book.set_properties(about | {"comments": "A log to fill in and send back. It was made by Partnership Tracker."})
    book.close()
    return whole.getvalue()


def _write_read_me(worksheet: Any, plan: LogBook, looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    cells.label(0, 0, plan.title, Part.TITLE)
    worksheet.set_row(0, 26)
    cells.label(1, 0, "How to fill it in, and below it each column with a worked row from Papakura.", Part.ABOUT)
    for place, column in enumerate(_WORDS_OF_A_COLUMN):
        worksheet.set_column(place, place, column.width)
    row = 3
    for sentence in HOW_TO_FILL:
        cells.label(row, 0, sentence, Part.ABOUT)
        row += 1
    row += 1
    for place, column in enumerate(_WORDS_OF_A_COLUMN):
        cells.heading(row, place, column.heading, Look.TEXT)
    for each in plan.columns:
        row += 1
        part = PARTS[each]
        line = (heading_of(each), part.needed, WORKED_ROW.get(each, ""), part.meaning)
        worksheet.set_row(row, row_height(line, _WORDS_OF_A_COLUMN))
        for place, cell in enumerate(line):
            cells.put(row, place, cell)
    _set_page(worksheet, across=1, down=1)


def _write_log(book: Any, worksheet: Any, plan: LogBook, looks: Looks) -> None:
    """Empty cells are shaped by their columns, so that what is typed below the last prepared row is taken as well."""
    cells = Cells(worksheet, looks)
    cells.label(0, 0, LOG_TITLE, Part.TITLE)
    worksheet.set_row(0, 26)
    cells.label(1, 0, LOG_ABOUT, Part.ABOUT)
    columns = [Column(heading_of(each), PARTS[each].width, fill_in=True) for each in plan.columns]
    shapes = {kept: _shape(book, kept) for kept in {part.kept for part in PARTS.values()}}
    for place, each in enumerate(plan.columns):
        worksheet.set_column(place, place, PARTS[each].width, shapes[PARTS[each].kept])
    heights = RowHeights(columns)
    last = max(plan.prepared, len(plan.rows))
    for number in range(last):
        row = plan.rows[number] if number < len(plan.rows) else _prepared_row(number)
        at = FIRST_ROW - 1 + number
        if number < len(plan.rows):
            worksheet.set_row(at, heights.of([row.get(each) for each in plan.columns]))
        for place, each in enumerate(plan.columns):
            if (cell := row.get(each)) not in (None, ""):
                cells.put(at, place, cell, Look.DAY if isinstance(cell, date) else Look.TEXT)
    _mark_up(worksheet, plan, columns, last, looks)
    _validate(worksheet, plan, FIRST_ROW - 1, FIRST_ROW - 2 + last)
    worksheet.freeze_panes(HEADING_ROW, 1)
    worksheet.repeat_rows(HEADING_ROW - 1)
    _set_page(worksheet, across=2)
    # Cells to fill in have a line all round, the empty ones too.
    edges = {"type": "formula", "criteria": "=TRUE", "format": book.add_format({"border": 1, "border_color": _EDGE})}
    worksheet.conditional_format(FIRST_ROW - 1, 0, FIRST_ROW - 2 + last, len(columns) - 1, edges)
    worksheet.activate()
    worksheet.set_selection(FIRST_ROW - 1, 1, FIRST_ROW - 1, 1)


def heading_of(column: LogColumn) -> str:
    """The heading in the sheet; what is always needed has a star."""
    return f"{column.label} *" if column in NEEDED else column.label


def _prepared_row(number: int) -> dict[LogColumn, Cell]:
    return {LogColumn.ROW_REF: f"L{number + 1:03d}", LogColumn.SENSITIVITY: "in confidence"}


def _shape(book: Any, kept: str) -> Any:
    """Of a column to fill in: a code is taken as text and a day as a day."""
    shape = {"font_name": FONT, "font_size": SIZE, "num_format": kept, "valign": "vcenter", "text_wrap": True}
    return book.add_format(shape | {"align": "right" if kept == DAY else "left"})


def _mark_up(worksheet: Any, plan: LogBook, columns: Sequence[Column], last: int, looks: Looks) -> None:
    worksheet.set_row(HEADING_ROW - 1, row_height([column.heading for column in columns], columns) + 6)
    worksheet.add_table(
        HEADING_ROW - 1,
        0,
        HEADING_ROW - 1 + last,
        len(columns) - 1,
        {
            "name": "tbl_Log",
            "autofilter": False,
            "style": None,
            "banded_rows": False,
            "description": plan.title,
            "columns": [
                {"header": column.heading, "header_format": looks.heading(column.look, inner=place > 0)}
                for place, column in enumerate(columns)
            ],
        },
    )


def _validate(worksheet: Any, plan: LogBook, first: int, last: int) -> None:
    """One rule a column over all rows: lists by their names, days, numbers and lengths; each with its prompt."""
    places = {column: place for place, column in enumerate(plan.columns)}
    for column, place in places.items():
        part = PARTS[column]
        rule = _rule(column, places, first)
        if part.listed and part.listed in plan.lists:
            rule = {"validate": "list", "source": f"=lst_{part.listed}"}
            rule |= {"error_title": "Choose from the list", "error_message": "Choose one of the words in the list."}
        if rule is None and not part.prompt:
            continue
        rule = (rule or {"validate": "any"}) | {"ignore_blank": True}
        if part.prompt:
            rule |= {"input_title": column.label, "input_message": part.prompt}
        # Somebody who is not in the list may have chaired.
        rule |= {"show_error": column is not LogColumn.CHAIRED_BY}
        worksheet.data_validation(first, place, last, place, rule)


def _rule(column: LogColumn, places: Mapping[LogColumn, int], first: int) -> dict[str, object] | None:
    match column:
        case LogColumn.MEETING_DATE:
            rule: dict[str, object] = {"validate": "date", "criteria": "between", "minimum": date(2000, 7, 1)}
            rule |= {"maximum": "=TODAY()+1", "error_title": "Not the day of a meeting"}
            return rule | {"error_message": "Type a date such as 12 Jun 2008, of a day that has come."}
        case LogColumn.DUE_DATE:
            held = f"=${letters(places[LogColumn.MEETING_DATE])}{first + 1}"
            rule = {"validate": "date", "criteria": ">=", "value": held, "error_title": "Before the meeting"}
            return rule | {"error_message": "Type a date such as 27 Jun 2008, on or after the day of the meeting."}
        case LogColumn.WHAT_HAPPENED:
            rule = {"validate": "length", "criteria": "between", "minimum": SHORTEST_TEXT, "maximum": LONGEST_TEXT}
            return rule | {"error_title": "Too short or too long", "error_message": "5 to 500 characters fit here."}
        case LogColumn.VALUE:
            rule = {"validate": "decimal", "criteria": ">=", "value": 0, "error_title": "Not a number"}
            return rule | {"error_message": "Type a number from 0 up, and its unit beside it."}
        case LogColumn.BASELINE:
            rule = {"validate": "decimal", "criteria": "between", "minimum": -1_000_000_000_000}
            rule |= {"maximum": 1_000_000_000_000, "error_title": "Not a number"}
            return rule | {"error_message": "Type a number."}
        case _ if column in _LENGTHS:
            longest = _LENGTHS[column]
            rule = {"validate": "length", "criteria": "<=", "value": longest, "error_title": "Too long"}
            return rule | {"error_message": f"Up to {longest} characters fit here."}
    return None


def _write_lists(book: Any, worksheet: Any, plan: LogBook, looks: Looks) -> None:
    """Each list in its column, with a name that the validations call it by; the codes come first, with their names."""
    lists = {name: tuple(dict.fromkeys(words)) or (_NONE_YET,) for name, words in plan.lists.items()}
    codes = tuple(plan.codes) or ((_NONE_YET, "", ""),)
    columns = [Column("Code", 12), Column("Stands for", 46), Column("Is", 10)]
    columns += [Column(name.replace("_", " ").capitalize(), _width(words)) for name, words in lists.items()]
    height = max(len(codes), *(len(words) for words in lists.values()))
    rows = []
    for number in range(height):
        row: list[Cell] = list(codes[number]) if number < len(codes) else [None, None, None]
        rows.append((*row, *(words[number] if number < len(words) else None for words in lists.values())))
    sheet = Sheet(LISTS_SHEET, "Lists", "The codes, and the words to choose from. Nothing is typed here.", (), ())
    _write_plain(worksheet, sheet, columns, rows, looks)
    for place, (name, words) in enumerate(lists.items(), start=3):
        letter = letters(place)
        book.define_name(f"lst_{name}", f"={LISTS_SHEET}!${letter}${FIRST_ROW}:${letter}${FIRST_ROW - 1 + len(words)}")


def _width(words: Sequence[str]) -> float:
    return min(40.0, max(map(len, words)) + 4.0)


def _write_facts(worksheet: Any, facts: LogFacts, looks: Looks) -> None:
    sheet = Sheet(FACTS_SHEET, "Machine-readable metadata", "What this log is known by. Leave it as it is.", (), ())
    _write_plain(worksheet, sheet, [Column("Key", 20), Column("Value", 60)], facts_rows(facts), looks)


def facts_rows(facts: LogFacts) -> tuple[tuple[str, str], ...]:
    """What the log is known by, as pairs for a sheet."""
    return (
        ("schema_id", SCHEMA_ID),
        ("schema_version", facts.version),
        ("office_id", facts.office_code),
        ("office", facts.office),
        ("group_codes", "; ".join(facts.group_codes)),
        ("issued_at", facts.issued_at),
        ("template_id", facts.template_id),
        ("made_as", facts.made_as),
    )


def _write_plain(
    worksheet: Any, sheet: Sheet, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], looks: Looks
) -> None:
    cells = Cells(worksheet, looks)
    cells.label(0, 0, sheet.title, Part.TITLE)
    worksheet.set_row(0, 26)
    cells.label(1, 0, sheet.about, Part.ABOUT)
    for place, column in enumerate(columns):
        worksheet.set_column(place, place, column.width)
        cells.heading(HEADING_ROW - 1, place, column.heading, Look.TEXT)
    for number, row in enumerate(rows, start=FIRST_ROW - 1):
        worksheet.set_row(number, row_height(row, columns))
        for place, cell in enumerate(row):
            if cell not in (None, ""):
                cells.put(number, place, cell)
    worksheet.repeat_rows(HEADING_ROW - 1)
    _set_page(worksheet, across=1)


def _set_page(worksheet: Any, across: int, down: int = 0) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(across, down)
    worksheet.print_across()
    worksheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.4)
    worksheet.hide_gridlines(2)
