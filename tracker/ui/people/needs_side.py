"""Requisite variety: what the issue asks for, who brings it, and what nobody brings (§3.2)."""

from collections.abc import Sequence

from tracker.models.figures.timeline_words import joined
from tracker.models.figures.variety import Needed, Variety
from tracker.models.records import Requisite
from tracker.ui.desk import Desk
from tracker.ui.people.columns import NEED_COLUMNS
from tracker.ui.people.side import ADD, CORRECT, END, OPEN, Side
from tracker.ui.record_dialog import add_record, correct_record


class NeedsSide(Side):
    """What nobody brings stands first."""

    title = "Needed"
    columns = NEED_COLUMNS
    offers = (
        (OPEN, "Correct", "What is needed, and who brings it (F2 as well)"),
        (END, "No longer needed…", "The last day on which it is needed"),
        (ADD, "Add", "Something else that the issue asks for"),
    )
    nothing = (
        "What the issue asks for stands here: knowledge, resources and voices, who brings each, and what nobody "
        "brings. Those who solve a problem need as much variety as it has (§3.2)."
    )
    adding = "Add the first thing that is needed"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._variety: Variety | None = None

    def take(self, variety: Variety) -> None:
        """Takes the variety of a day, to be shown with the next filling."""
        self._variety = variety

    def rows(self) -> Sequence[Needed]:
        return self._variety.needed if self._variety else ()

    def remark(self) -> str:
        if self._variety is None:
            return ""
        alike = "All from one sector: too alike for a hard problem (§3.2)" if self._variety.too_alike else ""
        brought = self._variety.words if self._variety.needed else ""
        return joined(brought, alike, self._variety.room_words)

    def show_chosen(self) -> None:
        self.foot.allow({OPEN, END, ADD} if self.chosen else {ADD})

    def press(self, key: str, other_day: bool = False) -> None:
        if key == ADD:
            made = add_record(self.desk, self, Requisite, group_id=self.group_id, since=self.day)
            if made is not None:
                self.view.choose(made.id)
        elif key in (OPEN, CORRECT) and self.chosen:
            correct_record(self.desk, self, self.chosen[0].requisite)
        elif key == END and self.chosen:
            self._ask_for_end(self.chosen[0])

    def _ask_for_end(self, need: Needed) -> None:
        self.ask_for_day(
            f"Until which day is it needed? {need.requisite.text}",
            "End",
            need.requisite.until or self.day,
            lambda on: self.deeds.end_need(self.snapshot.one(Requisite, need.id), on),
        )
