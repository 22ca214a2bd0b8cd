"""Load: what each person carries over all running groups, to see who would leave the largest hole (§7.2)."""

from PySide6.QtWidgets import QLineEdit

from tracker.models.dates import shown
from tracker.models.figures.load import PersonLoad, over_half, people_load
from tracker.models.figures.promises import Promise, promises
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.network.group_combo import GroupCombo
from tracker.ui.network.load_columns import load_columns
from tracker.ui.network.side import NetworkSide
from tracker.ui.network.story_box import StoryBox
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT
from tracker.ui.table import Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState, link_button

_NOTHING = "Once people have a seat, a role or a promise in a group, what each of them carries stands here."


class LoadSide(NetworkSide):
    """By name until somebody sorts: people are told of, never ranked. Enter opens the person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filter = QLineEdit()
        self.which = GroupCombo()
        self.view = TableView(Table(load_columns(), lambda load: str(load.id)), "load", 11 * UNIT)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.story = StoryCard("Nobody is chosen", 2)
        self._open_link = link_button("Open the person", "user")
        self._lay_out()
        self._connect()

    @property
    def summary(self) -> tuple[str, str]:
        snapshot = self._desk.snapshot
        most = over_half(snapshot, group_id=self.which.group_id)
        where = f" of {self.which.currentText()}" if self.which.group_id else ""
        as_at = f"as at {shown(snapshot.today)}"
        if most is None:
            return f"Nobody holds over half of the open promises{where} · {as_at}", ""
        return f"{most.words}{where}: over half rests on one person (§7.2) · {as_at}", "warning"

    def refill(self) -> None:
        self.which.offer_groups(self._desk.snapshot)
        self.view.table.set_rows(people_load(self._desk.snapshot, group_id=self.which.group_id))
        self._choose_first()

    def take_focus(self) -> None:
        self.view.setFocus()

    def lead_to(self, identity: str) -> bool:
        if not self.view.table.index_of(identity).isValid():
            return False
        self.view.choose(identity)
        return True

    def _lay_out(self) -> None:
        self.story.add_link(self._open_link)
        self.card = FilteredCard("Load", self.view, EmptyState(_NOTHING), self.filter, [self.which])
        self._column.addWidget(StoryBox(self.card, self.story))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self._narrow)
        self.view.opened.connect(lambda load: self._go_to_person(load.id))
        self.view.chosen.connect(self._tell)
        self._open_link.clicked.connect(self._open_chosen)

    def _choose_first(self) -> None:
        if self.view.chosen_row is None and self.view.table.rows:
            self.view.choose(self.view.table.key_at(self.view.table.index(0, 0)))
        self._tell()

    def _filter(self, text: str) -> None:
        self.view.table.set_filter(text)
        self._choose_first()

    def _narrow(self) -> None:
        self.refill()
        self.summary_changed.emit()

    def _open_chosen(self) -> None:
        if isinstance(load := self.view.chosen_row, PersonLoad):
            self._go_to_person(load.id)

    def _tell(self) -> None:
        load = self.view.chosen_row
        self._open_link.setVisible(load is not None)
        self.story.setVisible(bool(self.view.table.total))
        if not isinstance(load, PersonLoad):
            self.story.tell("Nobody is chosen", [("", "")] * 2, [])
            return
        person, snapshot = load.person, self._desk.snapshot
        post = "" if person.post == person.name else person.post
        facts = [
            (", ".join(part for part in (post, load.agency) if part), ""),
            (load.words, ""),
        ]
        lines = [
            *(("Sits in", group) for group in load.groups),
            *(("Alone for", seat) for seat in load.sole),
            *(("Role", role) for role in load.roles),
            *(_promised(promise) for promise in promises(snapshot, person_id=person.id, unsettled=True)),
        ]
        self.story.tell(person.name, facts, lines)


def _promised(promise: Promise) -> tuple[str, str]:
    return f"Due {shown(promise.commitment.due)}" if promise.commitment.due else "Promised", promise.commitment.text
