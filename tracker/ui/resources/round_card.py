"""The round that is chosen: what each agency got, from where to where views go, and what has changed (§4.1)."""

from tracker.models.dates import shown
from tracker.models.figures.influence import InfluenceRow
from tracker.models.figures.reading_rounds import RoundListed, spread_words
from tracker.models.figures.share_words import points
from tracker.models.figures.timeline_words import joined
from tracker.ui.parts.story_card import StoryCard

_FEW = "Fewer than three agencies rated: this is next to somebody's single rating, and stays in the office"
_NONE = "None of these readings can be counted: they do not share out 100 points, or the rater had no seat that day"


class RoundCard(StoryCard):
    """Agencies stand in the order in which they joined; no view tells whose it is."""

    def __init__(self) -> None:
        super().__init__("The reading", facts=3)

    def show_round(self, listed: RoundListed) -> None:
        """Tells of a round."""
        found = listed.found
        self.tell(
            f"{listed.question.label}, {shown(listed.on)}",
            (
                (listed.words, ""),
                ((_NONE if found is None else _FEW) if listed.few else "", "warning"),
                (found.change_words if found else "", ""),
            ),
            [(points(row.share), _words(row)) for row in found.rows] if found else [],
        )


def _words(row: InfluenceRow) -> str:
    spread = spread_words(row)
    views = f"views from {spread}" if " to " in spread else f"all say {spread}" if len(row.views) > 1 else ""
    return joined(row.agency, views)
