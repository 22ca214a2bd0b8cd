"""Does this need a group at all (§2.1)? Four answers, what they come to and why, and the manager's own word."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from tracker.models.dates import shown
from tracker.models.figures.triage import TriageStanding, triage_found, triage_standing
from tracker.models.records.outlook import Triage, TriageResult
from tracker.models.triage_changes import kept_triage, overruled
from tracker.ui.beginnings.triage_rows import TriageRows
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.record_dialog import correct_record
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label, link_button, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT

# The results in words that fit into a list.
_SHORT = (
    (TriageResult.SINGLE.value, "Single agency"),
    (TriageResult.GREY.value, "Grey area"),
    (TriageResult.JOINED_UP.value, "Joined-up response"),
)
_HINT = "Answers suggest, people decide: you can overrule it and say why."


class TriageCard(Card):
    """What is typed stays until it is kept, whatever else changes in the office."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Does this need a group? (§2.1)")
        self._desk = desk
        self._group_id = ""
        self._standing: TriageStanding | None = None
        self.rows = TriageRows()
        self.asking = Asking()
        self.keep_button = primary_button("Keep")
        self.overrule_button = quiet_button("Overrule…")
        self.correct_button = link_button("Correct")
        self._result = label("", "title")
        self._why = Muted()
        self._problem = label("", "problem")
        self._earlier = Muted()
        self._lay_out()
        self._connect()

    @property
    def words(self) -> list[str]:
        """The result, and what stands under it."""
        shown_parts = (self._result, self._why, self._problem, self._earlier)
        return [part.text() for part in shown_parts if part.text()]

    def show_group(self, group_id: str) -> None:
        """Shows a group's triage; what is typed for the same group stays."""
        before = self._standing.triage if self._standing else None
        self._standing = triage_standing(self._desk.snapshot, group_id)
        latest = self._standing.triage if self._standing else None
        if group_id != self._group_id:
            self.asking.leave()
        if group_id != self._group_id or latest != before:
            self.rows.show_answers(latest)
        self._group_id = group_id
        self._tell()

    def keep(self) -> None:
        """Keeps the answers as of today; those of another day stay beside them."""
        if sentence := self.rows.problem:
            self._say(sentence)
            return
        if self._draft_differs:
            self._desk.attempt(self._keep)

    def overrule(self) -> None:
        """Asks for another result, and why."""
        standing = self._standing
        if standing is None or self._draft_differs:
            self._say("Keep the answers first: then the result can be overruled.")
            return
        result, why = KeyedCombo("The result", 60), QLineEdit(standing.triage.overruled_because)
        result.offer(_SHORT, (standing.result or TriageResult.GREY).value)
        triage = standing.triage
        self.asking.ask(
            "What does it need?",
            "Overrule",
            [("result", "Result", result), ("why", "Why", why)],
            lambda given: self._overrule(triage, TriageResult(given["result"]), given["why"]),
        )

    @property
    def _draft_differs(self) -> bool:
        latest = self._standing.triage if self._standing else None
        answers = self.rows.answers
        return any(answer != (getattr(latest, field) if latest else None) for field, answer in answers.items())

    def _keep(self) -> None:
        today, mint = self._desk.snapshot.today, self._desk.office.mint
        latest = self._standing.triage if self._standing else None
        blank = latest if latest and latest.on == today else Triage(id=mint(), group_id=self._group_id, on=today)
        made = kept_triage(self.rows.filled(blank))
        with self._desk.office.step("keep the triage"):
            self._desk.office.save(made)
        self._desk.said.emit(f"Kept: {triage_found(made).words}. {UNDO_HINT}")

    def _overrule(self, triage: Triage, result: TriageResult, why: str) -> None:
        made = overruled(triage, result, why)
        with self._desk.office.step("overrule the triage"):
            self._desk.office.save(made)
        self._desk.said.emit(f"Decided: {result.label}. {UNDO_HINT}")

    def _tell(self) -> None:
        """Shows what the answers come to as they are typed."""
        problem = self.rows.problem
        self._say(problem)
        if problem:
            return
        found = triage_found(self.rows.filled(Triage()))
        self.rows.show_reasons(found)
        changed = self._draft_differs
        standing = None if changed else self._standing
        result = standing.result if standing else found.result
        self._result.setText(result.label if result else found.words)
        self._why.setText(_why(found.open_questions, standing))
        self.keep_button.setEnabled(changed)
        self.overrule_button.setEnabled(standing is not None)
        self.correct_button.setVisible(standing is not None)
        self._earlier.setText(_earlier(self._standing))
        self._earlier.setVisible(bool(self._earlier.text()))

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self._result.setWordWrap(True)
        self._problem.setWordWrap(True)
        self.keep_button.setToolTip("Keeps the answers as of today (Enter)")
        self.overrule_button.setToolTip("Decide otherwise than the answers suggest, and say why")
        self.correct_button.setAccessibleName("Correct the triage")
        self.header.addWidget(self.correct_button)
        self.body.addWidget(self.rows)
        self.body.addWidget(self._result)
        for part in (self._why, self._problem):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self.keep_button)
        row.addWidget(self.overrule_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.asking)
        self.body.addWidget(self._earlier)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.rows.changed.connect(self._tell)
        self.rows.confirmed.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)
        self.overrule_button.clicked.connect(self.overrule)
        self.correct_button.clicked.connect(self._correct)

    def _correct(self) -> None:
        if self._standing:
            correct_record(self._desk, self, self._standing.triage)


def _why(open_questions: tuple[str, ...], standing: TriageStanding | None) -> str:
    if standing and standing.overruled:
        suggested = standing.found.words
        return f"Overruled: {standing.triage.overruled_because} The answers suggest: {suggested}. {_since(standing)}"
    if open_questions:
        number = len(open_questions)
        return f"{number} of 4 questions {'is' if number == 1 else 'are'} open: answer those to see what they suggest."
    return f"{_since(standing)} {_HINT}".strip()


def _since(standing: TriageStanding | None) -> str:
    return f"As of {shown(standing.triage.on)}." if standing else ""


def _earlier(standing: TriageStanding | None) -> str:
    if standing is None or not standing.earlier:
        return ""
    told = [f"{shown(each.on)}: {triage_found(each).words}" for each in standing.earlier]
    return "Earlier: " + " · ".join(told)
