"""The sign of each standing, drawn once in the colours of the theme: colour never stands alone."""

from PySide6.QtGui import QIcon

from tracker.models.figures.standing import Standing
from tracker.ui.icons import icon
from tracker.ui.style import current

# The tone and the drawn sign of each standing.
_LOOKS = {
    Standing.OPEN: ("", "calendar"),
    Standing.OVERDUE: ("danger", "circle-alert"),
    Standing.KEPT: ("good", "circle-check"),
    Standing.KEPT_LATE: ("warning", "history"),
    Standing.RELEASED: ("muted", "undo-2"),
    Standing.MISSED: ("danger", "x"),
}


def tone_of(standing: Standing) -> str:
    """The tone of the words of a standing."""
    return _LOOKS[standing][0]


class Signs:
    """Draws a sign when it is first wanted: a page of thousands of rows draws six."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def of(self, standing: Standing) -> QIcon:
        """The sign of a standing."""
        tone, name = _LOOKS[standing]
        return self.drawn(name, tone)

    def drawn(self, name: str, tone: str = "") -> QIcon:
        """A sign of the set in a tone of the theme in force."""
        colour = getattr(current(), tone or "muted")
        if (name, colour) not in self._drawn:
            self._drawn[name, colour] = icon(name, colour, 16)
        return self._drawn[name, colour]
