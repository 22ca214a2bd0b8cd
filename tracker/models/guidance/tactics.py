"""What helps a group on, stage by stage (§7.2), in our own words."""

from dataclasses import dataclass

from tracker.models.records.stage import Stage


@dataclass(frozen=True, kw_only=True)
class Tactic:
    """One thing to do at a stage. `key` is kept with a commitment that comes from it."""

    key: str
    stage: Stage
    text: str
    section: str = "7.2"


def _tactics(stage: Stage, *pairs: tuple[str, str]) -> tuple[Tactic, ...]:
    return tuple(Tactic(key=f"{stage.value}_{name}", stage=stage, text=text) for name, text in pairs)


TACTICS: tuple[Tactic, ...] = (
    *_tactics(
        Stage.FORMING,
        ("meet", "Leave people room to find out who the others are"),
        ("vision", "Keep coming back to the difference you want to make together"),
        ("tasks", "Say what the tasks are and what you will be able to show"),
        ("agenda", "Look after how the agenda is built, and find out what is already known"),
        ("neutral", "Meet on ground that belongs to no one"),
    ),
    *_tactics(
        Stage.FRUSTRATION,
        ("common_ground", "Go back to what you share, and leave time to put the issue and the purpose anew"),
        ("practical", "Give members something practical to do together"),
        ("victories", "Do something small soon that shows it can be done, and tell people"),
        ("disagree", "Let people disagree openly and to some purpose"),
        ("benefits", "Spell out what each member gains"),
        ("appreciate", "Help members see what the others can bring"),
        ("no_blame", "Work on the problem and leave blame out of it"),
    ),
    *_tactics(
        Stage.FUNCTIONING,
        ("objectives", "Agree on aims, milestones, who answers for what, and how you will know"),
        ("protocols", "Write down how you work together, in a page"),
        ("leadership", "Pass leading and answering around"),
        ("methods", "Settle shared methods and a standard that everybody meets"),
        ("learning", "Learn on purpose: mixed project teams, joint training, reviews"),
    ),
    *_tactics(
        Stage.FLYING,
        ("ahead", "Look ahead, and get members ready for what is coming"),
        ("stock", "Take stock of how the group is doing while it is easy"),
        ("talk", "Keep talking to each other, and to those outside"),
        ("lean", "Drop joint work that is no longer needed"),
        ("purpose", "Ask whether the group still serves its purpose"),
        ("gains", "Check that every member still gains what it hoped for"),
        ("celebrate", "Go on celebrating what goes well"),
    ),
    *_tactics(
        Stage.FAILING,
        ("back", "Take up what helps in Frustration once more"),
        ("wind_up", "End it well: release promises, carry lessons home, thank people"),
    ),
)


def tactics_for(stage: Stage) -> tuple[Tactic, ...]:
    """The tactics that suit a stage, in order."""
    return tuple(tactic for tactic in TACTICS if tactic.stage is stage)
