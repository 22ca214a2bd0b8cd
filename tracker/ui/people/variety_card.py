"""Where there is room: what the issue asks for, who brings it, and what nobody brings (§3.2)."""

from PySide6.QtCore import Signal

from tracker.models.figures.variety import Needed, Variety
from tracker.ui.people.signed_rows import Signed, SignedRows
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label, quiet_button, set_tone

_PLACES = 9
_TEXT_WIDTH = 44 * UNIT


class VarietyCard(Card):
    """Leads to the list in which things are added, corrected and ended."""

    list_requested = Signal()

    def __init__(self) -> None:
        super().__init__("What is needed in the room")
        self._rows = SignedRows(_PLACES)
        self._nothing = label("", "quiet")
        self._nothing.setWordWrap(True)
        self._room = Muted()
        self.lead = quiet_button("")
        self.lead.setProperty("small", True)
        self.lead.setToolTip("To add, correct or end what is needed (Alt+N)")
        self.lead.clicked.connect(self.list_requested)
        self.body.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        self.body.setSpacing(UNIT)
        self.header.addWidget(self.lead)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._rows, 1)
        self.body.addWidget(self._room)

    @property
    def lines(self) -> list[str]:
        """What is needed and who brings it, in lines."""
        return [f"{row.about}: {row.words}" for row in self._rows.rows]

    def show_variety(self, variety: Variety) -> None:
        """Shows the variety of a day."""
        more = len(variety.needed) - _PLACES
        self.set_title(variety.words)
        self._nothing.setText("" if variety.needed else "Note what the issue asks for: who is missing shows then.")
        self._nothing.setVisible(not variety.needed)
        self.lead.setText(f"{more:,} more" if more > 0 else "Change" if variety.needed else "Add")
        self.lead.setAccessibleName("What is needed: the whole list")
        self._rows.setVisible(bool(variety.needed))
        self._rows.show_rows([_row(need) for need in variety.needed], _TEXT_WIDTH)
        alike = "All from one sector: too alike for a hard problem (§3.2). " if variety.too_alike else ""
        self._room.setText(f"{alike}{variety.room_words}")
        set_tone(self._room, "warning" if variety.too_alike else "")


def _row(need: Needed) -> Signed:
    tone = "danger" if need.by_nobody else "good"
    return Signed(need.requisite.text, need.words, "", tone, strong=True)
