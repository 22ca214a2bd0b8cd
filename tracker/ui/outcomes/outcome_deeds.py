"""Doing something with outcomes and indicators: one step of the office each, said in the line on top of the page."""

from dataclasses import replace
from datetime import date
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.indicator_curve import in_unit
from tracker.models.outcome_changes import read_value, value_given
from tracker.models.records import Indicator, IndicatorValue, Record
from tracker.models.records.outcome import ValueKind
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, in_quotes

_NOUNS = {
    ValueKind.ACTUAL: "a value",
    ValueKind.ESTIMATE: "an estimate",
    ValueKind.FORECAST: "a forecast",
    ValueKind.TARGET: "a target",
}


class OutcomeDeeds:
    """What can be done. Each raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, indicator: Indicator, on: date, text: str, kind: str) -> IndicatorValue:
        """A value of an indicator, a target or a forecast for a day; the text may say its unit."""
        fresh = IndicatorValue(id=self._desk.office.mint(), indicator_id=indicator.id)
        given = self._given(fresh, indicator, on, text, kind)
        return self._keep(given, indicator, f"add {_noun(given)}", "Added")

    def correct(self, before: IndicatorValue, indicator: Indicator, on: date, text: str, kind: str) -> IndicatorValue:
        """A value is put right: its day, its number or what it is."""
        given = self._given(before, indicator, on, text, kind)
        return self._keep(given, indicator, f"correct {_noun(given)}", "Corrected")

    def remove(self, thing: Record) -> None:
        """Takes away a value, or an indicator or outcome that nothing else rests on."""
        value = isinstance(thing, IndicatorValue)
        name = _noun(thing) if isinstance(thing, IndicatorValue) else f"the {thing.noun} {in_quotes(thing.title)}"
        with self._desk.office.step(f"remove {name}" if value else f"remove {_article(thing.noun)}"):
            self._desk.office.remove(thing)
        self._desk.said.emit(f"Removed {name}. {UNDO_HINT}")

    def _given(self, value: IndicatorValue, indicator: Indicator, on: date, text: str, kind: str) -> IndicatorValue:
        fields: dict[str, Any] = {"period_end": on, "value": read_value(text, indicator), "kind": ValueKind(kind)}
        given = replace(value, **fields)
        snapshot = self._desk.snapshot
        value_given(given, indicator, snapshot.of(IndicatorValue, indicator_id=indicator.id), snapshot.today)
        return given

    def _keep(self, given: IndicatorValue, indicator: Indicator, step: str, done: str) -> IndicatorValue:
        with self._desk.office.step(step):
            self._desk.office.save(given)
        written = "" if given.value is None else in_unit(given.value, indicator.unit)
        self._desk.said.emit(f"{done}: {written} for {shown(given.period_end)}. {UNDO_HINT}")
        return given


def _noun(value: IndicatorValue) -> str:
    return _NOUNS[value.kind] if value.kind else "a value"


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
