"""Handing over a seat: who leaves which groups on which day, who takes over, and what passes to whom; in one step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from tracker.models.dates import shown
from tracker.models.fields import Field, FieldType
from tracker.models.mistake import Mistake
from tracker.models.records import Group, Person, Role
from tracker.models.transfer import Transfer, transferred
from tracker.models.transfer_rows import agency_that_would_change, groups_of, successors, transfer_rows, who_can_leave
from tracker.models.transfer_words import transfer_words
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.moving.hand_list import HandList
from tracker.ui.moving.step_dialog import StepDialog, given_day, plain
from tracker.ui.record_dialog import add_record
from tracker.ui.reference_input import ReferenceInput

_ALL = "all"
_TAKER = Field("Who takes over", FieldType.REFERENCE, name="successor_id", refers_to="Person")
_NO_ROWS = "No role and no open promise goes with the seat."


class TransferDialog(StepDialog):
    """Roles and open promises are proposed to the successor; each can go elsewhere, or stay."""

    def __init__(self, desk: Desk, parent: QWidget | None, group_id: str, person_id: str) -> None:
        """`group_id` "" proposes to leave all groups; `person_id` "" asks who leaves."""
        super().__init__(desk, parent, "Hand over a seat", "&Hand over")
        self._group_id = group_id
        self.who = KeyedCombo("Who leaves")
        self.where = KeyedCombo("From which groups")
        self.last_day = DayEdit("Last day", desk.snapshot, desk.snapshot.today)
        self.successor = ReferenceInput(_TAKER, "a person")
        self.across = QCheckBox()
        self.note = QLineEdit()
        self.list = HandList("What passes on", "Role or promise", _NO_ROWS)
        self._offer_people(person_id)
        self._lay_out_inputs()
        self._connect()
        self._show_person()
        self.successor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def transfer(self) -> Transfer:
        """What has been answered so far. Raises Mistake for a day or a name that cannot be read."""
        rows = {line.id: line.row.held for line in self.list.lines}
        pairs = self.list.pairs
        return Transfer(
            person_id=self.who.key,
            on=given_day(self.last_day),
            group_ids=() if self.where.key in (_ALL, "") else (self.where.key,),
            successor_id=self.successor.value or "",
            roles=tuple(pair for pair in pairs if isinstance(rows[pair[0]], Role)),
            promises=tuple(pair for pair in pairs if not isinstance(rows[pair[0]], Role)),
            across=self.across.isChecked() and not self.across.isHidden(),
            note=self.note.text(),
        )

    def words(self) -> tuple[str, ...]:
        if not self.who.key:
            raise Mistake("Nobody sits here who could leave: give somebody a seat first.")
        self._show_rows()
        return transfer_words(self.desk.snapshot, self.transfer)

    def keep(self) -> str:
        transfer = self.transfer
        snapshot = self.desk.snapshot
        self.do("hand over a seat", transferred(snapshot, transfer, self.desk.office.mint))
        who = snapshot.called(Person, transfer.person_id)
        return f"Handed over: {who}, last day {shown(transfer.on)}."

    def add_person(self) -> None:
        """Asks for somebody who is not known yet, of the same agency unless another is given."""
        leaver = self.desk.snapshot.find(Person, self.who.key)
        made = add_record(self.desk, self, Person, agency_id=leaver.agency_id if leaver else None)
        if made is not None:
            self._offer_successors()
            self.successor.set_value(made.id)
            self.refresh()

    def _offer_people(self, person_id: str) -> None:
        snapshot = self.desk.snapshot
        people = who_can_leave(snapshot, self._group_id)
        asked = snapshot.find(Person, person_id)
        if asked is not None and asked not in people:
            people = (asked, *people)
        self.who.offer([(person.id, person.name) for person in people], person_id)

    def _lay_out_inputs(self) -> None:
        self.ask("Who &leaves", self.who)
        self.ask("&From", self.where)
        self.ask_day("La&st day", self.last_day)
        self.ask("Who &takes over from the next day", self.successor)
        self.note.setPlaceholderText("Where they went, or why; it stands with the seat")
        self.note.setMaxLength(300)
        self.ask("&Note", self.note, wide=True)
        self.body.addWidget(self.across)
        self.body.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.who.currentIndexChanged.connect(self._show_person)
        self.where.currentIndexChanged.connect(self.refresh)
        self.successor.changed.connect(self.refresh_soon)
        self.successor.left.connect(self.refresh)
        self.successor.add_requested.connect(self.add_person)
        self.across.toggled.connect(self.refresh)
        self.list.changed.connect(self.refresh)

    def _show_person(self) -> None:
        """Asks about the person who was chosen: their groups, and who could take over."""
        groups = groups_of(self.desk.snapshot, self.who.key)
        known = {group.id for group in groups}
        options = [(group.id, group.called) for group in groups]
        if self._group_id and self._group_id not in known:
            options.insert(0, (self._group_id, self.desk.snapshot.called(Group, self._group_id)))
        if len(options) > 1:
            options.append((_ALL, "Both groups" if len(options) == 2 else f"All {len(options)} groups"))
        self.where.offer(options, self._group_id or options[-1][0] if options else "")
        self.list.forget()
        self.successor.set_value(None)
        self._offer_successors()
        self.refresh()

    def _offer_successors(self) -> None:
        if self.who.key:
            bare = Transfer(person_id=self.who.key, on=self.desk.snapshot.today)
            self.successor.offer([(person.id, words) for person, words in successors(self.desk.snapshot, bare)])

    def _show_rows(self) -> None:
        """The rows as they are for this day, this successor and these groups. Raises Mistake if one cannot be read."""
        snapshot, transfer = self.desk.snapshot, self.transfer
        agency = agency_that_would_change(snapshot, transfer)
        self.across.setVisible(bool(agency))
        self.across.setText(f"The seat p&asses to {plain(agency)}, and the promises with it" if agency else "")
        self.list.set_rows(transfer_rows(snapshot, self.transfer))
