"""A group's Life cycle: its trajectory, its self-assessment, what moves it forward, and how it ends (§7.2)."""

from tracker.models.records import Assessment, Event, StageJudgement, WindingUp
from tracker.ui.parts.sided_tab import Side, SidedTab


class LifeCycleTab(SidedTab):
    """The trajectory first."""

    name = "life-cycle"
    sides = (
        Side(
            "trajectory", "&Trajectory", "tracker.ui.group.trajectory_side", "TrajectorySide", (StageJudgement, Event)
        ),
        Side(
            "assessment", "Self-&assessment", "tracker.ui.assessment.assessment_side", "AssessmentSide", (Assessment,)
        ),
        Side("forward", "&Moving forward", "tracker.ui.forward.forward_side", "ForwardSide"),
        Side("ending", "W&inding up", "tracker.ui.ending.ending_side", "EndingSide", (WindingUp,)),
    )

    @property
    def heading(self) -> str:
        return "Life cycle"
