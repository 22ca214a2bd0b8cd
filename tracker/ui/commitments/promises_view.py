"""The promises: to filter, to put in parts, and to settle by one key each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit

from tracker.models.dates import shown
from tracker.models.figures.promises import Promise, promises
from tracker.models.records import Commitment, DueChange
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.commitments.deeds import Deeds, named
from tracker.ui.commitments.promise_card import PromiseCard
from tracker.ui.commitments.promise_columns import heading_words, key_of, part_by, promise_columns
from tracker.ui.commitments.side import ADD, CORRECT, CommitmentsSide
from tracker.ui.commitments.verbs import BACK, RENEGOTIATE, REOPEN, VERBS, Verb, fitting
from tracker.ui.desk import Desk
from tracker.ui.group_list import groups_in_order
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.signs import Signs
from tracker.ui.widgets import primary_button

_BY_KEY = {verb.key: verb for verb in VERBS}
_CORRECT_TIP = "Opens the chosen promise to put it right"
_BY = (("due", "By due date"), ("agency", "By agency"), ("person", "By person"), ("group", "By group"))
_IN_ONE_LIST = ("list", "In one list")
_WHICH = (("open", "Still to keep"), ("all", "All promises"))


class PromisesView(CommitmentsSide):
    """Promises of one group, or of all where `group_id` is ""."""

    story: PromiseCard
    title = "Promises"
    nothing = "Who promised what to whom, by when, stands here: from meetings, or added by hand."
    all_settled = "Nothing is left to keep. Choose “All promises” above to see what became of each."

    def __init__(self, desk: Desk, *, with_group: bool) -> None:
        table = HeadedTable(promise_columns(Signs(), with_group=with_group), key_of, heading_words)
        view = KeyedView(table, "promises" if with_group else "group-promises", "KNBRMOA")
        offers = [*((verb.key, verb.word, verb.tip) for verb in VERBS), (CORRECT, "Correct", _CORRECT_TIP)]
        foot, story = FootRow(offers, "Shift: another day"), PromiseCard(with_group=with_group)
        super().__init__(desk, view, foot, story, primary_button("Add commitment", icon_name="plus"))
        self._with_group = with_group
        self.by = KeyedCombo("Show by", 32)
        self._deeds = Deeds(desk)
        self._lay_out()
        self._part()

    @property
    def chosen(self) -> list[Promise]:
        """The promises that are chosen, from the top."""
        return self.view.chosen_rows

    def refill(self) -> None:
        snapshot, group_id = self._desk.snapshot, self._group_id or None
        self._any = bool(snapshot.of(Commitment, group_id=group_id) if group_id else snapshot.of(Commitment))
        self.table.set_rows(promises(snapshot, group_id=group_id, unsettled=self.which.key != "all"))
        self.view.choose_first()
        self.show_chosen()

    def led_to(self, identity: str) -> Commitment | None:
        return promise_led_to(self._desk.snapshot, identity)

    def add_promise(self) -> None:
        """Asks for a promise made outside a meeting; over all groups, first for the group."""
        if self._group_id:
            self._add_to(self._group_id)
            return
        groups = KeyedCombo("Group", 52)
        running = [group for group in groups_in_order(self._desk.snapshot) if group.open_on(self._desk.snapshot.today)]
        near = self.chosen[0].commitment.group_id if self.chosen else None
        groups.offer([(group.id, group.called) for group in running], near)
        if running:
            self.asking.ask(
                "Add a commitment to which group?",
                "Go on",
                [("group", "Group", groups)],
                lambda given: self._add_to(given["group"]),
            )

    def correct(self) -> None:
        """Asks for the chosen promise's details."""
        # Forms are imported when the first one is opened.
        from tracker.ui.commitments.promise_form import correct_promise

        if self.chosen:
            correct_promise(self._desk, self, self.chosen[0].commitment)

    def press(self, key: str, other_day: bool = False) -> None:
        if key == ADD:
            self.add_promise()
        elif key == CORRECT:
            self.correct()
        elif verb := _BY_KEY.get(key):
            self._do(verb, other_day)

    def show_chosen(self) -> None:
        chosen = self.chosen
        self.story.show_promise(self._desk.snapshot, chosen[0] if chosen else None)
        self.foot.allow({verb.key for verb in VERBS if fitting(verb, chosen)} | ({CORRECT} if chosen else set()))
        self.show_agency(chosen[0].commitment.agency_id if chosen else None)

    def _lay_out(self) -> None:
        self.by.offer([pair for pair in _BY if self._with_group or pair[0] != "group"] + [_IN_ONE_LIST], "due")
        self.by.currentIndexChanged.connect(self._part)
        self.which.offer(_WHICH, "open")
        self.add.setToolTip("A promise made outside a meeting (A)")
        self.lay_out([self.by, self.which], "Add a commitment")
        self.setTabOrder(self.filter, self.by)

    def _part(self) -> None:
        self.table.set_part(part_by(self.by.key))
        self.view.choose_first()

    def _do(self, verb: Verb, other_day: bool) -> None:
        chosen = fitting(verb, self.chosen)
        if not chosen:
            if self.chosen:
                self._desk.mistaken.emit(_cannot(verb, self.chosen[0]))
        elif verb is RENEGOTIATE:
            self._ask_for_due(chosen)
        elif other_day and verb is not REOPEN:
            self._ask_for_day(verb, chosen)
        else:
            self._desk.attempt(lambda: self._finish(verb, chosen, self._desk.snapshot.today, ""))

    def _finish(self, verb: Verb, chosen: Sequence[Promise], on: date, note: str) -> None:
        after = self._next_after(chosen) if verb is not REOPEN else None
        self._deeds.do(verb, chosen, on, note)
        self._go_on(after)

    def _ask_for_day(self, verb: Verb, chosen: Sequence[Promise]) -> None:
        snapshot = self._desk.snapshot
        day, note = DayEdit("The day", snapshot, snapshot.today, past=True), QLineEdit()
        inputs = [("on", "Day", day)] + ([] if verb is BACK else [("note", "What became of it", note)])
        self.asking.ask(
            f"{verb.done} on which day? {named(chosen)}",
            verb.word,
            inputs,
            lambda given: self._finish(verb, chosen, given["on"], given.get("note", "")),
        )

    def _ask_for_due(self, chosen: Sequence[Promise]) -> None:
        promise = chosen[0].commitment
        due, why = DayEdit("The new date", self._desk.snapshot, promise.due), QLineEdit()
        due.count_from(self._desk.snapshot, promise.group_id or "")

        def keep(given: dict[str, Any]) -> None:
            after = self._next_after(chosen)
            self._deeds.renegotiate(chosen, given["due"], given["why"])
            self._go_on(after)

        now = shown(chosen[0].commitment.due) if len(chosen) == 1 else ""
        self.asking.ask(
            f"Renegotiate {named(chosen)}",
            RENEGOTIATE.word,
            [("due", f"New date, now {now}" if now else "New date", due), ("why", "Why", why)],
            keep,
        )

    def _next_after(self, chosen: Sequence[Promise]) -> str | None:
        """The next promise that is still to be kept, below those chosen or else above; None if there is none."""
        things = self.table.things
        places = [things.index(promise) for promise in chosen if promise in things]
        if not places:
            return None
        order = [*things[max(places) + 1 :], *reversed(things[: max(places)])]
        ids = {promise.commitment.id for promise in chosen}
        left = (promise for promise in order if promise.unsettled and promise.commitment.id not in ids)
        return next((promise.commitment.id for promise in left), None)

    def _go_on(self, key: str | None) -> None:
        if key:
            self.view.choose(key)
        self.view.choose_first()

    def _add_to(self, group_id: str) -> None:
        from tracker.ui.commitments.promise_form import add_promise

        self.asking.leave()
        made = add_promise(self._desk, self, group_id)
        if made is not None:
            self.lead_to(made.id)


def promise_led_to(snapshot: Snapshot, identity: str) -> Commitment | None:
    """The promise that something leads to: itself, or that whose date was changed."""
    change = snapshot.find(DueChange, identity)
    return snapshot.find(Commitment, change.commitment_id if change else identity)


def _cannot(verb: Verb, promise: Promise) -> str:
    if verb is REOPEN:
        return "This promise is still to be kept: there is nothing to open again."
    if verb is BACK and promise.unsettled:
        since = shown(promise.commitment.backed_on)
        return f"The home agency has backed this promise since {since}. Enter opens it, to put that right."
    return f"This promise is settled ({promise.standing.label.lower()}): O opens it again."
