"""Setting signals aside until a day, and bringing them back: one step of the office each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit

from tracker.models.dates import shown
from tracker.models.records.group import Group
from tracker.models.records.risk import SetAside
from tracker.models.signals.rule import Rule, Signal
from tracker.models.signals.setting_aside import brought_back, put_aside, usual_day
from tracker.models.signals.signals import set_aside
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.words import UNDO_HINT, count


class Asides:
    """Asks in a line of the page until when and why, and keeps the answer."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        self._desk = desk
        self._asking = asking

    def ask(self, group_id: str, rules: Sequence[Rule]) -> None:
        """Asks until when signals of a group are set aside; one that is set aside already gets another day."""
        snapshot = self._desk.snapshot
        before = set_aside(snapshot, group_id, rules[0])
        until = DayEdit("Until", snapshot, before.until if before else usual_day(snapshot.today))
        self._asking.ask(
            f"Set aside until when, and why? {snapshot.called(Group, group_id)}: {_named(rules)}",
            "Set aside",
            [("until", "Until", until), ("why", "Why it can wait", QLineEdit(before.why if before else ""))],
            lambda given: self._keep(group_id, rules, given),
        )

    def bring_back(self, signals: Sequence[Signal]) -> None:
        """They stand among the others again from today."""
        back = [brought_back(each.aside, self._desk.snapshot.today) for each in signals if each.aside]
        if back and self._desk.do(f"bring {_several(len(back))} back", *back):
            named = _named([each.rule for each in signals if each.aside])
            self._desk.said.emit(f"Brought back: {named}. {UNDO_HINT}")

    def _keep(self, group_id: str, rules: Sequence[Rule], given: dict[str, Any]) -> None:
        office, snapshot = self._desk.office, self._desk.snapshot
        saves = []
        for rule in rules:
            before = set_aside(snapshot, group_id, rule) or SetAside(
                id=office.mint(), group_id=group_id, signal=rule.key
            )
            saves.append(put_aside(before, given["until"], given["why"], snapshot.today))
        with office.step(f"set {_several(len(rules))} aside"):
            office.save(*saves)
        self._desk.said.emit(f"Set aside until {shown(given['until'])}: {_named(rules)}. {UNDO_HINT}")


def _several(number: int) -> str:
    return "a signal" if number == 1 else f"{number:,} signals"


def _named(rules: Sequence[Rule]) -> str:
    return rules[0].title if len(rules) == 1 else count(len(rules), "signal")
