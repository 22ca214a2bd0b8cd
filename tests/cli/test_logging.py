"""`tracker log`: a meeting from text."""

from pathlib import Path

from tests.cli.conftest import Tracker

LINES = """\
d One desk on Tuesdays for both case managers
c Police: run the learner licence course by 27 Jul 2008
v All five tamariki enrolled and going
l Start from the family's own list
r Police: the course room may be lost
b Education: school attendance
s It is one family, not five cases
n The nurse would like to come
"""
WHERE = ("--group", "ICM", "--date", "2008-06-30")


def test_each_letter_gives_its_kind(tracker: Tracker, sample_path: Path) -> None:
    kinds = ("decisions", "commitments", "results", "lessons", "risks", "handovers", "notes", "meetings")
    before = {kind: len(tracker("list", sample_path, kind, "--json").json) for kind in kinds}
    assert tracker("log", sample_path, *WHERE, typed=LINES).status == 0
    after = {kind: len(tracker("list", sample_path, kind, "--json").json) for kind in kinds}
    added = {kind: after[kind] - before[kind] for kind in kinds}
    assert added == dict.fromkeys(kinds, 1) | {"notes": 2}


def test_a_promise_has_its_agency_and_its_date(tracker: Tracker, sample_path: Path) -> None:
    tracker("log", sample_path, *WHERE, typed="c Police: run the course by 27 Jul 2008\n")
    promise = tracker("list", sample_path, "commitments", "--group", "ICM", "--json").json[-1]
    assert (promise["text"], promise["due"], promise["first_due"]) == ("Run the course", "2008-07-27", "2008-07-27")
    assert promise["agency"] == "New Zealand Police"


def test_what_stays_open_is_named_by_its_line_and_kept(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("log", sample_path, *WHERE, typed="d Settled\nc somebody brings the list\n")
    assert ran.status == 0
    assert "tracker: line 2:" in ran.err
    assert "line 1:" not in ran.err


def test_a_meeting_before_the_group_began_is_refused_and_nothing_is_kept(tracker: Tracker, sample_path: Path) -> None:
    tracker("list", sample_path, "groups")
    before = sample_path.read_bytes()
    ran = tracker("log", sample_path, "--group", "ICM", "--date", "1999-01-01", typed="d Settled\n")
    assert ran.status == 1
    assert sample_path.read_bytes() == before


def test_a_date_that_is_none_is_a_wrong_use(tracker: Tracker, sample_path: Path) -> None:
    assert tracker("log", sample_path, "--group", "ICM", "--date", "31 Jun 2008", typed="d x\n").status == 2


def test_no_lines_at_all_are_refused(tracker: Tracker, sample_path: Path) -> None:
    assert tracker("log", sample_path, *WHERE, typed="\n\n").status == 1


def test_control_characters_are_left_out_and_counted(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("log", sample_path, *WHERE, typed="d From\x0bWord\x00\n")
    assert ran.status == 0
    assert "2 characters" in ran.err


def test_a_formula_and_forty_thousand_characters_are_kept_as_text(tracker: Tracker, sample_path: Path) -> None:
    tracker("log", sample_path, *WHERE, typed="d =1+1\nn " + "māra " * 8000 + "\n")
    assert tracker("list", sample_path, "decisions", "--group", "ICM", "--json").json[-1]["text"] == "=1+1"
    note = tracker("list", sample_path, "notes", "--group", "ICM", "--json").json[-1]["text"]
    assert note == "M" + ("māra " * 8000).strip()[1:]


def test_lines_end_as_any_system_ends_them(tracker: Tracker, sample_path: Path) -> None:
    for typed in ("d one\r\nd two\r\n", "d one\rd two\r", "\ufeffd one\nd two"):
        assert "2 items" in tracker("log", sample_path, *WHERE, typed=typed).out


def test_a_second_meeting_on_one_day_is_kept_and_said(tracker: Tracker, sample_path: Path) -> None:
    where = ("--group", "ICM", "--date", "2008-06-27")
    assert tracker("log", sample_path, *where, typed="d one\n").err == ""
    again = tracker("log", sample_path, *where, typed="d two\n")
    assert again.status == 0
    assert "another meeting of 27 Jun 2008" in again.err


def test_what_is_not_text_is_refused_in_a_sentence(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("log", sample_path, *WHERE, typed=b"d \xff\xfe\n")
    assert ran.status == 1
    assert "UTF-8" in ran.err
