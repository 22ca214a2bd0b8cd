"""`tracker trajectory`, `picture` and `self-test`: what is drawn without a screen."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

SIGNS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


def test_a_trajectory_lists_its_judgements_in_order(tracker: Tracker, sample_path: Path) -> None:
    (path,) = tracker("trajectory", sample_path, "--group", "SEMO", "--json").json
    stages = [point["stage"] for point in path["points"]]
    assert stages[0] == "forming"
    assert stages.index("flying") < len(stages) - 1
    assert stages[-1] == "functioning"
    assert [point["on"] for point in path["points"]] == sorted(point["on"] for point in path["points"])


def test_all_groups_have_their_trajectory(tracker: Tracker, sample_path: Path) -> None:
    assert len(tracker("trajectory", sample_path, "--json").json) == 8


def test_the_day_can_be_set_back(tracker: Tracker, sample_path: Path) -> None:
    (path,) = tracker("trajectory", sample_path, "--group", "SEMO", "--on", "2004-01-01", "--json").json
    assert path["points"][-1]["stage"] == "flying"
    assert path["until"] == "2004-01-01"


@pytest.mark.parametrize("ending", SIGNS)
def test_a_trajectory_is_drawn_in_each_form(tracker: Tracker, sample_path: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"t.{ending}"
    assert tracker("trajectory", sample_path, "--group", "ICM", "--out", out).status == 0
    assert out.read_bytes().startswith(SIGNS[ending])


@pytest.mark.parametrize("options", [(), ("--since-start",), ("--multiples",)])
@pytest.mark.parametrize("ending", SIGNS)
def test_the_whole_office_is_drawn_in_each_way_and_form(
    tracker: Tracker, sample_path: Path, tmp_path: Path, ending: str, options: tuple[str, ...]
) -> None:
    out = tmp_path / f"all.{ending}"
    assert tracker("trajectory", sample_path, "--out", out, *options).status == 0
    assert out.read_bytes().startswith(SIGNS[ending])


def test_the_whole_office_on_an_earlier_day_knows_no_later_groups(tracker: Tracker, sample_path: Path) -> None:
    paths = tracker("trajectory", sample_path, "--on", "2004-01-01", "--json").json
    assert len(paths) == 4
    assert {path["until"] for path in paths} == {"2004-01-01"}


def test_the_picture_of_an_earlier_day_says_its_day(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.svg"
    assert tracker("trajectory", sample_path, "--on", "2004-01-01", "--out", out).status == 0
    assert "4 groups · 16 judgements · as at 1 Jan 2004" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "options",
    [("--multiples",), ("--since-start",), ("--group", "ICM", "--multiples", "--out", "t.png")],
)
def test_options_of_the_offices_picture_are_wrong_elsewhere(
    tracker: Tracker, sample_path: Path, options: tuple[str, ...]
) -> None:
    assert tracker("trajectory", sample_path, *options).status == 2


def test_a_picture_of_another_form_is_refused(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    assert tracker("trajectory", sample_path, "--group", "ICM", "--out", tmp_path / "t.bmp").status == 1
    assert tracker("picture", sample_path, "groups", "--out", tmp_path / "t.bmp").status == 1


PAGES = (
    "today",
    "groups",
    "meetings",
    "commitments",
    "agencies",
    "trajectories",
    "returns",
    "office",
    "log-meeting:ICM",
    "agency:POL",
    "person:Case manager",
    *(
        f"group:ICM/{tab}"
        for tab in ("overview", "people", "meetings", "commitments", "balance", "victories", "life-cycle")
    ),
)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_drawn_at_the_size_asked_for(
    tracker: Tracker, sample_path: Path, tmp_path: Path, page: str
) -> None:
    out = tmp_path / "page.png"
    assert tracker("picture", sample_path, page, "--out", out, "--size", "1024x720", "--theme", "dark").status == 0
    head = out.read_bytes()[16:24]
    assert (int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")) == (1024, 720)


@pytest.mark.parametrize("page", ["unicorns", "group:ICM/unicorns", "group:unicorns/overview", "groups:ICM"])
def test_a_page_that_is_not_there_is_a_sentence(tracker: Tracker, sample_path: Path, tmp_path: Path, page: str) -> None:
    ran = tracker("picture", sample_path, page, "--out", tmp_path / "page.png")
    assert (ran.status, ran.out) == (1, "")


def test_a_size_that_is_none_is_a_wrong_use(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    assert tracker("picture", sample_path, "groups", "--out", tmp_path / "p.png", "--size", "big").status == 2


def test_the_program_tests_itself_and_says_its_versions(tracker: Tracker) -> None:
    ran = tracker("self-test")
    assert ran.status == 0
    assert "SQLite" in ran.out
    assert ran.out.rstrip().endswith("All is well.")


def test_where_no_group_had_begun_no_picture_is_drawn(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.png"
    ran = tracker("trajectory", sample_path, "--on", "1990-01-01", "--out", out)
    assert ran.status == 1
    assert "No group had begun by 1 Jan 1990" in ran.err
    assert not out.exists()
