"""One input for each way that a field is kept. Each gives its value, or a Mistake that says what cannot be read."""

from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from tracker.models.choice import Choice
from tracker.models.fields import Field, FieldType
from tracker.models.mistake import Mistake
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import DayEdit
from tracker.ui.style import UNIT
from tracker.ui.widgets import Button


class Input(QWidget):
    """What all inputs have: a value, news when it changes, and a red edge when it is wrong."""

    changed = Signal()
    left = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(UNIT)

    @property
    def value(self) -> Any:
        """The value as the record keeps it. Raises Mistake if what was typed cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        raise NotImplementedError

    def mark(self, wrong: bool) -> None:
        """Draws or removes the red edge."""
        target = self.focusProxy() or self
        target.setProperty("wrong", "true" if wrong else "false")
        target.style().unpolish(target)
        target.style().polish(target)

    def _take(self, widget: QWidget, stretch: int = 1) -> None:
        widget.setAccessibleName(self.field.heading)
        widget.setAccessibleDescription(self.field.help)
        self.row.addWidget(widget, stretch)
        self.setFocusProxy(widget)


class LineInput(Input):
    """One line of text."""

    def __init__(self, field: Field, edit: QLineEdit | None = None) -> None:
        super().__init__(field)
        self.edit = edit or QLineEdit()
        self.edit.textChanged.connect(self.changed)
        self.edit.editingFinished.connect(self.left)
        self._take(self.edit)

    @property
    def value(self) -> Any:
        return self.edit.text().strip()

    def set_value(self, value: Any) -> None:
        self.edit.setText(value or "")
        self.edit.setCursorPosition(0)


class TextInput(Input):
    """Text of any length; Tab leads on."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        # A title is a line or two; a story has room for four.
        self.edit.setFixedHeight(11 * UNIT if field.name == "name" else 20 * UNIT)
        self.edit.textChanged.connect(self.changed)
        self._take(self.edit)

    @property
    def value(self) -> Any:
        return self.edit.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        self.edit.setPlainText(value or "")


class DayInput(LineInput):
    """A date, typed in any usual way, said as in a line, or picked from the calendar; shown as 12 Jun 2008."""

    def __init__(self, field: Field, snapshot: Snapshot, group_id: str, *, past: bool) -> None:
        self._day = DayEdit(field.heading, snapshot, past=past)
        self._day.count_from(snapshot, group_id)
        super().__init__(field, self._day)
        self._pick = Button("", "calendar")
        self._pick.setAccessibleName(f"Calendar for {field.label}")
        self._pick.setToolTip("Pick the day from a calendar")
        self._pick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._pick.clicked.connect(self._open_calendar)
        self.row.addWidget(self._pick)

    @property
    def value(self) -> Any:
        return self._day.day

    def set_value(self, value: Any) -> None:
        self._day.set_day(value)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        with suppress(Mistake):
            if day := self.value:
                calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(lambda day: self.set_value(day.toPython()))
        calendar.clicked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.edit.mapToGlobal(QPoint(0, self.edit.height())))


class NumberInput(LineInput):
    """A whole or an exact decimal number; commas and spaces between thousands do no harm."""

    @property
    def value(self) -> Any:
        text = self.edit.text().strip()
        bare = text.replace(",", "").replace(" ", "").removeprefix("$")
        if not bare:
            return None
        try:
            return int(bare) if self.field.kept_as is FieldType.WHOLE else Decimal(bare)
        except (ValueError, InvalidOperation) as error:
            kind = "whole number" if self.field.kept_as is FieldType.WHOLE else "number"
            raise Mistake(f"“{text}” is no {kind}: write it in figures, such as 12.") from error

    def set_value(self, value: Any) -> None:
        self.edit.setText("" if value is None else f"{value:,}")


class YesNoInput(Input):
    """A tick."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.box = QCheckBox(field.label)
        self.box.toggled.connect(self.changed)
        self._take(self.box)

    @property
    def value(self) -> Any:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class ChoiceInput(Input):
    """One word of a fixed list."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        assert field.choices is not None
        self.combo = QComboBox()
        self.combo.setMinimumContentsLength(8)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._members: list[Choice | None] = [None, *field.choices]
        for member in self._members:
            self.combo.addItem(member.label if member else "")
        self.combo.currentIndexChanged.connect(self.changed)
        self._take(self.combo)

    @property
    def value(self) -> Any:
        return self._members[self.combo.currentIndex()]

    def set_value(self, value: Any) -> None:
        self.combo.setCurrentIndex(self._members.index(value))


class TicksInput(Input):
    """Any number out of a list, one tick each."""

    def __init__(self, field: Field, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__(field)
        self._ticks: list[tuple[Any, QCheckBox]] = []
        column = QVBoxLayout()
        column.setSpacing(UNIT)
        for key, word in options:
            tick = QCheckBox(word)
            tick.setAccessibleName(f"{field.label}: {word}")
            tick.toggled.connect(self.changed)
            column.addWidget(tick)
            self._ticks.append((key, tick))
        self.row.addLayout(column)
        self.setAccessibleName(field.heading)
        if self._ticks:
            self.setFocusProxy(self._ticks[0][1])
        else:
            column.addWidget(QLabel("There is nothing to choose from yet."))

    @property
    def value(self) -> Any:
        return tuple(key for key, tick in self._ticks if tick.isChecked())

    def set_value(self, value: Any) -> None:
        for key, tick in self._ticks:
            tick.setChecked(key in value)
