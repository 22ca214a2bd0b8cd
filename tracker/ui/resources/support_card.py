"""The supports of the chosen cell, each with what is known of it."""

from collections.abc import Sequence

from tracker.models.dates import shown
from tracker.models.figures.support_board import SupportRow, SupportStep
from tracker.models.figures.timeline_words import dollars, joined
from tracker.models.records import Support
from tracker.models.records.contribution import SupportKind
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT

_NONE = "Nothing is recorded of it. A adds what was asked for at home, promised or secured."
# The clock above takes room as well: where there is little, the board needs it more.
_LOW_HEIGHT = 28 * UNIT


class SupportCard(StoryCard):
    """Tells of one kind of support from one home agency, or of all of its kinds."""

    def __init__(self) -> None:
        super().__init__("The support", facts=2)

    def lay(self, flat: bool, low: bool = False) -> None:
        super().lay(flat, low)
        if flat and low:
            self.setFixedHeight(_LOW_HEIGHT)

    def show_support(self, row: SupportRow, kind: SupportKind | None, silent: Sequence[str]) -> None:
        """Tells of a home agency's support; `silent` are the agencies of which nothing is recorded."""
        cells = [cell for cell in row.cells if kind in (None, cell.kind)]
        steps = [step for cell in cells for step in cell.steps]
        self.tell(
            f"{row.agency}: {kind.label.lower()}" if kind else f"{row.agency}: all kinds of support",
            (
                ("" if steps else _NONE, ""),
                (f"Nothing is recorded of any support from {', '.join(silent)} (§6.2)" if silent else "", "warning"),
            ),
            [(_caption(step, kind), _story(step.support)) for step in steps],
        )


def _caption(step: SupportStep, kind: SupportKind | None) -> str:
    """What is not said by the title."""
    if kind is None and step.support.kind:
        return step.support.kind.label.split()[0]
    return step.state.label


def _story(support: Support) -> str:
    days = (("asked for", support.asked_on), ("promised", support.promised_on), ("secured", support.secured_on))
    told = ", ".join(f"{word} {shown(day)}" for word, day in days if day)
    return joined(support.text or "Not described", dollars(support.amount_nzd), told)
