"""The ground that the measurements stand on: a folder on the disk, the sample office in it, and what processes get."""

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tracker.store.making import make_sample
from tracker.store.setting import Setting

TOP = Path(__file__).resolve().parent.parent
BARE = TOP / "benchmarks" / "bare"


@dataclass(frozen=True)
class Ground:
    """One folder for one run of the table; a row works on copies of the sample."""

    folder: Path

    @classmethod
    def prepare(cls, folder: Path) -> "Ground":
        """Writes the sample office in the folder."""
        ground = cls(folder)
        make_sample(ground.sample, ground.setting).close()
        return ground

    @property
    def sample(self) -> Path:
        """The sample office, never changed."""
        return self.folder / "sample.tracker"

    @property
    def mark(self) -> Path:
        """Where a process notes the moment that counts."""
        return self.folder / "mark.txt"

    @property
    def data_folder(self) -> Path:
        """Backups and preferences, apart from the person's own."""
        return self.folder / "data"

    @property
    def setting(self) -> Setting:
        """The real clock, and no person's own folder."""
        return Setting(clock=lambda: datetime.now(UTC), who="benchmark", data_folder=self.data_folder)

    @property
    def environment(self) -> dict[str, str]:
        """For a process: without a screen, and with bytecode kept as a person's Python keeps it."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        kept.setdefault("QT_QPA_PLATFORM", "offscreen")
        return {
            **kept,
            "PYTHONPATH": str(TOP),
            "TRACKER_DATA": str(self.data_folder),
            "TRACKER_MARK_PAINT": str(self.mark),
            "TRACKER_EXIT_AFTER_PAINT": "1",
        }

    def copy_of_sample(self, name: str) -> Path:
        """A fresh copy to work on, closed in good order."""
        path = self.folder / f"{name}.tracker"
        path.with_name(f"{path.name}.lock").unlink(missing_ok=True)
        shutil.copyfile(self.sample, path)
        return path
