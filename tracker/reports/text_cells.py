"""The one helper that writes cells. Text goes in as text, whatever it begins with; nothing is cut without a word.

Nothing else in the program writes a cell; a test holds the program to that.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from tracker.reports.looks import Looks, Part
from tracker.reports.sheet import Cell, Formula, Link, Look
from tracker.reports.sound_text import begins_like_a_formula, sound


class Cells:
    """The cells of one worksheet. Rows and columns are counted from 0, as XlsxWriter counts."""

    def __init__(self, worksheet: Any, looks: Looks) -> None:
        self._worksheet = worksheet
        self._looks = looks
        self._write_text = worksheet.write_string

    def put(self, row: int, column: int, cell: Cell, look: Look = Look.TEXT, *, fill_in: bool = False) -> None:
        """Writes one cell of a table, by what it holds. Raises ValueError for a text longer than a cell."""
        sheet, looks, inner = self._worksheet, self._looks, column > 0
        if isinstance(cell, str) and cell:
            quoted = begins_like_a_formula(cell)
            self._string(row, column, cell, looks.text(look, inner=inner, quoted=quoted, fill_in=fill_in))
        elif cell is None or cell == "":
            sheet.write_blank(row, column, None, looks.text(look, inner=inner, fill_in=fill_in))
        elif isinstance(cell, (int, Decimal)):
            sheet.write_number(row, column, float(cell), looks.number(look, cell, inner=inner, fill_in=fill_in))
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, cell, looks.day(look, inner=inner, fill_in=fill_in))
        elif isinstance(cell, Formula):
            self._formula(row, column, cell, look)
        else:
            self._link(row, column, cell)

    def label(self, row: int, column: int, text: str, part: Part) -> None:
        """Writes a title, a caption or a line above a table."""
        self._string(row, column, text, self._looks.part(part))

    def heading(self, row: int, column: int, text: str, look: Look) -> None:
        """Writes a column's heading, where it stands in no marked-up table."""
        self._string(row, column, text, self._looks.heading(look, inner=column > 0))

    def _string(self, row: int, column: int, text: str, shown: Any) -> None:
        if self._write_text(row, column, text if text.isprintable() else sound(text), shown):
            raise ValueError(f"A text of {len(text)} characters does not fit into one cell.")

    def _formula(self, row: int, column: int, formula: Formula, look: Look) -> None:
        """With its value, so that programs which do not calculate show it too."""
        text, value, inner = formula.text.replace("{row}", str(row + 1)), formula.value, column > 0
        if isinstance(value, str):
            self._worksheet.write_formula(row, column, text, self._looks.text(look, inner=inner), value)
        else:
            shown = self._looks.number(look, value, inner=inner)
            self._worksheet.write_formula(row, column, text, shown, float(value))

    def _link(self, row: int, column: int, link: Link) -> None:
        shown = self._looks.part(Part.LINK)
        self._worksheet.write_url(row, column, f"internal:'{link.sheet}'!A1", shown, link.text)
