"""Moving forward (§7.2): tactics for the group's stage, each a commitment in one step, and did it help?"""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from tracker.models.figures.forward import Forward, TacticPromise, TacticRow, forward
from tracker.models.figures.lane import Lane
from tracker.models.records import Agency, Commitment, Group, Membership, Person, StageJudgement
from tracker.models.records.commitment import Helped
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.forward.forward_card import ForwardCard
from tracker.ui.forward.forward_columns import ForwardRow, forward_columns, heading_words, part_of
from tracker.ui.forward.forward_deeds import ForwardDeeds, named
from tracker.ui.forward.owners import owners
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.counts_card import CountsCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.signs import Signs
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.stage_badge import lane_word
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState, quiet_button

_COMMIT, _OTHERS, _CORRECT = "C", "O", "Enter"
_HELPED = {"Y": Helped.YES, "L": Helped.PARTLY, "N": Helped.NO}
_OFFERS = (
    (_COMMIT, "Make it a commitment", "Asks who does it and by when, and keeps it as a promise of the group"),
    ("Y", "It helped", "Says of a commitment made before that it helped. With Shift: on another day, with a note"),
    ("L", "A little", "It helped a little. With Shift: on another day, with a note"),
    ("N", "It did not", "It did not help. With Shift: on another day, with a note"),
    (_OTHERS, "Other stages", "Shows the tactics of the other stages too, or hides them"),
    (_CORRECT, "Open", "Opens the commitment to put it right"),
)
# A promise made without a thought of the date is due in four weeks.
_USUAL_DAYS = 28


class ForwardSide(Page):
    """Without a stage all tactics are shown, by stage; in a closed group what was tried in it."""

    kinds = frozenset({Group, StageJudgement, Commitment, Membership, Agency, Person})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._others = False
        self._forward: Forward | None = None
        self._deeds = ForwardDeeds(desk)
        self.table = HeadedTable(forward_columns(Signs()), lambda row: str(row.id), heading_words)
        self.table.set_part(part_of)
        self.view = KeyedView(self.table, "forward", "CYLNO", 12 * UNIT)
        self.foot = FootRow(_OFFERS)
        self.asking = Asking()
        self.story = ForwardCard()
        self.judge = quiet_button("Judge the stage")
        self._empty = EmptyState("")
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Moving forward"

    @property
    def words(self) -> str:
        """What stands here, in a line."""
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return ""
        # Read anew: the line above is written before the side has heard of a change.
        found = forward(self.desk.snapshot, self._group_id)
        if found.closed:
            return "The group is closed: what was tried in it"
        if found.lane is None:
            why = "The stage is not clear" if found.judged else "No stage has been judged yet"
            return f"{why}: the tactics of all stages are shown"
        asking = f" · of {found.asking:,} made before nobody has said whether they helped" if found.asking else ""
        where = "the crossover" if found.lane is Lane.CROSSOVER else lane_word(found.lane)
        return f"In {where}{asking}"

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self.asking.leave()
            self._others = False
            self._group_id = place.group_id
        self.refill()
        if place.record_id and self._lead_to(place.record_id):
            self.press(_COMMIT)

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return
        found = self._forward = forward(snapshot, self._group_id)
        rows: list[ForwardRow] = [*found.suited, *found.promises]
        if self._others or (found.lane is None and not found.closed):
            rows += [row for row in found.rows if not row.suits]
        self.table.set_rows(rows)
        self._empty.say("Nothing was tried here that came from a stage's tactics (§7.2).")
        self.judge.setVisible(found.lane is None and not found.closed)
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the list, so that its keys work at once."""
        self.view.setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with what is chosen."""
        rows = self.view.chosen_rows
        if key == _OTHERS:
            self._others = not self._others
            self.refill()
        elif rows and key == _COMMIT:
            self._ask_for_promise(rows[0])
        elif rows and key == _CORRECT:
            self._open(rows[0])
        elif rows:
            self._say_helped([row for row in rows if isinstance(row, TacticPromise)], _HELPED[key], other_day)

    def _ask_for_promise(self, row: ForwardRow) -> None:
        snapshot, tactic = self.desk.snapshot, row.tactic
        if self._forward is not None and self._forward.closed:
            self.desk.mistaken.emit("The group is closed: nothing more is promised in it.")
            return
        offered = owners(snapshot, self._group_id)
        if not offered:
            self.desk.mistaken.emit("Nobody is at the table yet: add the group's members on its People side first.")
            return
        owner = KeyedCombo("Who does it", 60)
        owner.offer([("", "Choose who"), *offered], "")
        due = DayEdit("By when", snapshot, snapshot.today + timedelta(days=_USUAL_DAYS))
        due.count_from(snapshot, self._group_id)
        text = QLineEdit(tactic.text)
        text.setCursorPosition(0)
        self._box.make_room(True)
        self.asking.ask(
            "Who does it, and by when?",
            "Make it a commitment",
            [("owner", "Who", owner), ("due", "By when", due), ("text", "What", text)],
            lambda given: self._deeds.promise(self._group_id, tactic, given["text"], given["owner"], given["due"]),
        )

    def _say_helped(self, rows: list[TacticPromise], helped: Helped, other_day: bool) -> None:
        snapshot = self.desk.snapshot
        if not rows:
            self.desk.mistaken.emit("Whether it helped is said of a commitment: C makes this tactic one.")
        elif not other_day:
            self.desk.attempt(lambda: self._deeds.say_helped(rows, helped, snapshot.today))
        else:
            day = DayEdit("The day", snapshot, snapshot.today, past=True)
            self._box.make_room(True)
            self.asking.ask(
                f"{helped.label}: looked at on which day? {named(rows)}",
                helped.label,
                [("on", "Day", day), ("note", "What it did", QLineEdit(rows[0].promise.commitment.helped_note))],
                lambda given: self._deeds.say_helped(rows, helped, given["on"], given["note"]),
            )

    def _open(self, row: ForwardRow) -> None:
        # Forms are imported when the first one is opened.
        from tracker.ui.commitments.promise_form import correct_promise

        if isinstance(row, TacticPromise):
            correct_promise(self.desk, self, row.promise.commitment)
        elif row.promises:
            correct_promise(self.desk, self, (row.under_way or row.promises[0].promise).commitment)
        else:
            self.desk.mistaken.emit("Nothing has been promised of it yet: C makes it a commitment.")

    def _lead_to(self, identity: str) -> bool:
        """Chooses a tactic by its key, or a promise. Returns whether it is a tactic."""
        if not self.table.index_of(identity).isValid():
            self._others = True
            self.refill()
        self.view.choose(identity)
        self.view.setFocus()
        return isinstance(self.view.chosen_row, TacticRow)

    def _show_chosen(self) -> None:
        rows = self.view.chosen_rows
        self._box.show_story(bool(rows))
        if rows and self._forward:
            self.story.show_row(rows[0], self._forward)
        made = any(isinstance(row, TacticPromise) for row in rows)
        opens = bool(rows) and (made or bool(rows[0].promises))
        keys = {_OTHERS} | (set(_HELPED) if made else set()) | ({_CORRECT} if opens else set())
        self.foot.allow(keys | ({_COMMIT} if rows and self._forward and not self._forward.closed else set()))

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.view.setFocus()

    def _lay_out(self) -> None:
        self.view.setSortingEnabled(False)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.judge.setToolTip("Leads to the trajectory, where the stage is judged")
        card = CountsCard("Moving forward", self.view, self._empty, self.judge)
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        self._box = StoryBox(card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box, 1)

    def _connect(self) -> None:
        self.judge.clicked.connect(lambda: self.desk.go(Place("group", self._group_id, "life-cycle/trajectory")))
        self.foot.chosen.connect(self.press)
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press(_CORRECT))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
