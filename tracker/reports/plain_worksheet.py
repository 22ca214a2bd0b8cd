"""A worksheet that takes formulas as they are."""

from xlsxwriter.worksheet import Worksheet


class PlainWorksheet(Worksheet):  # type: ignore[misc, unused-ignore]
    """Our formulas use functions of Excel 2007 alone; looking for thirty newer ones in each takes longest of all."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")
