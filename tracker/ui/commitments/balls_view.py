"""The balls: who holds which issue since when, to pass on, to settle, and to open a new one."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.models.figures.ball_standing import BallStanding, ball_standings
from tracker.models.records import Ball, Group, Handover
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.commitments.ball_card import BallCard
from tracker.ui.commitments.ball_columns import ball_columns, heading_words, key_of, part_of
from tracker.ui.commitments.ball_deeds import BallDeeds
from tracker.ui.commitments.holder_chooser import HolderChooser
from tracker.ui.commitments.side import ADD, CORRECT, CommitmentsSide
from tracker.ui.desk import Desk
from tracker.ui.group_list import groups_in_order
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.signs import Signs
from tracker.ui.record_dialog import correct_record
from tracker.ui.widgets import primary_button
from tracker.ui.words import in_quotes

_OFFERS = (
    ("P", "Pass on", "Asks who takes the ball, and from which day"),
    ("S", "Settle", "Settled today. With Shift: on another day"),
    ("O", "Open again", "The issue is open again; who held it last holds it"),
    ("Enter", "Correct", "Opens the chosen ball to put it right"),
)
_WHICH = (("open", "In play"), ("all", "All balls"))

Given = dict[str, Any]
Input = tuple[str, str, QWidget]


class BallsView(CommitmentsSide):
    """Balls of one group, or of all where `group_id` is ""."""

    story: BallCard
    title = "Balls"
    nothing = "An issue that one agency at a time takes forward stands here as a ball, with its holder (§4.2)."
    all_settled = "Every ball is settled. Choose “All balls” above to see them."

    def __init__(self, desk: Desk, *, with_group: bool) -> None:
        names: dict[str, str] = {}
        columns = ball_columns(Signs(), names if with_group else None)
        table = HeadedTable(columns, key_of, heading_words)
        table.set_part(part_of)
        view = KeyedView(table, "balls" if with_group else "group-balls", "PSOA")
        foot, add = FootRow(_OFFERS, "Shift+S: another day"), primary_button("Add ball", icon_name="plus")
        super().__init__(desk, view, foot, BallCard(), add)
        self._group_names = names
        self._deeds = BallDeeds(desk)
        self._lay_out()

    @property
    def chosen(self) -> BallStanding | None:
        """The ball that is chosen; None if there is none."""
        rows = self.view.chosen_rows
        return rows[0] if rows else None

    def refill(self) -> None:
        snapshot = self._desk.snapshot
        self._group_names.update({group.id: group.called for group in snapshot.of(Group)})
        found = ball_standings(snapshot, self._group_id or None, settled=True)
        self._any = bool(found)
        self.table.set_rows(ball for ball in found if ball.open or self.which.key == "all")
        self.view.choose_first()
        self.show_chosen()

    def led_to(self, identity: str) -> Ball | None:
        return ball_led_to(self._desk.snapshot, identity)

    def press(self, key: str, other_day: bool = False) -> None:
        chosen = self.chosen
        if key == ADD:
            self.add_ball()
        elif chosen is None:
            return
        elif key == CORRECT:
            correct_record(self._desk, self, chosen.ball)
        elif key not in _fitting(chosen):
            self._desk.mistaken.emit(_cannot(chosen))
        elif key == "P":
            self._ask_who_takes(chosen.ball)
        elif key == "S":
            self._settle(chosen.ball, other_day)
        else:
            self._desk.attempt(lambda: self._deeds.take_up(chosen.ball))

    def add_ball(self) -> None:
        """Asks for a new issue and who holds it."""
        snapshot = self._desk.snapshot
        group_id = self._group_id or (self.chosen.ball.group_id if self.chosen else "") or ""
        issue, holder, groups = QLineEdit(), HolderChooser(), KeyedCombo("Group", 52)
        running = [group for group in groups_in_order(snapshot) if group.open_on(snapshot.today)]
        groups.offer([(group.id, group.called) for group in running], group_id)
        groups.currentIndexChanged.connect(lambda: holder.offer_agencies(self._desk.snapshot, groups.key))
        holder.offer_agencies(snapshot, self._group_id or groups.key)
        day = self._day()

        def keep(given: Given) -> None:
            made = self._deeds.open(self._group_id or groups.key, given["issue"], holder.agency_id, given["on"])
            self.lead_to(made.id)

        in_group: list[Input] = [] if self._group_id else [("group", "Group", groups)]
        inputs: list[Input] = [("issue", "Issue", issue), *in_group, ("agency", "Held by", holder), ("on", "From", day)]
        self.asking.ask("Add a ball: an issue that one agency at a time takes forward (§4.2)", "Add", inputs, keep)

    def show_chosen(self) -> None:
        chosen = self.chosen
        self.story.show_ball(self._desk.snapshot, chosen)
        self.foot.allow(_fitting(chosen) if chosen else set())
        self.show_agency(chosen.holder_id if chosen else None)

    def _lay_out(self) -> None:
        self.which.offer(_WHICH, "open")
        self.add.setToolTip("An issue that one agency at a time takes forward (A)")
        self.story.handover_requested.connect(self._correct_handover)
        self.lay_out([self.which], "Add a ball")

    def _ask_who_takes(self, ball: Ball) -> None:
        holder, day, note = HolderChooser(), self._day(), QLineEdit()
        holder.offer_agencies(self._desk.snapshot, ball.group_id or "")
        self.asking.ask(
            f"Who takes {in_quotes(ball.issue)}?",
            "Pass on",
            [("agency", "To", holder), ("on", "Day", day), ("note", "Note", note)],
            lambda given: self._deeds.pass_on(ball, holder.agency_id, given["on"], given["note"]),
        )

    def _settle(self, ball: Ball, other_day: bool) -> None:
        if other_day:
            self.asking.ask(
                f"Settled on which day? {in_quotes(ball.issue)}",
                "Settle",
                [("on", "Day", self._day())],
                lambda given: self._settle_on(ball, given["on"]),
            )
        else:
            self._desk.attempt(lambda: self._settle_on(ball, self._desk.snapshot.today))

    def _settle_on(self, ball: Ball, on: date) -> None:
        self._deeds.settle(ball, on)
        self.view.choose_first()

    def _day(self) -> DayEdit:
        snapshot = self._desk.snapshot
        return DayEdit("The day", snapshot, snapshot.today, past=True)

    def _correct_handover(self) -> None:
        if self.chosen and self.chosen.passed:
            correct_record(self._desk, self, self.chosen.passed[-1])


def ball_led_to(snapshot: Snapshot, identity: str) -> Ball | None:
    """The ball that something leads to: itself, or the one that was handed over."""
    handover = snapshot.find(Handover, identity)
    return snapshot.find(Ball, handover.ball_id if handover else identity)


def _fitting(ball: BallStanding) -> set[str]:
    return {"P", "S", "Enter"} if ball.open else {"O", "Enter"}


def _cannot(ball: BallStanding) -> str:
    return "This ball is in play already." if ball.open else "This ball is settled: O opens it again."
