"""One person: where they sit and in what roles, what they promised, and everything recorded about them."""

from tracker.models.dates import shown
from tracker.models.figures.person_summary import PersonSummary, person_summary
from tracker.models.figures.timeline import person_timeline
from tracker.models.records import Person
from tracker.ui.desk import Desk
from tracker.ui.moving.ways import Ways, menu_button
from tracker.ui.place import Place
from tracker.ui.profile.columns import HOLDING_COLUMNS
from tracker.ui.profile.confirm_card import ConfirmCard
from tracker.ui.profile.profile_page import (
    ProfilePage,
    promises_card,
    show_follow_through,
    show_groups,
    show_open_promises,
)
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import Button, EmptyState, Stat


class PersonPage(ProfilePage):
    """Enter in a table leads on: to the group, the promise; the agency's name leads to the agency."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.groups = Stat("Groups")
        self.roles = Stat("Roles")
        self.open_promises = Stat("Open promises")
        self.follow_through = Stat("Follow-through")
        self.meetings = Stat("Meetings")
        self.promises = self.promise_view("person-promises")
        self.holdings = self.view("person-holdings", HOLDING_COLUMNS)
        self.alone = Stat("Alone in a seat")
        self.to_confirm = ConfirmCard(desk, "person-to-confirm", with_people=False)
        self.more = self._menu()
        self._put_together()

    @property
    def whom(self) -> Person | None:
        return self.desk.snapshot.find(Person, self._id)

    def show_whom(self) -> None:
        snapshot = self.desk.snapshot
        summary = person_summary(snapshot, self._id)
        self._show_header(summary)
        self._show_figures(summary)
        self.promises.table.set_rows(summary.promises)
        self.holdings.table.set_rows(summary.holdings)
        self.to_confirm.show_waiting(summary.to_confirm)
        self.fit()
        self.show_story(person_timeline(snapshot, self._id))

    def go_up(self) -> None:
        person = self.whom
        if person is not None and person.agency_id:
            self.desk.go(Place("agency", record_id=person.agency_id))

    def _put_together(self) -> None:
        self.promises.opened.connect(self.open_promise)
        self.holdings.opened.connect(self.open_group)
        self.to_confirm.keyed.opened.connect(self.open_held)
        nowhere = EmptyState("In no group yet. A group's People tab gives a seat or a role.")
        self.lay_out(
            (self.groups, self.roles, self.open_promises, self.follow_through, self.alone, self.meetings),
            (promises_card(self.promises), self.to_confirm, TableCard("Seats and roles", self.holdings, nowhere)),
            self.more,
        )

    def _menu(self) -> Button:
        ways = Ways(self.desk, self)
        return menu_button(
            "&More",
            self,
            (
                ("&What if … leaves", "Ctrl+Shift+W", lambda: ways.what_if_leaves(self._id)),
                ("&Hand over a seat…", "Ctrl+Shift+T", lambda: ways.transfer(self._id)),
                ("&Same as another…", "Ctrl+Shift+M", lambda: ways.merge(Person, self._id)),
            ),
        )

    def _show_header(self, summary: PersonSummary) -> None:
        person = summary.person
        self.name.setText(person.name)
        post = "" if person.post == person.name else person.post
        level = person.level.label if person.level else ""
        left = f"Left {summary.left.group} on {shown(summary.left.until)}" if summary.left else ""
        facts = (level, person.email, summary.most_words, " ".join(person.note.split()))
        self.show_facts(summary.agency.name if summary.agency else "", facts, ". ".join(filter(None, (post, left))))

    def _show_figures(self, summary: PersonSummary) -> None:
        show_groups(self.groups, summary.seats, summary.groups)
        self.roles.show_figure(str(summary.roles), "held today")
        show_open_promises(self.open_promises, summary.promises, summary.overdue)
        show_follow_through(self.follow_through, summary.follow_through)
        shared = "others there too" if summary.load and summary.load.seats else "no seat now"
        self.alone.show_figure(str(len(summary.alone)), "for the agency" if summary.alone else shared)
        self.alone.setToolTip(f"Nobody else sits for the agency: {', '.join(summary.alone)}" if summary.alone else "")
        came = f"{summary.came} of {summary.invited}" if summary.invited else "—"
        last = f"last {shown(summary.last_came)}" if summary.last_came else "never yet"
        self.meetings.show_figure(came, last if summary.invited else "none logged")
