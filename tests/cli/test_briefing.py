"""`tracker brief`: the page for the next meeting as PDF, and the register of what left."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker


def test_the_brief_is_written_and_its_departure_noted(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "icm.pdf"
    ran = tracker("brief", sample_path, "--group", "ICM", "--out", out, "--to", "The chair")
    left = tracker("list", sample_path, "departures", "--json").json[-1]
    assert (ran.status, ran.err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")
    assert (left["to_whom"], left["file_name"]) == ("The chair", "icm.pdf")
    assert left["file_sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()


def test_what_stays_is_said(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    said = tracker("brief", sample_path, "--group", "ICM", "--out", tmp_path / "icm.pdf").out
    assert "17 Jul 2008" in said
    assert "stay in the office" in said


def test_the_day_can_be_set(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    ran = tracker("brief", sample_path, "--group", "CBT", "--on", "1 Nov 2007", "--out", tmp_path / "cbt.pdf")
    assert ran.status == 0


@pytest.mark.parametrize(
    ("group", "out", "status"),
    [("Unicorns", "b.pdf", 1), ("ICM", "b.doc", 1), ("ICM", "nowhere/b.pdf", 1)],
)
def test_what_cannot_be_done_is_a_sentence_and_leaves_the_office_as_it_was(
    tracker: Tracker, sample_path: Path, tmp_path: Path, group: str, out: str, status: int
) -> None:
    before = sample_path.read_bytes()
    ran = tracker("brief", sample_path, "--group", group, "--out", tmp_path / out)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith("tracker: ")
    assert sample_path.read_bytes() == before


def test_a_brief_without_a_group_is_a_wrong_use(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    assert tracker("brief", sample_path, "--out", tmp_path / "b.pdf").status == 2
