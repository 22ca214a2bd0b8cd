"""Overlap: which groups share agencies and people, and who is the only bridge between two of them."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit

from tracker.models.dates import shown
from tracker.models.figures.bridges import Bridge, Bridges, bridges
from tracker.models.figures.overlap import overlaps
from tracker.models.records import Agency, Person, Record
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.network.group_combo import GroupCombo
from tracker.ui.network.overlap_columns import OVERLAP_COLUMNS, PairRow
from tracker.ui.network.pair_card import PairCard
from tracker.ui.network.side import NetworkSide
from tracker.ui.network.story_box import StoryBox
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState
from tracker.ui.words import count

FIRST, OTHER, BRIDGE = "1", "2", "B"
_OFFERS = (
    (FIRST, "Open the first group", "Goes to the group named first (Enter too)"),
    (OTHER, "Open the other", "Goes to the group named second"),
    (BRIDGE, "Open the bridge", "Goes to the person or the agency that alone joins the two"),
)
_NOTHING = "Once two groups run, what they share stands here: agencies, people, and who alone joins them."
_NOTHING_SHARED = "No agency and no person sits in two of these groups. Choose “All pairs” above to see them all."


class OverlapSide(NetworkSide):
    """Pairs by name until somebody sorts; the chosen pair is told beside them, with both purposes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filter = QLineEdit()
        self.which = GroupCombo()
        self.shared = KeyedCombo("Which pairs", 34)
        self.shared.offer([("shared", "That overlap"), ("all", "All pairs")])
        table = HeadedTable(OVERLAP_COLUMNS, lambda row: str(row.id), lambda name, rows: name)
        table.records = self._behind
        self.view = KeyedView(table, "overlap", FIRST + OTHER + BRIDGE)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.foot = FootRow(_OFFERS)
        self.pair = PairCard()
        self._bridges = Bridges((), ())
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> PairRow | None:
        """The chosen pair; None if there is none."""
        row = self.view.chosen_row
        return row if isinstance(row, PairRow) else None

    @property
    def summary(self) -> tuple[str, str]:
        found = self._bridges
        pairs = {(bridge.one.id, bridge.other.id) for bridge in (*found.people, *found.agencies) if bridge.alone}
        as_at = f"as at {shown(self._desk.snapshot.today)}"
        if not pairs:
            return f"No two groups are joined by one agency or one person alone · {as_at}", ""
        hang = "hang" if len(pairs) > 1 else "hangs"
        return f"{count(len(pairs), 'pair')} of groups {hang} on one agency or one person alone · {as_at}", "warning"

    def refill(self) -> None:
        snapshot = self._desk.snapshot
        self.which.offer_groups(snapshot)
        found = self._bridges = bridges(snapshot, group_id=self.which.group_id)
        pairs = overlaps(snapshot, group_id=self.which.group_id)
        between = found.by_pair()
        rows = [PairRow(pair, between.get(frozenset((pair.one.id, pair.other.id)), ())) for pair in pairs]
        self._empty.say(_NOTHING_SHARED if rows else _NOTHING)
        self.view.table.set_rows(row for row in rows if row.shares or self.shared.key == "all")
        self.foot.setVisible(bool(self.view.table.total))
        self.view.choose_first()
        self._tell()

    def take_focus(self) -> None:
        self.view.setFocus()

    def press(self, key: str) -> None:
        """Goes to what the key stands for."""
        row = self.chosen
        if row is None:
            return
        if key == BRIDGE:
            if row.bridges:
                self._go_to_bridge(row.bridges[0])
            return
        self._go_to_group((row.pair.one if key == FIRST else row.pair.other).id)

    def _lay_out(self) -> None:
        self._empty = EmptyState(_NOTHING)
        card = FilteredCard("Pairs of groups", self.view, self._empty, self.filter, [self.which, self.shared])
        card.body.addWidget(self.foot)
        self._column.addWidget(StoryBox(card, self.pair, 130 * UNIT))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self._narrow)
        self.shared.currentIndexChanged.connect(self._narrow)
        self.view.opened.connect(lambda: self.press(FIRST))
        self.view.key_typed.connect(self.press)
        self.foot.chosen.connect(self.press)
        self.view.chosen.connect(self._tell)
        self.pair.group_requested.connect(self._go_to_group)

    def _filter(self, text: str) -> None:
        self.view.table.set_filter(text)
        self.view.choose_first()

    def _narrow(self) -> None:
        self.refill()
        self.summary_changed.emit()

    def _tell(self) -> None:
        row = self.chosen
        self.pair.tell(row.pair if row else None, self._bridges)
        allowed = {FIRST, OTHER} if row else set()
        self.foot.allow(allowed | ({BRIDGE} if row and row.bridges else set()))

    def _behind(self, row: PairRow) -> Iterator[Record]:
        """What a row tells of: where one of these may not leave, the row stays."""
        yield from (row.pair.one, row.pair.other)
        for bridge in row.bridges:
            kind: type[Record] = Person if bridge.is_person else Agency
            yield self._desk.snapshot.one(kind, bridge.party_id)

    def _go_to_bridge(self, bridge: Bridge) -> None:
        if bridge.is_person:
            self._go_to_person(bridge.party_id)
        else:
            self._go_to_agency(bridge.party_id)
