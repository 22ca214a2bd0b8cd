"""`tracker return`: the workbook, its checks, its revisions and the register of what left."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Tracker
from tracker.reports.checksum import saved_checksum


def returned(tracker: Tracker, office: Path, out: Path, *more: str, group: str = "ICM") -> Ran:
    return tracker("return", office, "group", "--group", group, "--period", "2007/08", "--out", out, *more)


def test_a_return_is_written_and_its_departure_noted(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "icm.xlsx"
    assert returned(tracker, sample_path, out, "--to", "Regional Commissioner").status == 0
    left = tracker("list", sample_path, "departures", "--json").json[-1]
    assert (left["to_whom"], left["file_name"]) == ("Regional Commissioner", "icm.xlsx")
    assert left["file_sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()


def test_the_checksum_kept_is_the_checksum_of_what_the_file_holds(
    tracker: Tracker, sample_path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "icm.xlsx"
    returned(tracker, sample_path, out)
    kept = tracker("list", sample_path, "returns", "--json").json[-1]
    assert kept["checksum"] == saved_checksum(out)[1]


def test_a_second_return_is_the_next_revision_and_follows_the_first(
    tracker: Tracker, sample_path: Path, tmp_path: Path
) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        returned(tracker, sample_path, tmp_path / name)
    first, second = tracker("list", sample_path, "returns", "--json").json[-2:]
    assert (first["revision"], second["revision"], second["supersedes_id"]) == (1, 2, first["id"])


def test_a_return_with_errors_is_not_certified_and_nothing_is_written(
    tracker: Tracker, sample_path: Path, tmp_path: Path
) -> None:
    ran = returned(tracker, sample_path, tmp_path / "m.xlsx", "--state", "certified", group="MTJ")
    assert ran.status == 1
    assert not (tmp_path / "m.xlsx").exists()
    assert all(made["state"] != "draft" for made in tracker("list", sample_path, "returns", "--json").json)


def test_a_return_with_errors_can_be_saved_as_a_draft_that_says_them(
    tracker: Tracker, sample_path: Path, tmp_path: Path
) -> None:
    ran = returned(tracker, sample_path, tmp_path / "m.xlsx", group="MTJ")
    assert ran.status == 0
    assert "110%" in ran.err


def test_a_quarter_without_results_is_a_nil_return(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "g.xlsx"
    words = ("--group", "GUEDO", "--period", "2007/08-Q4", "--out", out)
    assert tracker("return", sample_path, "group", *words).status == 0
    assert out.exists()


@pytest.mark.parametrize(
    ("group", "period", "out", "status"),
    [
        ("ICM", "2007/09", "r.xlsx", 1),
        ("ICM", "next year", "r.xlsx", 1),
        ("Unicorns", "2007/08", "r.xlsx", 1),
        ("or", "2007/08", "r.xlsx", 1),
        ("ICM", "2007/08", "nowhere/r.xlsx", 1),
        ("ICM", "2007/08", "r.doc", 1),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_leaves_the_office_as_it_was(
    tracker: Tracker, sample_path: Path, tmp_path: Path, group: str, period: str, out: str, status: int
) -> None:
    before = sample_path.read_bytes()
    ran = tracker("return", sample_path, "group", "--group", group, "--period", period, "--out", tmp_path / out)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith("tracker: ")
    assert sample_path.read_bytes() == before


def test_an_older_workbook_stays_when_the_new_one_cannot_be_written(
    tracker: Tracker, sample_path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "folder.xlsx"
    out.mkdir()
    assert returned(tracker, sample_path, out).status == 1
    assert out.is_dir()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_an_agencys_return_is_written_noted_and_followed(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    words = ("--agency", "EDU", "--period", "2007/08", "--out")
    for name in ("one.xlsx", "two.xlsx"):
        assert tracker("return", sample_path, "agency", *words, tmp_path / name).status == 0
    first, second = tracker("list", sample_path, "returns", "--json").json[-2:]
    assert (first["kind"], first["revision"], second["revision"], second["supersedes_id"]) == ("R2", 1, 2, first["id"])
    left = tracker("list", sample_path, "departures", "--json").json[-1]
    assert left["file_sha256"] == hashlib.sha256((tmp_path / "two.xlsx").read_bytes()).hexdigest()
    assert second["checksum"] == saved_checksum(tmp_path / "two.xlsx")[1]


@pytest.mark.parametrize("kind", ["group", "agency"])
def test_a_return_without_saying_whose_is_used_wrongly(
    tracker: Tracker, sample_path: Path, tmp_path: Path, kind: str
) -> None:
    ran = tracker("return", sample_path, kind, "--period", "2007/08", "--out", tmp_path / "r.xlsx")
    assert ran.status == 2
    assert f"Say which {kind}, with --{kind}." in ran.err


def test_the_office_returns_its_region_without_naming_it(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "region.xlsx"
    ran = tracker("return", sample_path, "region", "--period", "2007/08", "--out", out)
    assert ran.status == 0
    assert "Region return, Auckland, 2007/08: revision 1" in ran.out
    kept = tracker("list", sample_path, "returns", "--json").json[-1]
    assert (kept["kind"], kept["scope"], kept["checksum"]) == ("R3", "Auckland", saved_checksum(out)[1])
