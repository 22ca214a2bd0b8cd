"""Several agencies at once: who shares the credit, or where a lesson is to be carried back."""

import itertools
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.flow_box import FlowBox

_SMALL = "QPushButton { padding: 2px 8px; font-size: 12px; min-height: 16px; }"
_STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Toggle(QPushButton):
    """Leaves the arrow keys to the row, which knows what lies beside it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_STEP, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class AgencyToggles(QWidget):
    """One stop of the Tab key: Left and Right move, the space bar ticks."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._options: tuple[tuple[str, str], ...] = ()
        self._toggles: dict[str, _Toggle] = {}
        self._follows: QWidget | None = None
        self._flow = FlowBox()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the agencies that are ticked, as they stand in the row."""
        return tuple(key for key, toggle in self._toggles.items() if toggle.isChecked())

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offers agencies as pairs of id and name; those that are ticked stay so."""
        if tuple(options) == self._options:
            return
        chosen = self.chosen
        self._options = tuple(options)
        self._toggles = {key: self._make_toggle(name) for key, name in options}
        self._flow.set_parts(list(self._toggles.values()))
        self._set_tab_order()
        self.choose(chosen)
        self._stop_at(0)
        self._fit()

    def choose(self, keys: Iterable[str]) -> None:
        """Ticks these and no others, and says nothing of it."""
        wanted = set(keys)
        for key, toggle in self._toggles.items():
            if toggle.isChecked() != (key in wanted):
                toggle.setChecked(key in wanted)

    def follow(self, widget: QWidget) -> None:
        """The widget after which the Tab key comes to the agencies."""
        self._follows = widget
        self._set_tab_order()

    def focus(self) -> None:
        """Takes the keyboard to the agency that the Tab key would come to."""
        stops = [toggle for toggle in self._toggles.values() if toggle.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        toggles = list(self._toggles.values())
        place = next((place for place, toggle in enumerate(toggles) if toggle.hasFocus()), -1)
        step = _STEP.get(Qt.Key(event.key()))
        if place < 0 or step is None:
            super().keyPressEvent(event)
            return
        there = (place + step) % len(toggles)
        self._stop_at(there)
        toggles[there].setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    def _make_toggle(self, name: str) -> _Toggle:
        toggle = _Toggle(name)
        toggle.setCheckable(True)
        toggle.setAutoDefault(False)
        toggle.setStyleSheet(_SMALL)
        toggle.setAccessibleName(name)
        toggle.clicked.connect(self.changed)
        return toggle

    def _set_tab_order(self) -> None:
        # Qt puts new widgets at the very end of the page.
        if self._follows is not None:
            for before, after in itertools.pairwise((self._follows, *self._toggles.values())):
                QWidget.setTabOrder(before, after)

    def _stop_at(self, stop: int) -> None:
        for place, toggle in enumerate(self._toggles.values()):
            toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus)

    def _fit(self) -> None:
        self.setFixedHeight(max(self._flow.height_for(max(1, self.width())), 1))
