"""The first journey without a screen: the sample office, a meeting logged, the trajectory drawn, the return saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
FOLDER = TOP / "build" / "journey"
GROUP = "ICM"
DAY = "2008-06-30"
YEAR = "2007/08"
MEETING = """\
d The two case managers share one desk on Tuesdays
c Housing: bring the list of overcrowded houses by 14 Jul 2008
v A family had one meeting with everybody in place of five
n The school's nurse would like to come next time
"""


@dataclass(frozen=True)
class Stage:
    """One stage of the journey: what it does, the arguments of `tracker`, what is typed, and the file it leaves."""

    does: str
    arguments: tuple[str, ...]
    typed: str = ""
    leaves: Path | None = None


def stages(folder: Path) -> list[Stage]:
    """The journey, in order; all its files lie in the folder."""
    office, picture, book = folder / "sample.tracker", folder / "trajectory.png", folder / f"{GROUP} 2007-08.xlsx"
    group = ("--group", GROUP)
    return [
        Stage("The sample office", ("sample", str(office)), leaves=office),
        Stage(f"A meeting of {GROUP}, logged", ("log", str(office), *group, "--date", DAY), typed=MEETING),
        Stage(f"{GROUP}'s trajectory", ("trajectory", str(office), *group, "--out", str(picture)), leaves=picture),
        Stage(
            f"{GROUP}'s return for {YEAR}",
            ("return", str(office), "group", *group, "--period", YEAR, "--out", str(book)),
            leaves=book,
        ),
    ]


def walk(journey: Sequence[Stage], tracker: str) -> int:
    """Takes the stages one after another and says where each left its file.

    Returns the first exit status that is not 0, or 0; `tracker` has then said in a sentence what was wrong.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    for stage in journey:
        command = [tracker, *stage.arguments]
        done = subprocess.run(
            command, input=stage.typed, stdout=subprocess.DEVNULL, env=environment, encoding="utf-8", check=False
        )
        if done.returncode != 0:
            return done.returncode
        print(f"{stage.does}: {stage.leaves}" if stage.leaves else f"{stage.does}.", flush=True)
    return 0


def main() -> int:
    """Starts afresh each time: the folder is the journey's own."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    return walk(stages(FOLDER), str(Path(sys.executable).with_name("tracker")))


if __name__ == "__main__":
    sys.exit(main())
