"""Reading the template of lines and measures that came back: cells become words and numbers, or sentences."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from tracker.models.folding import folded
from tracker.models.line_template import OPERATOR_WORDS, RBA_WORDS, TemplateColumn, TemplateRow
from tracker.reports.lines_parts import SHAPE
from tracker.reports.table_file import FileRow, TableFile, cell_problem, read_table, short, text_of, whole_of


def read_lines(path: Path) -> tuple[TableFile, tuple[TemplateRow, ...]]:
    """The rows of a template. Raises Mistake if it is none or cannot be read; what is wrong in a row stands with it."""
    table = read_table(path, SHAPE)
    return table, tuple(map(_row, table.rows))


def _row(row: FileRow) -> TemplateRow:
    cells: dict[TemplateColumn, Any] = {}
    problems: list[str] = []
    for place, column in enumerate(TemplateColumn):
        cell = row.cells[place] if place < len(row.cells) else None
        if place in row.formulas:
            problems.append(f"The cell {column.value} holds a formula: type what it comes to.")
        elif why := cell_problem(cell):
            problems.append(f"The cell {column.value} {why}.")
        else:
            try:
                cells[column] = _reader_of(column)(cell)
            except ValueError as error:
                problems.append(f"The cell {column.value} is “{short(cell)}”: {error}.")
    return TemplateRow(row.number, cells, tuple(problems))


def _reader_of(column: TemplateColumn) -> Callable[[Any], Any]:
    return _READERS.get(column, text_of)


def _rba(cell: Any) -> Any:
    return _chosen(cell, RBA_WORDS, "choose how much, how well or better off")


def _operator(cell: Any) -> Any:
    return _chosen(cell, OPERATOR_WORDS, "choose >=, <=, =, between or text")


def _chosen(cell: Any, words: Any, advice: str) -> Any:
    said = folded(text_of(cell))
    if not said:
        return None
    if said not in words:
        raise ValueError(advice)
    return words[said]


def _number(cell: Any) -> Decimal | None:
    if text_of(cell) == "":
        return None
    if (whole := whole_of(cell)) is not None:
        return Decimal(whole)
    if isinstance(cell, float):
        return Decimal(repr(cell))
    try:
        return Decimal(text_of(cell))
    except ArithmeticError as error:
        raise ValueError("type a plain number, and its unit in the column unit") from error


def _number_or_words(cell: Any) -> Any:
    """A target may be words; whether it may here is judged with what the target is said to be."""
    try:
        return _number(cell)
    except ValueError:
        return text_of(cell)


_READERS: dict[TemplateColumn, Callable[[Any], Any]] = {
    TemplateColumn.RBA: _rba,
    TemplateColumn.TARGET_OP: _operator,
    TemplateColumn.TARGET_LOW: _number_or_words,
    TemplateColumn.TARGET_HIGH: _number,
    TemplateColumn.BASELINE: _number,
}
