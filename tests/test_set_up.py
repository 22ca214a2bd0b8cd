"""The set-up: when it works again, what it says is missing, and which doors there are."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import journey
import qt_libraries
import set_up

TOP = Path(__file__).resolve().parent.parent
with_a_shell = pytest.mark.skipif(os.name == "nt", reason="there is no make and no sh on Windows")


@pytest.fixture
def needs(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "pyproject.toml", tmp_path / "constraints.txt"]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    return files


def test_the_stamp_holds_while_nothing_has_changed(needs: list[Path], tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text(set_up.stamp_text(needs, "cpython 3.11", tmp_path), encoding="utf-8")
    assert set_up.stamp_holds(stamp, set_up.stamp_text(needs, "cpython 3.11", tmp_path))


@pytest.mark.parametrize("which", [0, 1])
def test_a_change_in_what_is_needed_breaks_the_stamp(needs: list[Path], tmp_path: Path, which: int) -> None:
    before = set_up.stamp_text(needs, "cpython 3.11", tmp_path)
    needs[which].write_text("something else", encoding="utf-8")
    assert set_up.stamp_text(needs, "cpython 3.11", tmp_path) != before


def test_another_python_or_a_moved_checkout_breaks_the_stamp(needs: list[Path], tmp_path: Path) -> None:
    before = set_up.stamp_text(needs, "cpython 3.11", tmp_path)
    assert set_up.stamp_text(needs, "cpython 3.12", tmp_path) != before
    assert set_up.stamp_text(needs, "cpython 3.11", tmp_path / "moved") != before


def test_without_a_stamp_everything_is_made(tmp_path: Path) -> None:
    assert not set_up.stamp_holds(tmp_path / "none", "anything")


def test_missing_libraries_are_named_in_one_line_with_the_command_that_installs_them() -> None:
    missing = qt_libraries.missing_packages(qt_libraries.OFFSCREEN, lambda file: file != "libEGL.so.1")
    sentence = qt_libraries.missing_sentence(missing)
    assert sentence.endswith("sudo apt-get install libegl1")
    assert "\n" not in sentence


def test_a_package_is_named_as_this_system_names_it() -> None:
    names = qt_libraries.named_here(["libglib2.0-0", "libgl1"], ["libgl1", "libglib2.0-0t64"])
    assert names == ["libglib2.0-0t64", "libgl1"]


@pytest.mark.parametrize(
    ("platform", "environ", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_seen_where_there_is_one(platform: str, environ: dict[str, str], screen: bool) -> None:
    assert qt_libraries.has_screen(platform, environ) is screen


def test_a_window_needs_more_than_the_tests_do_and_only_on_linux() -> None:
    shown = qt_libraries.wanted_libraries("linux", {"DISPLAY": ":0"}, window=True)
    hidden = qt_libraries.wanted_libraries("linux", {"DISPLAY": ":0"}, window=False)
    assert set(hidden) < set(shown)
    assert qt_libraries.wanted_libraries("win32", {}, window=True) == ()


def test_an_old_python_is_refused_with_what_to_try() -> None:
    with pytest.raises(set_up.SetUpError, match=r"3\.11 or later is needed and this is 3\.9\. Try: "):
        set_up.check_python((3, 9))


def test_an_unknown_verb_is_answered_with_the_list_of_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert set_up.main(["frobnicate"]) == 2
    assert "run, test, bench, lint, ready" in capsys.readouterr().err


@with_a_shell
def test_make_alone_lists_a_target_for_every_verb() -> None:
    listed = subprocess.run(["make", "-s"], cwd=TOP, capture_output=True, text=True, check=True).stdout
    targets = [line.split()[1] for line in listed.splitlines()]
    assert set(set_up.VERBS) <= set(targets)


def test_the_journey_leaves_an_office_a_picture_and_a_return(tmp_path: Path) -> None:
    left = [stage.leaves for stage in journey.stages(tmp_path) if stage.leaves]
    assert [file.suffix for file in left] == [".tracker", ".png", ".xlsx"]


@with_a_shell
def test_the_journey_stops_where_a_stage_fails(tmp_path: Path) -> None:
    no = tmp_path / "tracker"
    no.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    no.chmod(0o755)
    assert journey.walk(journey.stages(tmp_path), str(no)) == 1
