"""One agency: where it sits and who sits for it, what it promised, and everything recorded about it."""

from collections.abc import Sequence

from tracker.models.agency_change import AgencyTurn
from tracker.models.figures.agency_summary import AgencySummary, Colleague, agency_summary
from tracker.models.figures.ball_standing import BallStanding
from tracker.models.figures.timeline import agency_timeline
from tracker.models.figures.timeline_words import joined
from tracker.models.records import Agency, Person
from tracker.ui.desk import Desk
from tracker.ui.moving.ways import Ways, menu_button
from tracker.ui.place import Place
from tracker.ui.profile.columns import AGENCY_SEAT_COLUMNS, COLLEAGUE_COLUMNS
from tracker.ui.profile.confirm_card import ConfirmCard
from tracker.ui.profile.profile_page import (
    ProfilePage,
    promises_card,
    show_follow_through,
    show_groups,
    show_open_promises,
)
from tracker.ui.profile.turns_card import TurnsCard
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import Button, EmptyState, Stat, quiet_button
from tracker.ui.words import count


class AgencyPage(ProfilePage):
    """Enter in a table leads on: to the group, the person, the promise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.groups = Stat("Groups")
        self.people = Stat("People")
        self.open_promises = Stat("Open promises")
        self.follow_through = Stat("Follow-through")
        self.balls = Stat("Balls held")
        self.victories = Stat("Victories shared")
        self.promises = self.promise_view("agency-promises")
        self.seat_view = self.view("agency-seats", AGENCY_SEAT_COLUMNS)
        self.colleague_view = self.view("agency-people", COLLEAGUE_COLUMNS)
        self.to_confirm = ConfirmCard(desk, "agency-to-confirm", with_people=True)
        self.turns = TurnsCard()
        self.add = quiet_button("Add &person", icon_name="user-plus")
        self.more = self._menu()
        self._put_together()

    @property
    def whom(self) -> Agency | None:
        return self.desk.snapshot.find(Agency, self._id)

    def show_whom(self) -> None:
        snapshot = self.desk.snapshot
        summary = agency_summary(snapshot, self._id)
        self._show_header(summary)
        self._show_figures(summary)
        self.promises.table.set_rows(summary.promises)
        self.seat_view.table.set_rows(summary.seats)
        self.colleague_view.table.set_rows(summary.colleagues)
        self.to_confirm.show_waiting(summary.to_confirm)
        self.turns.show_turns(summary.turns)
        self.fit()
        self.show_story(agency_timeline(snapshot, self._id))

    def go_up(self) -> None:
        agency = self.whom
        if agency is not None and agency.part_of_id:
            self.desk.go(Place("agency", record_id=agency.part_of_id))

    def add_person(self) -> None:
        """Asks for somebody new of this agency."""
        add_record(self.desk, self, Person, agency_id=self._id)

    def _put_together(self) -> None:
        self.add.clicked.connect(self.add_person)
        self.promises.opened.connect(self.open_promise)
        self.seat_view.opened.connect(self.open_group)
        self.colleague_view.opened.connect(self._open_person)
        self.to_confirm.keyed.opened.connect(self.open_held)
        self.turns.view.opened.connect(self._correct_turn)
        nowhere = EmptyState("The agency sits in no group yet. A group's People tab gives it a seat.")
        nobody = EmptyState("Nobody of this agency is known yet.")
        self.lay_out(
            (self.groups, self.people, self.open_promises, self.follow_through, self.balls, self.victories),
            (
                promises_card(self.promises),
                self.to_confirm,
                TableCard("Groups", self.seat_view, nowhere),
                TableCard("People", self.colleague_view, nobody),
                self.turns,
            ),
            self.add,
            self.more,
        )

    def _menu(self) -> Button:
        ways = Ways(self.desk, self)
        return menu_button(
            "&More",
            self,
            (
                ("&Rename…", "Ctrl+Shift+R", lambda: ways.rename(self._id)),
                ("S&plit…", "Ctrl+Shift+S", lambda: ways.split(self._id)),
                ("&Same as another…", "Ctrl+Shift+M", lambda: ways.merge(Agency, self._id)),
            ),
        )

    def _show_header(self, summary: AgencySummary) -> None:
        agency = summary.agency
        self.name.setText(agency.name)
        short = f"“{agency.short_name}”" if agency.short_name and agency.short_name != agency.name else ""
        sector = agency.sector.label if agency.sector else ""
        facts = (short, agency.code, sector, summary.alone_words, " ".join(agency.note.split()))
        up = f"Part of {summary.part_of.called}" if summary.part_of else ""
        names = joined(agency.te_reo_name, summary.names_before, summary.taken_over)
        self.show_facts(up, facts, names[:1].upper() + names[1:])
        alone = f"One person alone sits for it in {', '.join(summary.alone_in)}" if summary.alone_in else ""
        self.facts.setToolTip(alone or self.facts.toolTip())

    def _show_figures(self, summary: AgencySummary) -> None:
        show_groups(self.groups, summary.seats, summary.groups)
        known = len(summary.colleagues)
        self.people.show_figure(str(summary.sitting), f"of {known} known" if known else "none known yet")
        self.people.setToolTip("Who sits in a group today, of those known here")
        show_open_promises(self.open_promises, summary.promises, summary.overdue)
        show_follow_through(self.follow_through, summary.follow_through)
        self.balls.show_figure(str(len(summary.balls)), _held_for(summary.balls))
        self.victories.show_figure(str(summary.victories), "in 12 months", "good" if summary.victories else "")

    def _correct_turn(self, row: object) -> None:
        if isinstance(row, AgencyTurn):
            correct_record(self.desk, self, row.change)

    def _open_person(self, row: object) -> None:
        if isinstance(row, Colleague):
            self.desk.go(Place("person", record_id=row.person.id))


def _held_for(balls: Sequence[BallStanding]) -> str:
    """How long the ball is held; of several, the one held longest (§4.2)."""
    if not balls:
        return "none now"
    days = count(max(ball.days for ball in balls), "day")
    return f"for {days}" if len(balls) == 1 else f"up to {days}"
