"""The values of one indicator as a list: the same facts as its curve."""

from collections.abc import Iterable, Sequence

from tracker.models.dates import shown
from tracker.models.figures.indicator_curve import IndicatorCurve, in_unit
from tracker.models.records import IndicatorValue
from tracker.models.records.outcome import ValueKind
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.table import RIGHT, Column


class ValueTable(HeadedTable):
    """The latest day first; of one day what was measured comes before what was forecast."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column("Day", lambda each: each.period_end, width=120, least=108, share=1),
                Column("What it is", lambda each: each.kind, width=190, least=150, share=2),
                Column("Value", lambda each: each.value, self._written, align=RIGHT, width=120, least=80, share=1),
            ),
            lambda each: str(each.id),
            _no_heading,
        )
        self._unit = ""

    def show_values(self, values: Iterable[IndicatorValue], unit: str) -> None:
        """Shows other values, in their unit."""
        self._unit = unit
        self.set_rows(values)

    def _written(self, each: IndicatorValue) -> str:
        return "" if each.value is None else in_unit(each.value, self._unit)


def value_words(each: IndicatorValue, curve: IndicatorCurve) -> str:
    """Actual on 30 Jun 2008: 9 tellings; a target is "for" its day."""
    measured = each.kind in (ValueKind.ACTUAL, ValueKind.ESTIMATE)
    kind = each.kind.label if each.kind else "Value"
    written = "" if each.value is None else in_unit(each.value, curve.indicator.unit)
    return f"{kind} {'on' if measured else 'for'} {shown(each.period_end)}: {written}"


def _no_heading(name: str, rows: Sequence[IndicatorValue]) -> str:
    return name
