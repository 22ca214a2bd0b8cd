"""A table with what it tells of beside it where there is room, and below it where there is not."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tracker.models.snapshot import Snapshot
from tracker.ui.commitments.agency_card import AgencyCard
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT

# From this width on both stand side by side.
_WIDE = 320 * UNIT
_STORY_WIDTH = 104 * UNIT
# Below this height a table needs the room more than a story does.
_LOW, _HIGH = 125 * UNIT, 152 * UNIT
_UNBOUNDED = 16_777_215


class SideBox(QWidget):
    """Holds a table's card and the story of what is chosen in it; where there is room also what its agency does."""

    def __init__(self, card: QWidget, story: StoryCard) -> None:
        super().__init__()
        self._story = story
        self._wide = self._low = False
        self._asks = self._empty = False
        self.agency = AgencyCard()
        self.agency.hide()
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(story, 1)
        column.addWidget(self.agency, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3 * UNIT)
        self._box.addWidget(card, 1)
        self._box.addWidget(self._side)
        self._told: tuple[Snapshot, str | None] | None = None
        story.lay(flat=True)

    def show_agency(self, snapshot: Snapshot, agency_id: str | None) -> None:
        """Tells of the agency that the chosen row is about, if there is room for it."""
        self._told = (snapshot, agency_id)
        self._empty = agency_id is None and self._story.isHidden()
        self._show_side()
        if self._wide:
            self.agency.show_agency(snapshot, agency_id)

    def make_room(self, wanted: bool) -> None:
        """Takes the story away while something is asked, where the table would be left with a row or two."""
        self._asks = wanted
        self._show_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, low = event.size().width() >= _WIDE, event.size().height() < _LOW
        if (wide, low) != (self._wide, self._low):
            self._wide, self._low = wide, low
            self._arrange()

    def _show_side(self) -> None:
        fits = not self._asks or self._wide or self.height() >= _HIGH
        # An empty side would leave its gap beside the table.
        self._side.setVisible(fits and not self._empty)

    def _arrange(self) -> None:
        wide = self._wide
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._story.lay(flat=not wide, low=self._low)
        self._side.setMinimumWidth(_STORY_WIDTH if wide else 0)
        self._side.setMaximumWidth(_STORY_WIDTH if wide else _UNBOUNDED)
        self.agency.setVisible(wide)
        if wide and self._told:
            self.agency.show_agency(*self._told)
