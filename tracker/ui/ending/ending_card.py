"""The step that is chosen: why it is on the path, how far it is, and what is left of it one by one."""

from tracker.models.figures.ending_lines import ending_lines
from tracker.models.figures.winding_up import EndingPath, EndingStep
from tracker.models.snapshot import Snapshot
from tracker.ui.ending.ending_columns import state_words, tone_of
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT
from tracker.ui.widgets import link_button

# Where the things of a step stand.
PLACES = {
    "promises": "commitments",
    "balls": "commitments",
    "lessons": "learning/lessons",
    "victories": "victories",
}
_LOW_HEIGHT = 30 * UNIT


class EndingCard(StoryCard):
    """Lies under the steps, or stands beside them where there is room."""

    def __init__(self) -> None:
        super().__init__("The step", facts=2)
        self.link = link_button("Go there", "arrow-right")
        self.add_link(self.link)

    def lay(self, flat: bool, low: bool = False) -> None:
        super().lay(flat, low)
        if flat and low:
            self.setFixedHeight(_LOW_HEIGHT)

    def show_step(self, snapshot: Snapshot, path: EndingPath, step: EndingStep) -> None:
        """Tells of a step."""
        state = f"{state_words(step)}: {step.words}" if step.words else state_words(step)
        help_text, standing = (f"{step.help.text} (§{step.help.section})", ""), (state, tone_of(step))
        # Of a group that has closed it counts first how it ended.
        self.tell(step.help.title, (standing, help_text) if path.closed else (help_text, standing), ())
        self.link.setVisible(step.key in PLACES)
        self.link.setAccessibleName(f"Go there: {step.help.title}")
        left = _left_words(path, step)
        lines = ending_lines(snapshot, path, step)
        self._lines.show_parts([(left, lines)])
        self._lines.setVisible(bool(lines))
        self._lines.setAccessibleName(left)


def _left_words(path: EndingPath, step: EndingStep) -> str:
    if step.key == "decided":
        return "Decided before"
    if step.key == "closed":
        return "Left open" if path.closed else "Still open now"
    return "Left open" if path.closed else "Still to do"
