"""A group's Overview: its story, its signals, its context, how it began, and how it works together."""

from tracker.models.records import Barrier, Condition, ContinuumPlace, Practice, Purpose, Risk, SenseMaking, Triage
from tracker.ui.parts.sided_tab import Side, SidedTab


class OverviewTab(SidedTab):
    """The story first."""

    name = "overview"
    sides = (
        Side("story", "&Story", "tracker.ui.group.story_side", "StorySide"),
        Side("signals", "S&ignals", "tracker.ui.signals.signals_side", "SignalsSide"),
        Side("context", "Conte&xt", "tracker.ui.group.context", "ContextSide", (Risk, Barrier)),
        Side(
            "beginnings",
            "Beginni&ngs",
            "tracker.ui.beginnings.beginnings_side",
            "BeginningsSide",
            (Triage, SenseMaking, ContinuumPlace, Purpose),
        ),
        Side(
            "working",
            "&Working together",
            "tracker.ui.working.working_side",
            "WorkingSide",
            (Practice, Condition),
        ),
    )

    @property
    def heading(self) -> str:
        return "Overview"
