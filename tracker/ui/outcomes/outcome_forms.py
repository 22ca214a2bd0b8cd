"""The forms of outcomes and indicators: a new one asks for little, a correction for everything."""

from typing import cast

from PySide6.QtWidgets import QWidget

from tracker.models.outcome_changes import status_moved
from tracker.models.records import Indicator, IndicatorValue, Record, SharedOutcome
from tracker.ui.desk import Desk
from tracker.ui.record_dialog import ask_for, asked, record_dialog
from tracker.ui.words import UNDO_HINT, count

_NEW_OUTCOME = ("statement", "population", "place", "lead_agency_id", "core_agency_ids")
_OUTCOME = (*_NEW_OUTCOME, "framework_id", "status", "story", "sensitivity")
_NEW_INDICATOR = ("name", "unit", "direction", "baseline", "baseline_on", "source")
_INDICATOR = (*_NEW_INDICATOR, "sensitivity")


def add_outcome(desk: Desk, parent: QWidget, group_id: str) -> SharedOutcome | None:
    """Asks what should be true, for whom and where, and who leads it."""
    fresh = SharedOutcome(id=desk.office.mint(), group_id=group_id)
    return ask_for(desk, parent, fresh, "add a shared outcome", _NEW_OUTCOME)


def correct_outcome(desk: Desk, parent: QWidget, outcome: SharedOutcome) -> SharedOutcome | None:
    """Asks for everything that is known of it."""
    return ask_for(desk, parent, outcome, "correct a shared outcome", _OUTCOME)


def move_status(desk: Desk, parent: QWidget, outcome: SharedOutcome) -> None:
    """Asks how the outcome stands, and what is behind the curve; one without the other is not kept."""

    def finished(typed: Record) -> Record:
        said = cast("SharedOutcome", typed)
        return status_moved(said, said.status, said.story)

    asked(record_dialog(desk, parent, outcome, "say how an outcome stands", ("status", "story"), finished))


def add_indicator(desk: Desk, parent: QWidget, outcome: SharedOutcome) -> Indicator | None:
    """Asks what is measured, in what unit, and which way is better."""
    fresh = Indicator(id=desk.office.mint(), outcome_id=outcome.id)
    return ask_for(desk, parent, fresh, "add an indicator", _NEW_INDICATOR)


def correct_indicator(desk: Desk, parent: QWidget, indicator: Indicator) -> Indicator | None:
    """Asks for everything that is known of it; says so where its values are read in another unit from now on."""
    kept = ask_for(desk, parent, indicator, "correct an indicator", _INDICATOR)
    values = len(desk.snapshot.of(IndicatorValue, indicator_id=indicator.id))
    if kept is not None and kept.unit != indicator.unit and values:
        are = "is" if values == 1 else "are"
        desk.said.emit(f"{count(values, 'value')} {are} read in {kept.unit} from now on. {UNDO_HINT}")
    return kept
