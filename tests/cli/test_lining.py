"""`tracker lines`: brought in, typed into a template, read back, and carried into a new year."""

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Tracker

SIXTY = Path(__file__).parent.parent / "data" / "treasury-60-rows.csv"


def test_a_year_of_lines_is_tried_first_then_brought_in_and_the_second_time_nothing_changes(
    tracker: Tracker, sample_path: Path
) -> None:
    words = ("lines", "import", sample_path, SIXTY, "--year", "2020", "--amount-type", "Main Estimates")
    tried = tracker(*words, "--dry-run")
    assert tried.status == 0
    assert "36 lines and 12 wholes of categories: 48 new" in tried.out
    assert "Nothing was kept: this was a try." in tried.out
    done = tracker(*words, "--json").json
    assert (done["counts"], done["total_000"], done["kept"]) == ({"new": 48, "changed": 0, "same": 0}, 4_856_089, True)
    assert tracker(*words, "--json").json["counts"] == {"new": 0, "changed": 0, "same": 48}
    assert len(tracker("list", sample_path, "lines", "--json").json) == 28 + 48


def test_bad_rows_are_named_and_the_good_ones_come_in(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "raw.csv"
    path.write_text(SIXTY.read_text(encoding="utf-8").replace(",Single,", ",Alone,", 1), encoding="utf-8", newline="")
    ran = tracker("lines", "import", sample_path, path, "--json")
    assert ran.status == 1
    assert ran.json["bad_rows"][0]["said"] == "Group Type is “Alone”: it must be Single or MCA."
    assert ran.json["lines"] == 59
    assert "tracker: 1 row: not read" in ran.err


def test_a_department_or_a_year_that_is_not_in_the_file_is_said(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("lines", "import", sample_path, SIXTY, "--department", "Ministry of Educatoin")
    assert (ran.status, "did you mean Ministry of Education" in ran.err) == (1, True)
    assert tracker("lines", "import", sample_path, SIXTY, "--year", "1999").status == 1
    assert tracker("lines", "import", sample_path, SIXTY, "--year", "soon").status == 2


def test_a_template_goes_out_with_a_note_in_the_register_and_comes_back(
    tracker: Tracker, sample_path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "t.xlsx"
    ran = tracker("lines", "template", sample_path, "--agency", "Education", "--out", out)
    assert ran.status == 0
    assert "Ministry of Education" in ran.out
    book = load_workbook(out)
    book["Lines"]["E5"] = "Renamed by the agency"
    book.save(out)
    tried = tracker("lines", "read", sample_path, out, "--dry-run")
    assert "1 changed" in tried.out
    assert tracker("lines", "read", sample_path, out, "--json").json["kept"] is True
    assert "Renamed by the agency" in tracker("list", sample_path, "lines").out


def test_while_a_row_is_rejected_nothing_is_read_in(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "t.xlsx"
    tracker("lines", "template", sample_path, "--agency", "Education", "--out", out)
    book = load_workbook(out)
    book["Lines"]["E5"] = "Renamed"
    book["Lines"]["B6"] = "Nobody"
    book.save(out)
    ran = tracker("lines", "read", sample_path, out)
    assert (ran.status, "tracker: row 6: " in ran.err) == (1, True)
    assert "Renamed" not in tracker("list", sample_path, "lines").out


def test_an_empty_template_says_that_it_is_empty(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "t.xlsx"
    tracker("lines", "template", sample_path, "--out", out)
    ran = tracker("lines", "read", sample_path, out)
    assert (ran.status, "has no row that is filled in" in ran.err) == (1, True)


def test_a_new_year_needs_its_lines_and_links_those_that_go_on(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("lines", "roll", sample_path, "--to", "2020")
    assert (ran.status, "There is no line of 2019/20 yet" in ran.err) == (1, True)
    tracker("lines", "import", sample_path, SIXTY)
    tried = tracker("lines", "roll", sample_path, "--to", "2018", "--dry-run", "--json").json
    done = tracker("lines", "roll", sample_path, "--to", "2018", "--json").json
    assert done["linked"] == tried["linked"]
    assert done["linked"]
    assert tracker("lines", "roll", sample_path, "--to", "2018", "--json").json["linked"] == []


def test_a_name_that_is_no_workbooks_is_refused(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    ran = tracker("lines", "template", sample_path, "--out", tmp_path / "t.csv")
    assert (ran.status, ran.err) == (1, "tracker: t.csv is no workbook's name: end it in .xlsx.\n")
