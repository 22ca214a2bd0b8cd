"""A group's Victories: what came of its work, and the outcomes that it serves (§4.2, §7.2)."""

from tracker.models.records import Evidence, Indicator, IndicatorValue, Result, SharedOutcome
from tracker.ui.parts.sided_tab import Side, SidedTab


class VictoriesTab(SidedTab):
    """Little victories first."""

    name = "victories"
    sides = (
        Side("victories", "Vi&ctories", "tracker.ui.group.victories_side", "VictoriesSide", (Result, Evidence)),
        Side(
            "outcomes",
            "O&utcomes and indicators",
            "tracker.ui.outcomes.outcomes_side",
            "OutcomesSide",
            (SharedOutcome, Indicator, IndicatorValue),
        ),
    )

    @property
    def heading(self) -> str:
        return "Victories"
