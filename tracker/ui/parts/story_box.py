"""A card with a table, and the story of what is chosen in it: beside the table where there is room, else below it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT

# From this width on both stand side by side.
_WIDE = 320 * UNIT
_STORY_WIDTH = 104 * UNIT
# Below this height a table needs the room more than a story does; from the next on both have enough while it is asked.
_LOW, _HIGH = 125 * UNIT, 140 * UNIT
_UNBOUNDED = 16_777_215


class StoryBox(QWidget):
    """Holds the table's card and the story."""

    def __init__(self, card: QWidget, story: StoryCard) -> None:
        super().__init__()
        self._story = story
        self._wide = self._low = False
        self._asking = False
        self._chosen = False
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3 * UNIT)
        self._box.addWidget(card, 1)
        self._box.addWidget(story)
        story.lay(flat=True)

    def make_room(self, wanted: bool) -> None:
        """Takes the story away while something is asked, where the table would be left with a row or two."""
        self._asking = wanted
        self._show_story()

    def show_story(self, shown: bool) -> None:
        """Shows the story, or takes it away while nothing is chosen."""
        self._chosen = shown
        self._show_story()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, low = event.size().width() >= _WIDE, event.size().height() < _LOW
        if (wide, low) != (self._wide, self._low):
            self._wide, self._low = wide, low
            self._arrange()
        self._show_story()

    def _arrange(self) -> None:
        wide = self._wide
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._story.lay(flat=not wide, low=self._low)
        self._story.setMinimumWidth(_STORY_WIDTH if wide else 0)
        self._story.setMaximumWidth(_STORY_WIDTH if wide else _UNBOUNDED)

    def _show_story(self) -> None:
        roomy = not self._asking or self._wide or self.height() >= _HIGH
        self._story.setVisible(self._chosen and roomy)
