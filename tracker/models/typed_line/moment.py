"""From when days are counted: the meeting's day, its group, and what the office knows of terms and meetings."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tracker.models.snapshot import Snapshot
from tracker.models.typed_line.library import DayLibrary


@dataclass(frozen=True)
class Moment:
    """One meeting of one group on one day."""

    on: date
    group_id: str
    snapshot: Snapshot
    library: DayLibrary


# A way in which days are said, as a pattern over a flat line, and the day that is meant; None where it cannot be told.
Reading = Callable[[re.Match[str], Moment], date | None]
Rule = tuple[str, Reading]
