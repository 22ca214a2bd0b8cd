"""What a group is: its purpose, why it formed, how close it works, on what basis it shares."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.records import ContinuumPlace, Group
from tracker.models.records.record import Provenance
from tracker.models.snapshot import Snapshot
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, label

# A fact: what it is called, and what it is; facts with nothing to say are left out unless they ought to be there.
Fact = tuple[str, str]

NOT_RECORDED = "not recorded yet"


class Facts(Card):
    """The group's own facts; the page's header has the button that corrects them."""

    def __init__(self) -> None:
        super().__init__("About the group")
        self._inside = QWidget()
        self._inside.setProperty("look", "page")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 2 * UNIT, 0)
        self._column.setSpacing(0)
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        area.setAccessibleName("About the group")
        self.body.addWidget(area, 1)

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Shows the facts, each under what it is called."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for name, words in facts:
            caption = label(name, "caption")
            caption.setWordWrap(True)
            self._column.addWidget(caption)
            text = label(words, "quiet" if words == NOT_RECORDED else "")
            text.setWordWrap(True)
            text.setContentsMargins(0, 0, 0, 2 * UNIT)
            self._column.addWidget(text)
        self._column.addStretch(1)


def facts_of(snapshot: Snapshot, group: Group) -> list[Fact]:
    """The facts as words; days and place stand in the header. What §8 asks for is named even while it is missing."""
    membership = [group.openness.label if group.openness else "", group.joining.label if group.joining else ""]
    sharing = [group.sharing_basis.label if group.sharing_basis else "", group.sharing_note]
    participation = [group.participation.label if group.participation else "", group.participation_note]
    wanted = [
        ("Purpose", group.purpose or NOT_RECORDED),
        ("Why it closed", group.closed_because),
        ("How closely it works (§1.2)", _closeness(snapshot, group) or NOT_RECORDED),
        ("Why it formed (§2.2)", _sentences(trigger.label for trigger in group.triggers) or NOT_RECORDED),
        ("Catalyst (§2.2)", group.catalyst),
        ("Membership (§3.2)", ", ".join(word for word in membership if word).capitalize()),
        ("Sharing information (§8.2)", _sentences(sharing) or NOT_RECORDED),
        ("Iwi and Māori participation (§8.3)", _sentences(participation) or NOT_RECORDED),
        ("Who signs an agency's advice (§8.1)", group.sign_out),
        ("Boundaries that do not line up (§8.2)", group.boundaries),
        ("Where this comes from", _source(group)),
    ]
    return [(name, words) for name, words in wanted if words]


def _closeness(snapshot: Snapshot, group: Group) -> str:
    """Where it is now, and where it means to be: the latest of each."""
    places = [place for place in snapshot.of(ContinuumPlace, group_id=group.id) if place.on and place.closeness]
    words = []
    for target, form in ((False, "{} since {}"), (True, "aims for {}")):
        of_that_sort = [place for place in places if place.target is target]
        if of_that_sort:
            latest = max(of_that_sort, key=lambda place: (place.on, place.id))
            words.append(form.format(latest.title.lower(), shown(latest.on)))
    text = "; ".join(words)
    return text[:1].upper() + text[1:]


def _sentences(parts: Iterable[str]) -> str:
    return ". ".join(part.rstrip(".") for part in parts if part)


def _source(group: Group) -> str:
    if group.provenance is Provenance.OFFICE:
        return ""
    section = f", {group.section}" if group.section else ""
    return f"{group.provenance.label}{section}; what is marked “illustrative” was made up for the sample."
