"""The victory that is chosen, told in full: its story, who gained, who shares the credit, and what shows it."""

from PySide6.QtCore import Signal

from tracker.models.dates import shown
from tracker.models.figures.timeline_words import joined
from tracker.models.figures.victories import Victory
from tracker.ui.flow_box import FlowBox
from tracker.ui.group.amounts import measured
from tracker.ui.group.victory_columns import value_of
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT
from tracker.ui.widgets import Button, label, link_button


class VictoryCard(StoryCard):
    """`agency_requested` carries the id of an agency whose name was pressed."""

    agency_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("The victory", facts=3)
        self.credit = FlowBox(UNIT)
        self.links: list[Button] = []
        # Under the title, whichever way the card lies.
        self.body.insertWidget(1, self.credit)

    def show_victory(self, victory: Victory) -> None:
        """Tells of a victory."""
        result = victory.result
        level = result.level.label if result.level else ""
        baseline = f"before: {measured(result.baseline, result.unit)}" if result.baseline is not None else ""
        self.tell(
            result.name,
            (
                (joined(shown(result.on), value_of(victory), baseline), ""),
                (joined(level, result.place, result.state.label if result.state else ""), ""),
                (_to_do(victory), "warning"),
            ),
            _story(victory),
        )
        self._show_credit(victory)

    def _show_credit(self, victory: Victory) -> None:
        caption = label("Credit" if victory.credit else "Credit: nobody is named yet", "quiet")
        self.links = [link_button(name) for _, name in victory.credit]
        for link, (agency_id, _) in zip(self.links, victory.credit, strict=True):
            link.setProperty("agency", agency_id)
            link.clicked.connect(self._ask_for_agency)
        if self.links:
            caption.setMinimumHeight(self.links[0].sizeHint().height())
        self.credit.set_parts([caption, *self.links])
        self.credit.updateGeometry()

    def _ask_for_agency(self) -> None:
        self.agency_requested.emit(str(self.sender().property("agency")))


def _to_do(victory: Victory) -> str:
    if victory.to_celebrate and victory.to_tell:
        return "Not celebrated yet, and not told to the home agencies yet"
    if victory.to_celebrate:
        return "Not celebrated yet"
    return "Not told to the home agencies yet" if victory.to_tell else ""


def _story(victory: Victory) -> list[tuple[str, str]]:
    """Lines of a caption and words."""
    result = victory.result
    lines = [("Story", result.narrative), ("Who gained", result.who_gained)]
    lines.append(("Serves", victory.outcome))
    lines += [("Celebrated", shown(result.celebrated_on)), ("Told at home", shown(result.told_home_on))]
    for piece in victory.evidence:
        grade = piece.grade.label if piece.grade else ""
        lines.append(("Evidence", joined(piece.name, shown(piece.on), piece.reference, grade)))
    if not victory.evidence:
        lines.append(("Evidence", "None yet"))
    return [(caption, words) for caption, words in lines if words]
