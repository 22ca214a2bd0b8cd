"""Cells written by XlsxWriter alone: no styles, no tables, no charts."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

Cells = Sequence[tuple[int, int, str | float]]


def write(path: Path, sheets: Sequence[Cells]) -> None:
    """A workbook with these cells (row and column from 0, value), a sheet each."""
    workbook = xlsxwriter.Workbook(str(path))
    for cells in sheets:
        worksheet = workbook.add_worksheet()
        for row, column, value in cells:
            if isinstance(value, str):
                worksheet.write_string(row, column, value)
            else:
                worksheet.write_number(row, column, value)
    workbook.close()
