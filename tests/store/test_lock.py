"""The lock: who has an office, and the mark of an unclean end."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any, NoReturn

import pytest

from tracker.models.mistake import Mistake
from tracker.store.lock import Holder, Lock, holder, is_held, lock_path, refuse_if_held


@pytest.fixture
def office_path(tmp_path: Path) -> Path:
    path = tmp_path / "office.tracker"
    path.touch()
    return path


def left_behind(path: Path, host: str = "") -> None:
    """Leaves a lock file that nobody holds, as a process that was killed does; of this machine unless said."""
    lock = Lock(path, "Aroha")
    text = json.loads(lock_path(path).read_text())
    lock.release()
    lock_path(path).write_text(json.dumps(text | ({"host": host} if host else {})))


def test_a_lock_names_its_holder_and_goes_when_it_is_released(office_path: Path) -> None:
    lock = Lock(office_path, "Aroha")
    found = holder(office_path)
    assert found is not None
    assert (found.who, found.pid) == ("Aroha", os.getpid())
    lock.release()
    assert not lock_path(office_path).exists()
    assert holder(office_path) is None


def test_a_second_one_is_refused_and_told_who_has_it(office_path: Path) -> None:
    lock = Lock(office_path, "Aroha")
    with pytest.raises(Mistake, match=f"by Aroha on .+ \\(process {os.getpid()}\\): close it there first"):
        Lock(office_path, "Wiremu")
    with pytest.raises(Mistake, match="is open already"):
        refuse_if_held(office_path)
    assert is_held(office_path)
    lock.release()
    Lock(office_path, "Wiremu").release()


def test_those_who_only_read_are_let_in_when_nobody_has_it(office_path: Path) -> None:
    assert not is_held(office_path)
    refuse_if_held(office_path)
    assert not lock_path(office_path).exists()


def test_a_first_lock_is_clean(office_path: Path) -> None:
    lock = Lock(office_path, "Aroha")
    assert not lock.unclean
    lock.release()


def test_what_a_process_left_behind_is_taken_over_and_marks_an_unclean_end(office_path: Path) -> None:
    left_behind(office_path)
    assert not is_held(office_path)
    lock = Lock(office_path, "Wiremu")
    now = holder(office_path)
    assert (lock.unclean, now and now.who) == (True, "Wiremu")
    lock.release()


def test_another_machines_mark_is_believed(office_path: Path) -> None:
    left_behind(office_path, host="the-other-desk")
    with pytest.raises(Mistake, match="by Aroha on the-other-desk"):
        Lock(office_path, "Wiremu")
    assert holder(office_path) == Holder("Aroha", "the-other-desk", os.getpid())


@pytest.mark.parametrize("left", ["", "not json", "[1, 2]", '{"who": "Aroha"}', "{}"])
def test_an_unreadable_lock_file_is_taken_over(office_path: Path, left: str) -> None:
    lock_path(office_path).write_text(left)
    assert holder(office_path) is None
    Lock(office_path, "Wiremu").release()
    assert not lock_path(office_path).exists()


HOLDING = """
import sys
from pathlib import Path
from tracker.store.lock import Lock
lock = Lock(Path(sys.argv[1]), "Hana")
sys.stdout.write("held\\n")
sys.stdout.flush()
sys.stdin.read()
"""


def test_another_process_is_seen_and_its_lock_goes_with_it(office_path: Path) -> None:
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(office_path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Mistake, match=f"by Hana on .+ \\(process {other.pid}\\)"):
            Lock(office_path, "Aroha")
        other.kill()
    assert not is_held(office_path)
    lock = Lock(office_path, "Aroha")
    assert lock.unclean
    lock.release()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"There is no folder .+ make it first"):
        Lock(tmp_path / "nowhere" / "office.tracker", "Aroha")


def refusing(*wanted: object) -> NoReturn:
    raise PermissionError(13, "Permission denied")


def test_a_folder_that_takes_no_lock_is_told(office_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", refusing)
    with pytest.raises(Mistake, match=r"its folder does not allow it .+ copy it to a folder of your own"):
        Lock(office_path, "Aroha")


def test_a_lock_is_one_lock_through_a_link_as_well(office_path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.tracker"
    link.symlink_to(office_path)
    lock = Lock(link, "Aroha")
    assert is_held(office_path)
    lock.release()


def test_a_lock_file_that_its_holder_removes_meanwhile_is_asked_for_again(
    office_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [Lock(office_path, "Aroha")]
    opened = Path.open

    def late(path: Path, mode: str) -> IO[Any]:
        file = opened(path, mode)
        if held:
            held.pop().release()
        return file

    monkeypatch.setattr(Path, "open", late)
    lock = Lock(office_path, "Wiremu")
    assert is_held(office_path)
    lock.release()
