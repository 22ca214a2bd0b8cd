"""What was done since a moment: the latest steps, each with what it touched."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.builders import a_group, an_office
from tracker.models.past_step import Fate
from tracker.store.office import Office
from tracker.store.setting import Setting

BEGIN = datetime(2008, 6, 30, tzinfo=UTC)


class Clock:
    """A minute later each time it is looked at."""

    def __init__(self) -> None:
        self._number = 0

    def __call__(self) -> datetime:
        self._number += 1
        return BEGIN + timedelta(minutes=self._number)


def an_office_with_steps(tmp_path: Path, names: tuple[str, ...]) -> Office:
    setting = Setting(clock=Clock(), who="Aroha", data_folder=tmp_path / "data")
    office = Office.create(tmp_path / "office.tracker", an_office(), setting)
    for name in names:
        with office.step(name):
            office.save(a_group(name=name))
    return office


def test_steps_after_a_moment_come_newest_first_with_their_count(tmp_path: Path) -> None:
    office = an_office_with_steps(tmp_path, ("one", "two", "three"))
    steps, count = office.steps_since(BEGIN, 2)
    assert ([step.name for step in steps], count) == (["three", "two"], 4)
    assert office.steps_since(steps[1].at, 9)[1] == 1
    office.close()


def test_a_step_tells_what_it_put_in_and_what_it_changed(tmp_path: Path) -> None:
    office = an_office_with_steps(tmp_path, ())
    group = a_group()
    with office.step("add"):
        office.save(group)
    with office.step("rename"):
        office.save(replace(group, name="Another"))
    fates = [step.changes[0].fate for step in office.steps_since(BEGIN, 2)[0]]
    assert fates == [Fate.CHANGED, Fate.NEW]
    office.close()


def test_what_was_undone_was_not_done(tmp_path: Path) -> None:
    office = an_office_with_steps(tmp_path, ("one",))
    office.undo()
    assert [step.name for step in office.steps_since(BEGIN, 9)[0]] == ["make the office"]
    office.close()
