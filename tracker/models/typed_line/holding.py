"""Who holds the ball, and on what."""

from dataclasses import dataclass

from tracker.models.typed_line.subject import Who


@dataclass(frozen=True)
class Holding:
    """Who holds the ball now, and the issue."""

    text: str
    who: Who
