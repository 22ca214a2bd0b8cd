"""The signal that is chosen, told in full: what was seen, why it matters, its limits, and the records behind it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal as News

from tracker.models.signals.behind import Behind, behind
from tracker.models.signals.limit_board import LimitRow, amount, with_unit
from tracker.models.signals.rule import Signal
from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.signals.signal_columns import NOT_ENOUGH, NOT_SEEN, URGENCY_LOOKS, aside_words, rank_of
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import label, primary_button

_MOST = 200
_COLUMNS = (
    Column("Day", lambda row: row.day, width=104, least=104),
    Column("Rests on", lambda row: row.words, lambda row: f"{row.what}: {row.words}", width=200, least=100, share=1),
)


class SignalCard(StoryCard):
    """`action_requested` when the button is pressed; `record_opened` carries a record behind the signal."""

    action_requested = News()
    record_opened = News(object)

    def __init__(self) -> None:
        super().__init__("The signal", facts=5)
        self.action = primary_button("Open")
        self.records = TableView(table := Table(_COLUMNS, lambda row: row.id, lambda row: [row.record]), "", 7 * UNIT)
        self.table = table
        self._nothing = label("", "quiet")
        self._lay_out_records()
        self.action.clicked.connect(self.action_requested)
        self.records.opened.connect(self._open)

    def show_signal(self, snapshot: Snapshot, signal: Signal, limits: Mapping[str, LimitRow], before: str = "") -> None:
        """Tells of a signal; `before` says how often it came before a fall, "" where too little is known."""
        rule, rank = signal.rule, rank_of(signal)
        section = f"§{rule.section}" if rule.section[:1].isdigit() else rule.section
        tone = URGENCY_LOOKS[rule.urgency][1] if not rank else ""
        figures = _sentence(signal.finding.figures or ("" if rank == NOT_SEEN else "Too little is recorded to tell"))
        word = {NOT_ENOUGH: "Not enough to tell. ", NOT_SEEN: "Not seen today. "}.get(rank, "")
        facts = (
            (f"{word}{figures}".strip(), tone if tone != "muted" else ""),
            (f"{_sentence(rule.why)} ({section})", ""),
            (aside_words(signal), ""),
            (limit_words(signal, limits), ""),
            (before, ""),
        )
        self.tell(rule.title, facts, [])
        self.action.setText(rule.action)
        self.action.setAccessibleName(rule.action)
        records = signal.finding.records[:_MOST]
        self.table.set_rows(behind(snapshot, record) for record in records)
        self.records.setVisible(bool(records))
        self._nothing.setVisible(not records)
        self._nothing.setText("It rests on what is not recorded." if rank != NOT_SEEN else "")

    def _open(self, row: object) -> None:
        if isinstance(row, Behind):
            self.record_opened.emit(row.record)

    def _lay_out_records(self) -> None:
        self._lines.hide()
        self._nothing.setWordWrap(True)
        self.records.setAccessibleName("What the signal rests on")
        self.records.setItemDelegate(LinesDelegate(self.records))
        self.records.setToolTip("Enter leads there")
        self._inner.addWidget(self._nothing, 1)
        self._inner.addWidget(self.records, 1)
        self._inner.setStretch(0, 4)
        self.add_link(self.action)


def limit_words(signal: Signal, limits: Mapping[str, LimitRow]) -> str:
    """The limits that a signal goes by: "Limit: 150 days (this office; usual 120)"."""
    told = []
    for limit in signal.rule.limits:
        row = limits[limit.key]
        usual = f" (this office; usual {amount(limit.usual)})" if row.is_own else ""
        told.append(f"{limit.label}: {with_unit(row.now, limit.unit)}{usual}")
    return " · ".join(told)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""
