"""How long a group's People page takes to open, and to be drawn anew when its day moves: 40 agencies, 200 people.

`python -m benchmarks.people_page` prints the milliseconds for each list of the page, the middle and the longest.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.large_group import TODAY, large_group
from benchmarks.timing import timed
from tracker.models.records import Group, OfficeDetails, Reading
from tracker.store.office import Office
from tracker.store.setting import Setting

MONTHS, SIZES = 24, ((760, 540), (1656, 894))


def main() -> int:
    """Prints the table for a small window and for a large one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        office = _office(Path(folder))
        for width, height in SIZES:
            _measure(office, width, height)
        office.close()
    return 0


def _office(folder: Path) -> Office:
    records = large_group()
    setting = Setting(
        clock=lambda: datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC), who="Aroha", data_folder=folder
    )
    details = next(record for record in records if isinstance(record, OfficeDetails))
    office = Office.create(folder / "large.tracker", details, setting)
    with office.step("make a large group"):
        # Readings of power are no part of this page.
        office.save(*(record for record in records if not isinstance(record, (OfficeDetails, Reading))))
    return office


def _measure(office: Office, width: int, height: int) -> None:
    from tracker.ui import style
    from tracker.ui.desk import Desk
    from tracker.ui.group.people import PeopleTab
    from tracker.ui.pictures import without_screen
    from tracker.ui.place import Place

    app = without_screen()
    style.apply(app, style.Theme.LIGHT)
    group = next(iter(office.snapshot().of(Group)))
    made: list[PeopleTab] = []

    def open_page() -> None:
        tab = PeopleTab(Desk(office))
        made.append(tab)
        tab.resize(width, height)
        tab.show_place(Place("group", group.id, "people"))
        tab.show()
        app.processEvents()

    print(f"{width} x {height}\n{'opening':16}{timed(open_page) * 1000:8.1f} ms")
    tab = made[0]

    def move() -> None:
        tab.date_bar.step(-1)
        tab.repaint()
        app.processEvents()

    for side in tab.board.sides:
        tab.board.show_side(side)
        times = [timed(move) * 1000 for _ in range(MONTHS)]
        print(f"{side.title:16}{median(times):8.1f} ms, longest {max(times):.1f}")
        tab.date_bar.go_to_today()
    tab.close()


if __name__ == "__main__":
    sys.exit(main())
