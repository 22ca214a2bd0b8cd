"""Keeps an office of the present version among the old offices that must open for ever.

Run it once before a release that follows with a new migration: one entry of each kind, taken from the sample.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))

from tracker.models.fields import FieldType, fields_of  # noqa: E402
from tracker.models.records import KIND_BY_NAME, KINDS, Membership, OfficeDetails, Reading, Record  # noqa: E402
from tracker.places import resources  # noqa: E402
from tracker.store.migrations import VERSION  # noqa: E402
from tracker.store.office import Office  # noqa: E402
from tracker.store.sample import read_sample  # noqa: E402
from tracker.store.setting import Setting  # noqa: E402

OLD_OFFICES = TOP / "tests" / "old_offices"


def leads_to(record: Record) -> Iterator[tuple[type[Record], str]]:
    """What a record leads to: kind and id."""
    for part in fields_of(type(record)):
        value = getattr(record, part.name)
        if not part.refers_to or not value:
            continue
        kind = KIND_BY_NAME[part.refers_to]
        if part.kept_as is FieldType.REFERENCE:
            yield kind, value
        elif part.kept_as is FieldType.REFERENCES:
            yield from ((kind, identity) for identity in value)
        else:
            yield from ((kind, identity) for identity, _ in value)


def with_all_they_need(wanted: Iterable[Record], known: dict[tuple[type[Record], str], Record]) -> list[Record]:
    """The records, and all those that they lead to, parents first."""
    found: dict[tuple[type[Record], str], Record] = {}
    waiting = list(wanted)
    while waiting:
        record = waiting.pop()
        if (type(record), record.id) not in found:
            found[type(record), record.id] = record
            waiting += [known[key] for key in leads_to(record)]
    return sorted(found.values(), key=lambda record: KINDS.index(type(record)))


def seats_of_readings(wanted: Iterable[Record], records: Iterable[Record]) -> list[Record]:
    """The seats in the groups whose balance was read: who was not at the table cannot be read."""
    groups = {record.group_id for record in wanted if isinstance(record, Reading)}
    return [record for record in records if isinstance(record, Membership) and record.group_id in groups]


def main() -> int:
    """Writes tests/old_offices/NNNN.tracker.gz; says no if it is there already."""
    kept = OLD_OFFICES / f"{VERSION:04d}.tracker.gz"
    if kept.exists():
        print(f"{kept.name} is there already: an old office is never written anew.")
        return 1
    moment = datetime(2008, 6, 30, tzinfo=UTC)
    with TemporaryDirectory() as folder:
        setting = Setting(clock=lambda: moment, who="the program", data_folder=Path(folder))
        records = read_sample(resources() / "sample", setting.mint)
        known = {(type(record), record.id): record for record in records}
        details = next(record for record in records if isinstance(record, OfficeDetails))
        firsts = [next((record for record in records if type(record) is kind), None) for kind in KINDS]
        wanted = [record for record in firsts if record]
        path = Path(folder) / "old.tracker"
        office = Office.create(path, details, setting)
        with office.step("fill the office"):
            office.save(*with_all_they_need([*wanted, *seats_of_readings(wanted, records)], known))
        office.close()
        OLD_OFFICES.mkdir(exist_ok=True)
        kept.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    print(f"{kept} holds an office of version {VERSION}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
