"""The small fields under a typed line: each shows one part of the reading, and puts it right."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.folding import folded
from tracker.models.item_words import to_words
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.meeting_members import agencies_of, agency_name, people_of
from tracker.models.records import Agency, Person
from tracker.models.records.risk import RiskLevel
from tracker.models.snapshot import Snapshot
from tracker.ui.agency_toggles import AgencyToggles
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.style import UNIT
from tracker.ui.widgets import label

_OWNER = {ItemKind.COMMITMENT: "&Who promises", ItemKind.RISK: "Falls on &whom", ItemKind.BALL: "&Who holds it"}
_SEVERAL = {ItemKind.VICTORY: "&Credit", ItemKind.LESSON: "To be &carried back to"}
_PARTS_OF = {
    ItemKind.COMMITMENT: ("agency_id", "person_id", "to", "due"),
    ItemKind.RISK: ("agency_id", "level"),
    ItemKind.BALL: ("agency_id",),
    ItemKind.VICTORY: ("agency_ids",),
    ItemKind.LESSON: ("agency_ids",),
}


class ItemFields(QWidget):
    """Shows what a line is read as. What is put right by hand stays, however the line is read afterwards.

    Parts go by the names that they have in DraftItem.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._group_id = ""
        self._on = date.min
        self._by_hand: set[str] = set()
        self._kind: ItemKind | None = None
        self._captions: dict[str, QLabel] = {}
        self._parts: dict[str, QWidget] = {}
        self._make_inputs()
        self._connect()
        self._lay_out()
        self.show_parts(None)

    @property
    def by_hand(self) -> dict[str, str]:
        """What was put right, by part and as text: fit for a draft."""
        texts = {
            "agency_id": self.agency.key,
            "person_id": self.person.key,
            "to": self.to.text(),
            "due": self.due.text(),
            "level": self.level.key,
            "agency_ids": " ".join(self.agencies.chosen),
        }
        return {part: text for part, text in texts.items() if part in self._by_hand}

    def set_group(self, snapshot: Snapshot, group_id: str, on: date) -> None:
        """Whose agencies and people are offered, and from which day a due date counts."""
        self._snapshot, self._group_id, self._on = snapshot, group_id, on
        self.due.count_from(snapshot, group_id, on)
        self._to_whom.setStringList([agency_name(snapshot, agency.id) for agency in agencies_of(snapshot, group_id)])

    def set_by_hand(self, parts: Mapping[str, str]) -> None:
        """Brings back what was put right before."""
        self._by_hand = set()
        agency_id, person_id = parts.get("agency_id", ""), parts.get("person_id", "")
        self._offer(DraftItem(kind=ItemKind.COMMITMENT, text="", agency_id=agency_id, person_id=person_id))
        self.to.setText(parts.get("to", ""))
        quiet = self.due.blockSignals(True)
        self.due.setText(parts.get("due", ""))
        self.due.blockSignals(quiet)
        self.level.choose(parts.get("level", RiskLevel.MEDIUM.value))
        self.agencies.choose(parts.get("agency_ids", "").split())
        self._by_hand = set(parts) & set(self._parts)

    def clear(self) -> None:
        """Empty fields, nothing of them by hand."""
        self.set_by_hand({})

    def show_item(self, item: DraftItem) -> None:
        """Shows what a line is read as, in all parts that are not by hand."""
        self.show_parts(item.kind)
        self._offer(item)
        if "to" not in self._by_hand and self._snapshot:
            _set_text(self.to, to_words(item, self._snapshot))
        if "due" not in self._by_hand:
            _set_text(self.due, shown(item.due))
        if "level" not in self._by_hand and self.level.key != item.level.value:
            self.level.choose(item.level.value)
        if "agency_ids" not in self._by_hand:
            self.agencies.choose(item.agency_ids)

    def applied(self, item: DraftItem) -> DraftItem:
        """The item with what was put right; parts that its kind does not have are empty.

        Raises Mistake if what was typed as the due date is none.
        """
        parts = _PARTS_OF.get(item.kind, ())
        values: dict[str, Any] = {"level": RiskLevel.MEDIUM, "agency_ids": (), "due": None}
        empty = {part: values.get(part, "") for part in ("agency_id", "person_id", "to", "due", "level", "agency_ids")}
        values = {part: value for part, value in empty.items() if part not in parts}
        if "to" not in parts:
            values["to_agency_id"] = ""
        for part in self._by_hand & set(parts):
            values |= self._put_right(part)
        return replace(item, **values)

    def show_parts(self, kind: ItemKind | None) -> None:
        """Shows the fields that a kind has."""
        if kind is self._kind and kind is not None:
            return
        self._kind = kind
        wanted = _PARTS_OF.get(kind, ()) if kind else ()
        for name, part in self._parts.items():
            part.setVisible(name in wanted)
        if kind in _OWNER:
            self._captions["agency_id"].setText(_OWNER[kind])
        if kind in _SEVERAL:
            self._captions["agency_ids"].setText(_SEVERAL[kind])
        self.setVisible(bool(wanted))

    def focus_part(self, name: str) -> bool:
        """Takes the keyboard to the field of one part, else to the first; returns False if there is none."""
        shown_parts = [part for part in self._parts if not self._parts[part].isHidden()] if not self.isHidden() else []
        if not shown_parts:
            return False
        wanted = self._inputs[name if name in shown_parts else shown_parts[0]]
        if isinstance(wanted, AgencyToggles):
            wanted.focus()
        else:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _make_inputs(self) -> None:
        self.agency = KeyedCombo("Agency", 30)
        self.person = KeyedCombo("Person", 30)
        self.to = QLineEdit()
        self.to.setPlaceholderText("An agency, or words")
        self.to.setAccessibleName("To whom")
        self._to_whom = QStringListModel(self)
        completer = QCompleter(self._to_whom, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.to.setCompleter(completer)
        self.due = DayEdit("Due")
        self.due.setPlaceholderText("27 Jun 2008")
        self.level = KeyedCombo("How high", 24)
        self.level.offer([(level.value, f"{level.label} risk") for level in RiskLevel], RiskLevel.MEDIUM.value)
        self.agencies = AgencyToggles()
        self._inputs: dict[str, QWidget] = {
            "agency_id": self.agency,
            "person_id": self.person,
            "to": self.to,
            "due": self.due,
            "level": self.level,
            "agency_ids": self.agencies,
        }

    def _connect(self) -> None:
        self.agency.currentIndexChanged.connect(self._hear_agency)
        self.person.currentIndexChanged.connect(self._hear_person)
        self.level.currentIndexChanged.connect(lambda: self._hear("level"))
        self.agencies.changed.connect(lambda: self._hear("agency_ids"))
        self.to.textEdited.connect(lambda: self._hear("to"))
        self.due.textChanged.connect(self._hear_due)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        captions = {"person_id": "Perso&n", "to": "&To whom", "due": "Due &by", "level": "Ho&w high"}
        stretches = {"agency_id": 3, "person_id": 3, "to": 3, "due": 2, "level": 2, "agency_ids": 99}
        for name, widget in self._inputs.items():
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(UNIT // 2)
            self._captions[name] = label(captions.get(name, "&Who"), "caption")
            self._captions[name].setBuddy(widget)
            column.addWidget(self._captions[name])
            column.addWidget(widget)
            self._parts[name] = part
            row.addWidget(part, stretches[name], Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.agencies.follow(self.level)

    def _offer(self, item: DraftItem) -> None:
        """Offers the agencies of the group, and the people of the chosen one; what is read is always among them."""
        if self._snapshot is None:
            return
        snapshot = self._snapshot
        ids = [agency.id for agency in agencies_of(snapshot, self._group_id)]
        ids += [one for one in (item.agency_id, *item.agency_ids) if one not in ids and snapshot.find(Agency, one)]
        named = [(one, agency_name(snapshot, one)) for one in ids]
        agency_id = self.agency.key if "agency_id" in self._by_hand else item.agency_id
        _offer(self.agency, [("", "Not named"), *named], agency_id)
        people = {person.id: person.title for person in people_of(snapshot, self._group_id, self._on, agency_id)}
        person_id = self.person.key if "person_id" in self._by_hand else item.person_id
        if person := snapshot.find(Person, person_id):
            people.setdefault(person.id, person.title)
        _offer(self.person, [("", "Not named"), *people.items()], person_id)
        self.agencies.offer(named)

    def _put_right(self, part: str) -> dict[str, Any]:
        """What a field that was set by hand gives; it settles what was open about it."""
        match part:
            case "agency_id" | "person_id":
                return {"agency_id": self.agency.key, "person_id": self.person.key, "who_open": ""}
            case "to":
                return self._to_values()
            case "due":
                return {"due": self.due.day, "due_open": ""}
            case "level":
                return {"level": RiskLevel(self.level.key)}
            case _:
                return {"agency_ids": self.agencies.chosen, "who_open": ""}

    def _to_values(self) -> dict[str, str]:
        words = " ".join(self.to.text().split())
        agencies = agencies_of(self._snapshot, self._group_id) if self._snapshot else ()
        fitting = [agency.id for agency in agencies if folded(words) in _names(agency, self._snapshot)]
        return {"to": "", "to_agency_id": fitting[0]} if len(fitting) == 1 else {"to": words, "to_agency_id": ""}

    def _hear_agency(self) -> None:
        person = self._snapshot.find(Person, self.person.key) if self._snapshot else None
        if person and person.agency_id != self.agency.key:
            self.person.choose("")
        self._by_hand.add("person_id")
        self._hear("agency_id")

    def _hear_person(self) -> None:
        person = self._snapshot.find(Person, self.person.key) if self._snapshot else None
        if person and person.agency_id != self.agency.key:
            self.agency.choose(person.agency_id or "")
        self._by_hand.add("agency_id")
        self._hear("person_id")

    def _hear_due(self) -> None:
        # What the reading writes there is not the person's own.
        if self.due.hasFocus():
            self._hear("due")

    def _hear(self, part: str) -> None:
        self._by_hand.add(part)
        self.changed.emit()


def _offer(combo: KeyedCombo, options: list[tuple[str, str]], chosen: str) -> None:
    """Only what differs is put there: a line is read anew with every key."""
    if [(str(combo.itemData(row)), combo.itemText(row)) for row in range(combo.count())] != options:
        combo.offer(options, chosen)
    elif combo.key != chosen:
        combo.choose(chosen)


def _set_text(line: QLineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)


def _names(agency: Agency, snapshot: Snapshot | None) -> set[str]:
    names = (agency.name, agency.short_name, agency.te_reo_name, agency.code)
    shown_name = agency_name(snapshot, agency.id) if snapshot else ""
    return {folded(name) for name in (*names, shown_name) if name}
