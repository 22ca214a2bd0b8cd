"""An input that leads to another thing: type a part of its name, with or without macrons, or choose it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from tracker.models.fields import Field
from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.ui.inputs import Input
from tracker.ui.widgets import Button

_KEY = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1


class FoldedCompleter(QCompleter):
    """Completes whatever contains the typed letters; macrons and capitals do not matter."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = self.popup()
        assert popup is not None
        popup.setProperty("look", "popup")

    def splitPath(self, path: str) -> list[str]:
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def completing_model(options: Sequence[tuple[str, str]], parent: QWidget) -> QStandardItemModel:
    """A list of (key, words) that a FoldedCompleter can search."""
    model = QStandardItemModel(0, 1, parent)
    for key, words in options:
        item = QStandardItem(words)
        item.setData(key, _KEY)
        item.setData(folded(words), _FOLDED)
        item.setEditable(False)
        model.appendRow(item)
    return model


class ReferenceInput(Input):
    """A list to choose from by typing, and where it makes sense a button to add what is not in it yet."""

    add_requested = Signal()

    def __init__(self, field: Field, addable: str = "") -> None:
        super().__init__(field)
        self.combo = QComboBox()
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setMinimumContentsLength(12)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._take(self.combo)
        self.combo.currentTextChanged.connect(self.changed)
        edit = self.combo.lineEdit()
        assert edit is not None
        edit.editingFinished.connect(self.left)
        edit.setPlaceholderText("Type a part of the name")
        edit.setAccessibleName(field.heading)
        self._add = Button("", "plus")
        self._add.setAccessibleName(f"Add {addable}")
        self._add.setToolTip(f"Add {addable} that is not in the list yet")
        self._add.clicked.connect(self.add_requested)
        self._add.setVisible(bool(addable))
        self.row.addWidget(self._add)

    @property
    def value(self) -> Any:
        text = self.combo.currentText().strip()
        if not text:
            return None
        place = self._place_of(text)
        if place < 0:
            raise Mistake(f"“{text}” is not in the list: choose one that is, or leave the field empty.")
        return self.combo.itemData(place, _KEY) or None

    def set_value(self, value: Any) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(value or "", _KEY)))

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offers other things; what is chosen stays if it is among them, what cannot be read stays as it was typed."""
        kept, typed = self._kept(), self.combo.currentText()
        self.combo.blockSignals(True)
        model = completing_model([("", ""), *options], self)
        self.combo.setModel(model)
        self.combo.setCompleter(FoldedCompleter(model, self.combo))
        self.set_value(kept)
        if kept is None:
            # Half a name, or one that is not in the list: it stays as it was typed.
            self.combo.setEditText(typed)
        self.combo.blockSignals(False)

    def _kept(self) -> Any:
        try:
            return self.value
        except Mistake:
            return None

    def _place_of(self, text: str) -> int:
        """The chosen line if its words still stand there, else the first that reads the same."""
        current = self.combo.currentIndex()
        if current >= 0 and self.combo.itemText(current) == text:
            return current
        words = [folded(self.combo.itemText(place)) for place in range(self.combo.count())]
        return words.index(folded(text)) if folded(text) in words else -1
