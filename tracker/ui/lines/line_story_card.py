"""The chosen line told in full: scope, amount and years, its measures, and the claims that stand on it."""

from tracker.models.figures.line_board import LineStory
from tracker.ui.parts.story_card import StoryCard

_NO_SCOPE = "No scope was published or typed."


class LineStoryCard(StoryCard):
    """Facts at one side; measures and claims at the other."""

    def __init__(self) -> None:
        super().__init__("Line", 4)

    def tell_line(self, story: LineStory) -> None:
        """Shows a line."""
        facts = ((story.scope or _NO_SCOPE, "" if story.scope else "muted"), (story.about, ""), (story.money, ""))
        self.tell(story.title, (*facts, (story.years, "")), ())
        measures = story.measures or (("", "None yet: M adds one."),)
        claims = story.claims or (("", "No result of the office counts towards it."),)
        self._lines.show_parts((("Measures", measures), ("Results that count towards it", claims)))
