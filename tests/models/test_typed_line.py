"""A typed line is read with what the office knows; what could be two things is left open, and nothing is lost."""

import subprocess
import sys
import warnings
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_group, a_member, a_person, an_agency
from tests.models.typed_line_office import AGENCIES, GROUP, MET, office, terms
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.records import Record
from tracker.models.records.ball import Ball
from tracker.models.records.school_term import SchoolTerm
from tracker.models.snapshot import snapshot_of
from tracker.models.typed_line.reader import LineReader

ROOT = Path(__file__).parent.parent.parent


def read(line: str, *more: Record, on: date = MET, kind: ItemKind | None = None) -> DraftItem:
    return LineReader(office(*more), GROUP.id, on).read(line, kind)


@pytest.fixture(scope="module")
def reader() -> LineReader:
    return LineReader(office(), GROUP.id, MET)


def test_a_kind_that_was_chosen_stands_whatever_the_line_says() -> None:
    assert read("decided to share one desk", kind=ItemKind.LESSON).kind is ItemKind.LESSON


def test_a_promise_that_was_chosen_is_read_as_one() -> None:
    item = read("Police: run the course", kind=ItemKind.COMMITMENT)
    assert (item.kind, item.agency_id, item.text, item.kind_open) == (
        ItemKind.COMMITMENT,
        "POL",
        "Run the course",
        False,
    )


def test_without_terms_the_end_of_term_is_asked_for() -> None:
    item = read("Police will ring by the end of term")
    assert (item.due, item.due_open) == (None, "by the end of term")


def test_between_two_terms_the_end_of_term_is_asked_for() -> None:
    item = read("Police will ring by the end of term", *terms(), on=date(2008, 7, 10))
    assert (item.due, item.due_open) == (None, "by the end of term")


def test_in_two_terms_at_once_the_end_of_term_is_asked_for() -> None:
    other = SchoolTerm(id="kura", name="Kura, winter", from_on=date(2008, 6, 1), to_on=date(2008, 7, 11))
    assert read("Police will ring by the end of term", *terms(), other).due_open == "by the end of term"


def test_without_a_coming_meeting_its_day_is_asked_for() -> None:
    group = a_group(id="alone")
    reader = LineReader(snapshot_of(MET, [group]), "alone", MET)
    assert reader.read("c ring before the next meeting").due_open == "before the next meeting"


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2008, 6, 9), date(2008, 6, 20)),
        (date(2008, 6, 12), date(2008, 6, 20)),
        (date(2008, 6, 13), date(2008, 6, 20)),
        (date(2008, 6, 15), date(2008, 6, 20)),
    ],
)
def test_next_friday_is_the_friday_of_the_next_week(on: date, due: date) -> None:
    assert read("c ring by next Friday", on=on).due == due


def test_the_29th_of_february_is_read_in_a_leap_year() -> None:
    assert read("c ring by 29 February", on=date(2008, 1, 10)).due == date(2008, 2, 29)


def test_the_29th_of_february_is_asked_for_in_other_years() -> None:
    assert read("c ring by 29 February", on=date(2009, 1, 10)).due_open == "by 29 February"


def test_over_new_year_a_day_without_a_year_is_in_the_next() -> None:
    assert read("c ring by 15 January", on=date(2008, 12, 4)).due == date(2009, 1, 15)


def test_two_agencies_with_one_short_name_are_asked_about_in_a_promise_and_in_thanks() -> None:
    assert read("Youth Trust will open").who_open == "Youth Trust"
    assert read("well done Youth Trust").who_open == "Youth Trust"


def test_an_agency_of_the_group_goes_before_another_of_the_office() -> None:
    stranger = an_agency("POL2", id="other", name="Police Association", short_name="Police")
    assert read("Police will ring", stranger).agency_id == "POL"


def test_who_has_left_is_asked_about_and_was_known_before() -> None:
    assert read("Hone Walker will ring").who_open == "Hone Walker"
    before = read("Hone Walker will ring", on=date(2008, 3, 1))
    assert (before.agency_id, before.person_id, before.who_open) == ("HNZ", "Hone Walker", "")


def test_of_two_with_one_first_name_the_agency_beside_tells() -> None:
    item = read("Mere from Education will ring")
    assert (item.agency_id, item.person_id, item.who_open) == ("EDU", "Mere Tamati", "")


def test_a_day_before_the_meeting_is_read_as_it_stands() -> None:
    assert read("c ring by 1 June 2008").due == date(2008, 6, 1)


def test_a_name_is_known_with_a_macron_typed_in_two_parts() -> None:
    assert read("te wha\u0304nau will choose").agency_id == "WHA"


def test_names_that_begin_so_are_the_groups_agencies_then_its_people_then_the_rest(reader: LineReader) -> None:
    assert reader.names("")[:3] == ("Police", "Housing NZ", "Work and Income")
    assert reader.names("a") == ("Aroha Ngata", "Ana Pere")
    assert reader.names("whanau") == ("Whānau",)
    assert reader.names("youth tr") == ("Youth Trust South", "Youth Trust North")
    assert reader.names("")[-1] == "Hone Walker"


def test_reading_all_counts_empty_lines_and_gives_none_for_them(reader: LineReader) -> None:
    items = reader.read_all(["d one", "  ", "d two"])
    assert [(item.line, item.text) for item in items] == [(1, "One"), (3, "Two")]


def test_characters_that_cannot_be_shown_are_left_out_and_counted(reader: LineReader) -> None:
    item = reader.read("d One\x0bTwo\x0cThree\x80\ufffe")
    assert (item.text, item.left_out) == ("One Two Three", 4)


def test_a_mark_in_front_of_a_file_hides_no_letter(reader: LineReader) -> None:
    assert reader.read("\ufeffd one").kind is ItemKind.DECISION


@pytest.mark.parametrize(
    "text", ["مرحبا Police", "\u200fשלום", "🎉🎉 well", "d", ":", "- ", "c", "by Friday", "Police", "Police:"]
)
def test_whatever_is_typed_is_kept(text: str, reader: LineReader) -> None:
    item = reader.read(text)
    assert item.text or not text.strip(" -")


def test_a_line_with_emoji_is_read_all_the_same(reader: LineReader) -> None:
    item = reader.read("Police will ring 📞 by Friday 🎉")
    assert (item.agency_id, item.due, item.text) == ("POL", date(2008, 6, 13), "Ring 📞 by Friday 🎉")


def test_ten_thousand_characters_are_read_in_a_moment(reader: LineReader) -> None:
    text = "Police will ring Education and CYF by Friday, thanks to Youth Trust, " * 150
    item = reader.read(text)
    assert item.kind is ItemKind.COMMITMENT
    assert len(item.text) > 9_000


def test_five_hundred_lines_are_read(reader: LineReader) -> None:
    items = reader.read_all(f"Police will ring house {number} by 27 June" for number in range(500))
    assert (len(items), items[-1].line, items[-1].due) == (500, 500, date(2008, 6, 27))


# fmt: off
WORDS = st.sampled_from([
    "Police", "Mere", "Youth Trust", "will", "to", "by", "on", "the", "ball", "thanks", "if", "risk", "for", "next",
    "29", "Friday", "31", "2/3/4", "0/0", "99/99/99", "term", "end of", "99999999", "Hune", ":", "-", ",", "(", "'s",
    "@",
])
# fmt: on


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)), st.sampled_from([None, *ItemKind]))
def test_no_line_raises_or_warns(line: str, kind: ItemKind | None) -> None:
    reader = LineReader(office(), GROUP.id, MET)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        item = reader.read(line, kind)
    assert kind is None or item.kind is kind


def test_a_line_without_a_day_waits_for_no_library() -> None:
    program = (
        "import sys\nfrom tests.models.test_typed_line import read\n"
        "read('Police will ring the 40 families')\nprint('dateparser' in sys.modules)\n"
        "read('Police will ring by 27 June')\nprint('dateparser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_who_changed_agency_promises_for_the_seat_they_hold_on_the_day() -> None:
    moved = a_person(AGENCIES["HNZ"], id="moved", name="Kiri Wells")
    before = a_member(GROUP, AGENCIES["CYF"], person_id="moved", to_on=date(2008, 5, 31))
    since = a_member(GROUP, AGENCIES["HNZ"], person_id="moved", from_on=date(2008, 6, 1))
    assert read("Kiri Wells will ring", moved, before, since).agency_id == "HNZ"
    assert read("Kiri Wells will ring", moved, before, since, on=date(2008, 5, 1)).agency_id == "CYF"


def test_working_days_are_asked_for_where_a_holiday_may_fall_between() -> None:
    assert read("c ring within 10 working days").due == date(2008, 6, 26)
    assert read("c ring within 10 working days", on=date(2008, 5, 29)).due_open == "within 10 working days"
    assert read("c ring within 10 working days", on=date(2008, 3, 14)).due_open == "within 10 working days"
    assert read("c ring within 10 working days", on=date(2008, 12, 15)).due_open == "within 10 working days"


def test_an_open_ball_keeps_its_words_and_other_text_begins_with_a_capital() -> None:
    ball = Ball(id="ball", group_id=GROUP.id, issue="school attendance", opened_on=MET)
    assert read("b Education: the school attendance", ball).text == "school attendance"
    assert read("b Education: school buses", ball).text == "School buses"
    assert read("ring the school by Friday").text == "ring the school"


@pytest.mark.parametrize(
    "line", ["a" + " " * 9_999 + "b", "and " * 2_500, "moved " * 1_700, "x" + "\xa0" * 9_999 + "y"]
)
def test_long_and_odd_lines_are_read_in_a_moment(line: str, reader: LineReader) -> None:
    started = perf_counter()
    reader.read(line)
    assert perf_counter() - started < 0.5


def test_people_without_a_seat_are_asked_about() -> None:
    guest = a_person(AGENCIES["POL"], id="guest", name="Ngaire Guest")
    assert read("Ngaire Guest will ring", guest).who_open == "Ngaire Guest"


def test_an_agency_that_has_left_is_named_all_the_same() -> None:
    gone = an_agency("ACC", id="ACC", name="Accident Compensation")
    seat = a_member(GROUP, gone, to_on=date(2008, 1, 31))
    item = read("Accident Compensation will pay", gone, seat)
    assert (item.agency_id, item.who_open) == ("ACC", "")


def test_a_ball_is_told_in_the_words_of_the_open_ball_it_is_about() -> None:
    open_ball = Ball(id="ball", group_id=GROUP.id, issue="School attendance", opened_on=MET)
    for line in ("b Education: the school attendance", "Education has the ball on school attendance until 4 July"):
        item = read(line, open_ball)
        assert (item.text, item.agency_id) == ("School attendance", "EDU")


def test_a_ball_that_is_closed_lends_its_words_to_none() -> None:
    closed = Ball(id="ball", group_id=GROUP.id, issue="School attendance", opened_on=MET, closed_on=MET)
    assert read("b Education: the school attendance", closed).text == "The school attendance"


def test_a_first_name_is_known_in_small_letters_where_it_opens_a_line() -> None:
    assert read("tama to ring Housing").person_id == "Tama Brown"
    assert read("Housing to find a tama a desk").to == ""


def test_a_first_name_that_is_a_word_is_the_word_in_small_letters() -> None:
    seat = a_member(GROUP, AGENCIES["POL"], person_id="will")
    will = a_person(AGENCIES["POL"], id="will", name="Will Carter")
    assert read("Will to ring by Friday", will, seat).person_id == "will"
    assert read("will ring Housing by Friday", will, seat).person_id == ""


def test_a_first_name_goes_before_the_same_last_name() -> None:
    seat = a_member(GROUP, AGENCIES["POL"], person_id="mele")
    mele = a_person(AGENCIES["POL"], id="mele", name="Mele Tuʻipulotu")
    other = a_person(AGENCIES["HNZ"], id="other", name="Sione Mele")
    found = [read(line, mele, other, seat, a_member(GROUP, AGENCIES["HNZ"], person_id="other")) for line in MELE]
    assert [item.person_id for item in found] == ["mele"] * len(MELE)


MELE = ("mele to ring Housing", "Mele Tuipulotu will ring", "Mele Tu’ipulotu will ring")
