"""The minutes of one meeting, and their form for an e-mail."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, a_meeting, a_person, a_result, an_agency, an_id, an_office
from tracker.models.figures.minutes import Minutes, minutes
from tracker.models.figures.minutes_text import WIDTH, as_text
from tracker.models.mistake import Mistake
from tracker.models.records import Attendance, Ball, Commitment, Decision, Handover, Meeting, PlannedMeeting, Record
from tracker.models.records.meeting import Presence
from tracker.models.records.record import Sensitivity
from tracker.models.snapshot import snapshot_of

GROUP = a_group(name="Whānau and school, Māngere")
POLICE = an_agency("POL", short_name="Police")
HOUSING = an_agency("HNZ", short_name="Housing")
AROHA = a_person(POLICE)
MEETING = a_meeting(GROUP, on=date(2008, 6, 12), chair_id=AROHA.id)


def told(*records: Record, meeting: Meeting = MEETING) -> Minutes:
    everything = [an_office(), GROUP, POLICE, HOUSING, AROHA, meeting, *records]
    return minutes(snapshot_of(date(2008, 6, 30), everything), meeting.id)


def a_decision(text: str = "Meet at the marae.", **fields: Any) -> Decision:
    defaults: dict[str, Any] = {
        "id": an_id(),
        "group_id": GROUP.id,
        "meeting_id": MEETING.id,
        "on": MEETING.on,
        "text": text,
    }
    return Decision(**defaults | fields)


def a_promise(text: str = "A van on Mondays", **fields: Any) -> Commitment:
    defaults: dict[str, Any] = {
        "id": an_id(),
        "group_id": GROUP.id,
        "meeting_id": MEETING.id,
        "made_on": MEETING.on,
        "text": text,
    }
    return Commitment(**defaults | {"agency_id": POLICE.id, "due": date(2008, 7, 4)} | fields)


def a_seat(presence: Presence, **fields: Any) -> Attendance:
    defaults: dict[str, Any] = {"id": an_id(), "meeting_id": MEETING.id, "agency_id": POLICE.id, "presence": presence}
    return Attendance(**defaults | fields)


def test_decisions_and_promises_stand_in_the_order_they_were_noted() -> None:
    page = told(a_decision("One"), a_decision("Two"), a_promise("First"), a_promise("Second"))
    assert page.decisions == ("One", "Two")
    assert [promise.text for promise in page.promises] == ["First", "Second"]


def test_another_meetings_decisions_stay_out() -> None:
    assert told(a_decision(meeting_id=None)).decisions == ()


def test_who_came_instead_is_named_with_whom() -> None:
    page = told(a_seat(Presence.SENT_SOMEBODY, person_id=AROHA.id, instead="Tama"))
    assert [each.words for each in page.came] == ["Police (Tama for Aroha Example)"]


def test_an_agency_that_came_is_not_said_to_have_been_missing() -> None:
    page = told(a_seat(Presence.PRESENT), a_seat(Presence.ABSENT), a_seat(Presence.ABSENT, agency_id=HOUSING.id))
    assert [each.agency for each in page.came] == ["Police"]
    assert [each.agency for each in page.absent] == ["Housing"]


def test_the_ball_is_told_with_its_new_holder() -> None:
    ball = Ball(id=an_id(), group_id=GROUP.id, issue="Licences", opened_on=date(2008, 1, 1))
    passed = Handover(id=an_id(), ball_id=ball.id, on=MEETING.on, agency_id=HOUSING.id, meeting_id=MEETING.id)
    assert told(ball, passed).passed == ("Licences: Housing",)


def test_what_is_restricted_stays_and_is_counted() -> None:
    hidden = Sensitivity.RESTRICTED
    page = told(a_decision(sensitivity=hidden), a_result(GROUP, meeting_id=MEETING.id, sensitivity=hidden))
    assert (page.decisions, page.victories, page.stays) == ((), (), 2)


def test_a_restricted_meeting_has_no_minutes() -> None:
    with pytest.raises(Mistake, match="restricted to this office"):
        told(meeting=a_meeting(GROUP, sensitivity=Sensitivity.RESTRICTED))


def test_the_meeting_that_comes_next_is_named() -> None:
    planned = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=date(2008, 7, 17), starts_at="14:00", place="Marae")
    assert "NEXT MEETING\nThu 17 Jul 2008, 14:00, Marae\n" in as_text(told(planned))


def test_the_text_tells_everything_once() -> None:
    text = as_text(
        told(a_decision(), a_promise("A van", to="The aunties", person_id=AROHA.id), a_seat(Presence.PRESENT))
    )
    assert text.startswith("Whānau and school, Māngere\nMinutes of the meeting of 12 Jun 2008, Papakura\n")
    assert "- Meet at the marae.\n" in text
    assert "- Police (Aroha Example): A van, to the aunties, by 4 Jul 2008\n" in text
    assert "CAME: 1 AGENCY\n- Police\n" in text


def test_no_line_of_the_text_is_longer_than_a_mail_program_shows() -> None:
    text = as_text(told(*(a_decision("Whānau " * 60) for _ in range(30))))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.count("- Whānau") == 30


def test_a_long_address_in_the_text_is_not_broken() -> None:
    address = "https://www.example.govt.nz/" + "a" * 80
    assert address in as_text(told(a_decision(f"Read {address} first")))


def test_no_id_stands_in_the_text() -> None:
    text = as_text(told(a_decision(), a_promise(), a_seat(Presence.PRESENT)))
    assert [each.id for each in (GROUP, MEETING, POLICE) if each.id in text] == []
