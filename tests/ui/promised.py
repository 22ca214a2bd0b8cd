"""A small office with promises and balls, for tests of the pages that show them."""

from datetime import date

from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_meeting, a_member, a_person, an_agency, an_id
from tracker.models.records import Ball, Commitment, Handover
from tracker.models.records.membership import Authority
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.commitments import CommitmentsTab
from tracker.ui.pages.commitments import CommitmentsPage
from tracker.ui.place import Place

TODAY = date(2008, 6, 30)
GROUP, OTHER = a_group(), a_group(code="NEW", name="New group")
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
OFFICER = a_person(POLICE, name="Mere Tāwhai")
SEAT = a_member(GROUP, POLICE, person_id=OFFICER.id, authority=Authority.OWN_TIME)
MEETING = a_meeting(GROUP, on=date(2008, 4, 1), place="the marae")


def a_promise(text: str, **fields: object) -> Commitment:
    defaults = {"id": an_id(), "group_id": GROUP.id, "text": text, "made_on": date(2008, 4, 1), "to": "the school"}
    return Commitment(**defaults | {"agency_id": POLICE.id, "person_id": OFFICER.id} | fields)  # type: ignore[arg-type]


OVERDUE = a_promise("Bring the figures", due=date(2008, 6, 20), first_due=date(2008, 6, 20), meeting_id=MEETING.id)
SOON = a_promise("Book the hall", due=date(2008, 7, 4), first_due=date(2008, 7, 4))
LATER = a_promise("Write to the trust", due=date(2008, 9, 1), first_due=date(2008, 9, 1), agency_id=EDUCATION.id)
KEPT = a_promise("Ask the whānau", due=date(2008, 5, 9), first_due=date(2008, 5, 9), kept_on=date(2008, 5, 8))
ELSEWHERE = a_promise("Name a lead", due=date(2008, 6, 1), first_due=date(2008, 6, 1), group_id=OTHER.id)
PROMISES = (OVERDUE, SOON, LATER, KEPT, ELSEWHERE)
LICENCES = Ball(id=an_id(), group_id=GROUP.id, issue="Learner licences", opened_on=date(2008, 1, 10))
HOUSE = Ball(id=an_id(), group_id=GROUP.id, issue="A house near by", opened_on=date(2008, 2, 10))
TO_POLICE = Handover(id=an_id(), ball_id=LICENCES.id, on=date(2008, 6, 1), agency_id=POLICE.id, note="Second course")
BALLS = (LICENCES, HOUSE, TO_POLICE)


def fill(office: Office) -> None:
    """Puts the promises and balls into an office."""
    with office.step("make ready"):
        office.save(GROUP, OTHER, POLICE, EDUCATION, OFFICER, SEAT, MEETING, *PROMISES, *BALLS)


def a_page(office: Office, qtbot: QtBot, group_id: str = "", record_id: str = "") -> CommitmentsPage | CommitmentsTab:
    """The page of all commitments, or a group's tab, shown. Keep it: what stands on it goes with it."""
    page = CommitmentsTab(Desk(office)) if group_id else CommitmentsPage(Desk(office))
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    page.show_place(Place("commitments", group_id, record_id=record_id))
    return page
