"""What one key does with a little victory, and how it is called where it is offered, done and undone."""

from collections.abc import Callable
from datetime import date

from tracker.models.figures.victories import Victory
from tracker.models.records.result import Result
from tracker.models.value import Value, value
from tracker.models.victory_changes import celebrated, told_home


@value
class Verb(Value):
    """`word` stands on its button, `done` begins the sentence that confirms it, `step` names it for undo."""

    key: str
    word: str
    done: str
    step: str
    steps: str
    tip: str
    fits: Callable[[Victory], bool]
    day: Callable[[Result], date | None]
    change: Callable[[Result, date, date], Result]

    def name(self, count: int) -> str:
        """The step's name for undo."""
        return self.step if count == 1 else self.steps.format(f"{count:,}")


CELEBRATE = Verb(
    "B",
    "Celebrated",
    "Celebrated",
    "celebrate a victory",
    "celebrate {} victories",
    "Celebrated today. With Shift: on another day",
    lambda victory: victory.to_celebrate,
    lambda result: result.celebrated_on,
    celebrated,
)
TELL = Verb(
    "T",
    "Told at home",
    "Told to the home agencies",
    "tell a victory at home",
    "tell {} victories at home",
    "The home agencies were told today. With Shift: on another day",
    lambda victory: victory.to_tell,
    lambda result: result.told_home_on,
    told_home,
)
VERBS = (CELEBRATE, TELL)
