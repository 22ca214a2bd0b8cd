"""A worksheet that takes cells by row and column, and formulas as they are, and writes them without a detour.

XlsxWriter allows for names such as B7, for functions newer than 2007 and for signs in attributes, in each cell anew;
ours have none of these, and looking for them takes longer than all the rest.
"""

from math import isfinite
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellDatetimeTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)


class _Forgetful(dict[Any, Any]):
    """Which cells lie in a table: with one table a sheet and no merged cells none of them is asked for."""

    def __setitem__(self, key: Any, value: Any) -> None:
        pass


class PlainWorksheet(Worksheet):  # type: ignore[misc, unused-ignore]
    """Rows and columns are counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._letters: dict[int, str] = {}
        self.table_cells = _Forgetful()

    def write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> int:
        if len(string) > self.xls_strmax // 2:
            return int(self._write_string(row, col, string, cell_format))
        outside = int(self._check_dimensions(row, col))
        if not outside:
            index = self.str_table._get_shared_string_index(string)
            self.table[row][col] = CellStringTuple(index, cell_format)
        return outside

    def write_number(self, row: int, col: int, number: float, cell_format: Any = None) -> int:
        """A number that is finite, as all are that we keep."""
        outside = int(self._check_dimensions(row, col))
        if not outside:
            assert isfinite(number)
            self.table[row][col] = CellNumberTuple(number, cell_format)
        return outside

    def write_blank(self, row: int, col: int, blank: Any, cell_format: Any = None) -> int:
        """A cell without a format is not written at all."""
        outside = int(self._check_dimensions(row, col))
        if not outside and cell_format is not None:
            self.table[row][col] = CellBlankTuple(cell_format)
        return outside

    def write_formula(self, row: int, col: int, formula: str, cell_format: Any = None, value: Any = 0) -> int:
        """The functions of our formulas are all in Excel 2007."""
        outside = int(self._check_dimensions(row, col))
        if not outside:
            self.table[row][col] = CellFormulaTuple(formula.removeprefix("="), cell_format, value)
        return outside

    def _write_rows(self) -> None:
        """What XlsxWriter writes, but for the columns that a row begins and ends with: these may be left unsaid."""
        file = self.fh
        for row in range(self.dim_rowmin or 0, (self.dim_rowmax or 0) + 1):
            cells, info = self.table.get(row), self.row_info.get(row)
            if cells:
                self._write_row(row, None, info)
                file.write("".join([self._cell(row, col, cells[col]) for col in sorted(cells)]))
                self._xml_end_tag("row")
            elif info:
                self._write_empty_row(row, None, info)

    def _cell(self, row: int, col: int, cell: Any) -> str:
        """One cell as it stands in the file; neither its place nor its format's number has a sign to be escaped."""
        letters = self._letters.get(col) or self._letters.setdefault(col, xl_col_to_name(col))
        begin = f'<c r="{letters}{row + 1}"'
        if cell.format is not None:
            begin = f'{begin} s="{cell.format._get_xf_index()}"'
        kind = type(cell)
        if kind is CellStringTuple:
            return f'{begin} t="s"><v>{cell.string}</v></c>'
        if kind is CellBlankTuple:
            return f"{begin}/>"
        if kind is CellFormulaTuple:
            return begin + self._formula(cell)
        assert kind in (CellNumberTuple, CellDatetimeTuple)
        return f"{begin}><v>{cell.number:.16G}</v></c>"

    def _formula(self, cell: Any) -> str:
        """The end of a cell with a formula, and the value that it has now."""
        formula, value, kept_as = self._escape_data(cell.formula), cell.value, ""
        if isinstance(value, str) and value:
            value, kept_as = self._escape_data(value), ' t="str"'
        return f"{kept_as}><f>{formula}</f><v>{value}</v></c>"
