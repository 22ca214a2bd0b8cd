"""An agency under another name from a day on: the old name stays for the days before."""

from datetime import date

import pytest

from tests.builders import an_id
from tests.models.people_office import HOUSING, POLICE, TODAY, after, people_office
from tracker.models.agency_change import NewName, agency_history, agency_name_on, agency_on, renamed
from tracker.models.mistake import Mistake
from tracker.models.records import Succession
from tracker.models.snapshot import Snapshot

CHANGE, BEFORE = date(2008, 3, 1), date(2008, 2, 29)
NEW = NewName("Kāinga Ora", short_name="Kāinga Ora", code="KO")


def changed(on: date = CHANGE, new: NewName = NEW, snapshot: Snapshot | None = None) -> Snapshot:
    office = snapshot or people_office()
    return after(office, renamed(office, HOUSING.id, on, new, "New law", an_id))


def test_the_agency_has_each_name_on_its_own_days() -> None:
    office = changed()
    assert [agency_name_on(office, HOUSING.id, day) for day in (BEFORE, CHANGE)] == ["Housing", "Kāinga Ora"]
    then = agency_on(office, HOUSING.id, BEFORE)
    assert then is not None
    assert (then.name, then.code) == (HOUSING.name, "HNZ")


def test_of_several_names_the_one_of_the_day_counts() -> None:
    office = changed(TODAY, NewName("Homes", code="HM"), changed())
    days = (BEFORE, CHANGE, date(2008, 6, 29), TODAY)
    assert [agency_name_on(office, HOUSING.id, day) for day in days] == ["Housing", "Kāinga Ora", "Kāinga Ora", "Homes"]


def test_without_a_code_the_code_stays() -> None:
    agency = agency_on(changed(new=NewName("Homes")), HOUSING.id, TODAY)
    assert agency is not None
    assert agency.code == "HNZ"


def test_an_agency_that_is_not_there_has_no_name() -> None:
    assert (agency_name_on(people_office(), "nobody", TODAY), agency_on(people_office(), None, TODAY)) == ("", None)


def test_its_history_tells_names_and_who_took_over() -> None:
    succession = Succession(id=an_id(), agency_id=HOUSING.id, successor_id=POLICE.id, on=TODAY, why="Merged")
    office = after(changed(), (succession,))
    assert [(turn.on, turn.words, turn.why) for turn in agency_history(office, HOUSING.id)] == [
        (TODAY, "Police took over from it", "Merged"),
        (CHANGE, "Agency HNZ became Kāinga Ora", "New law"),
    ]
    assert agency_history(office, POLICE.id)[0].words == "It took over from Kāinga Ora"


REFUSED = (
    ("Give the new name", CHANGE, NewName("  ")),
    ("has this name already", CHANGE, NewName(HOUSING.name, "Housing")),
    ("is still to come", date(2008, 7, 1), NEW),
    ("Police has the code POL", CHANGE, NewName("Homes", code="POL")),
)


@pytest.mark.parametrize(("sentence", "on", "new"), REFUSED)
def test_what_makes_no_sense_is_refused(sentence: str, on: date, new: NewName) -> None:
    with pytest.raises(Mistake, match=sentence):
        changed(on, new)


def test_a_new_name_comes_after_the_one_before() -> None:
    with pytest.raises(Mistake, match="took its name on 1 Mar 2008"):
        changed(CHANGE, NewName("Homes", code="HM"), changed())
