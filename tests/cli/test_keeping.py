"""Making an office, checking it, backing it up, putting it back, and the office's own copy."""

import errno
import json
import sqlite3
import sys
from pathlib import Path
from typing import NoReturn

import click
import pytest

from tests.cli.conftest import Tracker
from tracker.commands import COMMANDS
from tracker.store import steps


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


def test_nothing_leaves_that_cannot_be_registered(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    asked = ("--group", "ICM", "--period", "2007/08", "--out", tmp_path / "r.xlsx", "--to", " ")
    for ran in (
        tracker("export", sample_path, "--out", tmp_path / "copy", "--purpose", "x" * 400),
        tracker("return", sample_path, "group", *asked),
    ):
        assert ran.status == 1
        assert ran.err.splitlines()[-1].startswith("tracker: ")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["data", "sample.tracker"]


def test_a_new_office_that_cannot_be_filled_leaves_no_file(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*wanted: object) -> NoReturn:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(steps, "write", full)
    for words in (("sample", tmp_path / "s.tracker"), ("new", tmp_path / "n", "--office", "X", "--region", "Y")):
        ran = tracker(*words)
        assert (ran.status, ran.err) == (1, FULL)
    assert list(tmp_path.iterdir()) == []


FULL = "tracker: The disk is full, so nothing was saved: free some space on it, then try again.\n"


def test_a_name_too_long_is_told(tracker: Tracker, tmp_path: Path, sample_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    for words in (("new", path, "--office", "X", "--region", "Y"), ("sample", path), ("restore", path, sample_path)):
        ran = tracker(*words)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith("tracker: ")
    tracker("backup", sample_path)
    assert tracker("backups", path).out.endswith("has no backups yet.\n")


def test_a_wrong_use_is_said_in_a_sentence_with_the_way_to_help(tracker: Tracker) -> None:
    for words in (("list",), ("list", "x.tracker", "groupes"), ("log", "x", "--group", "ICM", "--date", "31 Jun 2008")):
        ran = tracker(*words)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("tracker: ")
        assert "--help says more" in ran.err


def test_every_command_explains_itself(tracker: Tracker) -> None:
    said = tracker("--help").out
    for command in COMMANDS:
        assert f"  {command}" in said
        assert "Usage: tracker" in tracker(command, "--help").out
    assert "..." not in said.partition("Commands:")[2]


def test_a_full_disk_where_the_list_was_to_go_is_told(
    tracker: Tracker, sample_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*wanted: object, **named: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(click, "echo", full)
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    ran = tracker("list", sample_path, "groups")
    assert (ran.status, ran.err.startswith("tracker: what was to be printed")) == (1, True)
