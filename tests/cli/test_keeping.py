"""Making an office, checking it, backing it up, putting it back, and the office's own copy."""

import json
from pathlib import Path

from tests.cli.conftest import Tracker


def test_a_new_office_is_empty_and_sound(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "new.tracker"
    assert tracker("new", path, "--office", "Bay of Plenty", "--region", "Bay of Plenty").status == 0
    assert tracker("list", path, "groups", "--json").json == []
    assert tracker("check", path).status == 0


def test_the_sample_office_is_sound(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("check", sample_path, "--json")
    assert (ran.status, ran.json["findings"]) == (0, [])


def test_an_office_is_never_written_over(tracker: Tracker, sample_path: Path) -> None:
    before = sample_path.read_bytes()
    assert tracker("sample", sample_path).status == 1
    assert tracker("new", sample_path, "--office", "X", "--region", "Y").status == 1
    assert sample_path.read_bytes() == before


def test_a_backup_is_listed_and_can_be_put_back(tracker: Tracker, sample_path: Path) -> None:
    assert tracker("backup", sample_path).status == 0
    backup = tracker("backups", sample_path, "--json").json[0]["path"]
    tracker("log", sample_path, "--group", "ICM", "--date", "2008-06-30", typed="d Forget this\n")
    assert tracker("restore", sample_path, backup).status == 0
    assert tracker("search", sample_path, "Forget this", "--json").json == []


def test_logging_makes_the_backup_of_the_day_and_reading_makes_none(tracker: Tracker, sample_path: Path) -> None:
    tracker("list", sample_path, "groups")
    assert tracker("backups", sample_path, "--json").json == []
    tracker("log", sample_path, "--group", "ICM", "--date", "2008-06-30", typed="d Settled\n")
    assert [backup["reason"] for backup in tracker("backups", sample_path, "--json").json] == ["opening"]


def test_a_backup_goes_where_it_is_asked_to(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "stick" / "copy.tracker"
    assert tracker("backup", sample_path, "--out", out).status == 1
    out.parent.mkdir()
    assert tracker("backup", sample_path, "--out", out).status == 0
    assert tracker("check", out).status == 0
    assert tracker("backup", sample_path, "--out", out).status == 1


def test_the_copy_holds_every_kind_and_is_registered(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy"
    ran = tracker("export", sample_path, "--out", out, "--to", "Archives")
    assert ran.status == 0
    assert "restricted" in ran.err
    assert len(json.loads((out / "groups.json").read_text(encoding="utf-8"))) == 8
    left = tracker("list", sample_path, "departures", "--json").json[-1]
    assert (left["to_whom"], left["file_name"]) == ("Archives", "copy")


def test_a_copy_never_goes_into_a_folder_that_is_there(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    assert tracker("export", sample_path, "--out", tmp_path).status == 1


def test_text_that_looks_like_a_formula_is_text_in_the_csv(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    tracker("log", sample_path, "--group", "ICM", "--date", "2008-06-30", typed="d =1+1\n")
    tracker("export", sample_path, "--out", tmp_path / "copy")
    assert ",'=1+1" in (tmp_path / "copy" / "decisions.csv").read_text(encoding="utf-8-sig")


def test_every_command_refuses_what_is_no_office_and_leaves_it_alone(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Aroha")
    commands = (
        ("list", path, "groups"),
        ("search", path, "x"),
        ("log", path, "--group", "ICM", "--date", "2008-06-30"),
        ("trajectory", path),
        ("check", path),
        ("backup", path),
        ("export", path, "--out", tmp_path / "copy"),
        ("return", path, "group", "--group", "ICM", "--period", "2007/08", "--out", tmp_path / "r.xlsx"),
    )
    for words in commands:
        ran = tracker(*words, typed="d x\n")
        assert (words[0], ran.status, ran.out) == (words[0], 1, "")
        assert ran.err.startswith("tracker: letter.txt is not an office")
    assert sorted(found.name for found in tmp_path.iterdir() if found.name != "data") == ["letter.txt"]


def test_a_slip_of_the_keys_names_the_nearest_command(tracker: Tracker) -> None:
    ran = tracker("lits")
    assert ran.status == 2
    assert "list" in ran.err
