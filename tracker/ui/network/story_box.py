"""A table's card with what is told of the chosen row: beside it where there is room, else below it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tracker.ui.network.pair_card import PairCard
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT

# From this width on both stand side by side.
_WIDE = 320 * UNIT
# Below this height a table needs the room more than a story does.
_LOW = 125 * UNIT
_UNBOUNDED = 16_777_215


class StoryBox(QWidget):
    """Tells the story when it lies below, and when it stands beside."""

    def __init__(self, card: QWidget, story: StoryCard | PairCard, width: int = 104 * UNIT) -> None:
        """`width` is that of the story where it stands, in pixels."""
        super().__init__()
        self._story, self._width = story, width
        self._wide = self._low = False
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3 * UNIT)
        self._box.addWidget(card, 1)
        self._box.addWidget(story)
        story.lay(flat=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, low = event.size().width() >= _WIDE, event.size().height() < _LOW
        if (wide, low) == (self._wide, self._low):
            return
        self._wide, self._low = wide, low
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._story.lay(flat=not wide, low=low)
        self._story.setMinimumWidth(self._width if wide else 0)
        self._story.setMaximumWidth(self._width if wide else _UNBOUNDED)
