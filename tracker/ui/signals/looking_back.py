"""How often each signal came before a fall in this office: looked up beside the window, and kept while it is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.models.signals.back_test import BackTest, back_test
from tracker.models.signals.every import RULES
from tracker.models.signals.rule import Case, Finding, Rule
from tracker.models.snapshot import Snapshot
from tracker.ui.desk import Desk
from tracker.ui.job import Cancelled, Job, Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class LookingBack(QObject):
    """`done` when the counts are there; `told` is None before. It takes a while: some milliseconds a day looked at."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._snapshot: Snapshot | None = None
        self._job: Job | None = None
        self.told: BackTest | None = None

    @property
    def running(self) -> bool:
        """Whether it is being looked up now."""
        return self._job is not None

    def words_of(self, key: str) -> str:
        """How often a signal came before a fall; "" while nothing is known, or too little."""
        rows = self.told.rows if self.told else ()
        return next((row.words for row in rows if row.rule.key == key and row.enough), "")

    def start(self, owner: QWidget) -> None:
        """Looks it up, unless that was done since the last change. Whoever asks stops it when it is hidden."""
        snapshot = self._desk.snapshot
        if self._job is not None or snapshot is self._snapshot:
            return
        self._snapshot = snapshot
        # A thread may not reach for the file: everything is read before.
        self._job = Job(_work(snapshot.complete()), owner)
        self._job.done.connect(self._take)
        self._job.start()

    def stop(self) -> None:
        """Gives up what is being looked up, and waits for its end."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
            self._job = None
            self._snapshot = None

    def _take(self, told: object) -> None:
        self._job = None
        if isinstance(told, BackTest):
            self.told = told
            self.done.emit()


def looking_back_of(desk: Desk) -> LookingBack:
    """The one of a desk, made when it is first wanted."""
    found: LookingBack | None = desk.findChild(LookingBack)
    return found or LookingBack(desk)


class _GivenUpError(Exception):
    """Nobody waits for it any more."""


def _work(snapshot: Snapshot) -> Callable[[Progress, Cancelled], BackTest | None]:
    def work(progress: Progress, cancelled: Cancelled) -> BackTest | None:
        try:
            return back_test(snapshot, [_stopping(rule, cancelled) for rule in RULES])
        except _GivenUpError:
            return None

    return work


def _stopping(rule: Rule, cancelled: Cancelled) -> Rule:
    """The rule, which looks no further once the person has gone on."""

    def look(case: Case) -> Finding:
        if cancelled():
            raise _GivenUpError
        return rule.look(case)

    return replace(rule, look=look)
