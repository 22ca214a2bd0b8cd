"""Reads what the signals' rules say, once for all pages: a slice at a time, and the window stays alive meanwhile."""

from collections.abc import Mapping
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtCore import Signal as News
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tracker.models.records import (
    Attendance,
    Commitment,
    Contribution,
    Group,
    Meeting,
    Membership,
    Rating,
    Reading,
    Record,
    Result,
    StageJudgement,
)
from tracker.models.records import (
    Mapping as Claim,
)
from tracker.models.signals.rule import Signal
from tracker.models.signals.signals import all_signals, most_urgent_first
from tracker.models.snapshot import Snapshot
from tracker.ui.desk import Desk

# What one slice may take, in seconds: less than is felt while typing or scrolling.
_SLICE = 0.012
# After a change, a reading that ends within this time is shown with the change itself, in seconds.
AT_ONCE = 0.04
# What a large office has most of is fetched kind by kind: all of it with the first group would be felt.
_KINDS: tuple[type[Record], ...] = (
    Commitment,
    Contribution,
    Result,
    Attendance,
    Rating,
    Meeting,
    Claim,
    Reading,
    StageJudgement,
    Membership,
)

Seen = Mapping[str, tuple[Signal, ...]]


class SignalReader(QObject):
    """`read` is told when a reading has come to its end that could not end at once."""

    read = News()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: QWidget | None = None
        self._snapshot: Snapshot | None = None
        self._said: dict[str, tuple[Signal, ...]] = {}
        self._kinds: list[type[Record]] = []
        self._waiting: list[str] = []
        self._whole = False
        self._seen: Seen | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_on)

    @property
    def seen(self) -> Seen | None:
        """What is seen and not set aside, by group, most urgent first, as last read; None before the first reading."""
        return self._seen

    @property
    def reading(self) -> bool:
        """Whether a reading goes on that could not end at once."""
        return self._timer.isActive()

    @property
    def everything(self) -> tuple[Signal, ...]:
        """The same over all groups."""
        return tuple(signal for several in (self._seen or {}).values() for signal in several)

    def ask(self, page: QWidget, seconds: float = 0.0, group_id: str = "") -> bool:
        """Reads all groups, or one, for a page; returns whether that is done within `seconds`.

        If not, it goes on while the page is in view.
        """
        self._page = page
        self._begin()
        assert self._snapshot is not None
        wanted = [group_id] if group_id else [group.id for group in self._snapshot.of(Group)]
        self._waiting = [one for one in wanted if one not in self._said]
        self._whole = not group_id
        self._read_for(seconds)
        if self._waiting:
            self._timer.start()
        return not self._waiting

    def of_group(self, group_id: str) -> tuple[Signal, ...]:
        """What every rule says of one group now, whatever it says; nothing of a group that does not run."""
        self._begin()
        assert self._snapshot is not None
        if group_id not in self._said:
            self._said[group_id] = all_signals(self._snapshot, [self._snapshot.one(Group, group_id)])
        return self._said[group_id]

    def seen_in(self, group_id: str) -> tuple[Signal, ...]:
        """What is seen in one group now and is not set aside, the most urgent first."""
        return _to_show(self.of_group(group_id))

    def _begin(self) -> None:
        """After a change there is another snapshot, and everything is read anew."""
        snapshot = self._desk.snapshot
        if snapshot is not self._snapshot:
            self._snapshot = snapshot
            self._said = {}
            self._kinds = list(_KINDS)

    def _read_on(self) -> None:
        # Nobody waits for it any more: the office may be closed, and its records out of reach.
        if self._page is None or not isValid(self._page) or not self._page.isVisible():
            self._timer.stop()
            return
        self._read_for(_SLICE)
        if not self._waiting:
            self._timer.stop()
            self.read.emit()

    def _read_for(self, seconds: float) -> None:
        assert self._snapshot is not None
        until = perf_counter() + seconds
        while self._waiting and perf_counter() < until:
            if self._kinds:
                self._snapshot.of(self._kinds.pop())
            else:
                self.of_group(self._waiting[-1])
                self._waiting.pop()
        if not self._waiting:
            self._timer.stop()
            if self._whole:
                self._seen = {group_id: _to_show(several) for group_id, several in self._said.items()}


def reader_of(desk: Desk) -> SignalReader:
    """The one reader of a desk, made when it is first wanted."""
    found: SignalReader | None = desk.findChild(SignalReader)
    return found or SignalReader(desk)


def _to_show(several: tuple[Signal, ...]) -> tuple[Signal, ...]:
    return most_urgent_first(signal for signal in several if signal.is_seen and signal.aside is None)
