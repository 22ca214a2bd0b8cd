"""The large group that the benchmarks measure: as large as it says, sound, and always the same."""

from collections import Counter

from benchmarks.large_group import AGENCIES, CONTRIBUTIONS, PEOPLE, TODAY, large_group
from benchmarks.people import figures
from tracker.models.records import Agency, Contribution, Group, Person
from tracker.models.snapshot import snapshot_of

RECORDS = large_group()
FIRST = next(record.id for record in RECORDS if isinstance(record, Group))


def test_it_has_so_many_agencies_people_and_contributions() -> None:
    counts = Counter(type(record) for record in RECORDS)
    assert (counts[Agency], counts[Person]) == (AGENCIES, PEOPLE)
    assert sum(isinstance(record, Contribution) and record.group_id == FIRST for record in RECORDS) == CONTRIBUTIONS


def test_nothing_in_it_would_be_refused_and_the_same_seed_gives_the_same() -> None:
    assert [record.problems() for record in RECORDS if record.problems()] == []
    assert large_group() == RECORDS
    assert len({record.id for record in RECORDS}) == len(RECORDS)


def test_every_figure_that_is_measured_can_be_worked_out_of_it() -> None:
    snapshot = snapshot_of(TODAY, RECORDS)
    assert [name for name, figure in figures(FIRST).items() if figure(snapshot) == ()] == []
