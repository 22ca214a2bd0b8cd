"""All signals of an office of 200 groups and ten years, some 100,000 records, over every group in all.

Measured once on a fresh snapshot in memory, which builds as well what the snapshot finds by; and once from the file,
where reading the records is counted too. Beside each stands what is aimed for.
"""

from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.life_course import TODAY
from benchmarks.life_office import GROUPS, make_life_office
from benchmarks.timing import Pairs, Row, timed
from tracker.models.records import KINDS
from tracker.models.signals.signals import signals
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.store.office import Office
from tracker.store.setting import Setting

# In seconds, at the median: in memory, and with the reading.
LIMIT, WITH_READING = 0.500, 3.0
RUNS = 9


def measure(ground: Ground) -> tuple[Row, Row]:
    """Two rows; the first run of each is warming up and not counted."""
    made = ground.setting
    setting = Setting(clock=made.clock, who=made.who, data_folder=made.data_folder, today=TODAY)
    path = ground.folder / "many-years.tracker"
    make_life_office(path, setting)
    office = Office.read(path, setting)
    records = [record for kind in KINDS for record in office.snapshot().of(kind)]
    office.close()
    in_memory = [_in_memory(snapshot_of(TODAY, records)) for _ in range(RUNS + 1)]
    from_file = [_from_file(path, setting) for _ in range(RUNS + 1)]
    number = f"{len(records):,} records"
    return (
        _row(f"all signals of {GROUPS} groups, {number} in memory", in_memory[1:], LIMIT),
        _row("… with reading what they look at from the file", from_file[1:], WITH_READING),
    )


def _row(what: str, times: list[float], limit: float) -> Row:
    return Row(what, "what is aimed for", Pairs(tuple(times), (limit,) * len(times)), at_most=1.0)


def _in_memory(snapshot: Snapshot) -> float:
    return timed(lambda: signals(snapshot))


def _from_file(path: Path, setting: Setting) -> float:
    """From the opening of the file on: kinds that no rule looks at are not read."""
    office = Office.read(path, setting)
    try:
        return timed(lambda: signals(office.snapshot()))
    finally:
        office.close()
