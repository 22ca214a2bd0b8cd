"""Pictures without a screen: a page of the window as PNG, and a trajectory as PNG, SVG or PDF."""

import os
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tracker.models.dates import shown
from tracker.models.figures.trajectories import Trajectories
from tracker.models.figures.trajectory import Trajectory
from tracker.models.mistake import Mistake
from tracker.store.office import Office
from tracker.ui import style
from tracker.ui.disposal import take_down
from tracker.ui.place import Place
from tracker.ui.preferences import Preferences
from tracker.ui.style import Theme
from tracker.ui.window import Window

# Long enough for a page that fills itself after it is shown, such as one with a plot.
_SETTLING_MILLISECONDS = 400


def without_screen(scale: float = 1.0) -> QApplication:
    """The application for drawing alone; `scale` (1 to 4) holds only if none is running yet."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    return style.application(["tracker"])


def draw_trajectory(trajectory: Trajectory, out: Path, theme: Theme = Theme.LIGHT) -> None:
    """Writes a trajectory as .png, .svg or .pdf. Raises Mistake for another ending, or where it cannot be written."""
    app = without_screen()
    style.apply(app, theme)
    plots = import_module("tracker.ui.plots.trajectory")
    plots.save_trajectory(trajectory, out, theme)


def draw_office(
    told: Trajectories, name: str, out: Path, theme: Theme = Theme.LIGHT, *, since_start: bool = False
) -> None:
    """Writes all groups' trajectories over each other, by calendar or from their beginnings.

    The picture is .png, .svg or .pdf. Raises Mistake for another ending, or where it cannot be written.
    """
    app = without_screen()
    style.apply(app, theme)
    plots = import_module("tracker.ui.plots.office_picture")
    plots.save_office_plot(told, (name, _as_at(told)), out, theme, since_start=since_start)


def draw_office_multiples(told: Trajectories, name: str, out: Path, theme: Theme = Theme.LIGHT) -> None:
    """Writes each group's trajectory in a tile of its own. Raises Mistake as `draw_office` does."""
    app = without_screen()
    style.apply(app, theme)
    pictures = import_module("tracker.ui.trajectories.multiples_picture")
    pictures.save_multiples(told.lines, (name, _as_at(told)), out, theme)


def draw_page(office: Office, place: Place, out: Path, *, size: QSize, scale: float, theme: Theme) -> None:
    """Writes a page of the window, as it would look on a screen of that size, as PNG.

    Raises Mistake if the file cannot be written.
    """
    app = without_screen(scale)
    style.apply(app, theme)
    if place.page in ("group", "trajectories"):
        import_module("tracker.ui.plots.trajectory")
    with TemporaryDirectory() as folder:
        # Not the person's own preferences: the picture of an office is the same for everybody.
        preferences = Preferences.keep_in(Path(folder))
        preferences.theme = theme
        window = Window(office.setting, preferences)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(size)
        window.take_office(office)
        window.go(place)
        window.show()
        _settle(window)
        image = window.grab().toImage()
        take_down(window)
    if out.suffix.lower() != ".png" or not image.save(str(out)):
        raise Mistake(f"{out} could not be written: end its name in .png, and look whether its folder is there.")


def _as_at(told: Trajectories) -> str:
    return f"{told.words} · as at {shown(told.on)}"


def _settle(window: Window) -> None:
    loop = QEventLoop()
    QTimer.singleShot(_SETTLING_MILLISECONDS, loop.quit)
    loop.exec()
    # Signals are read a slice at a time, and in a large office there are many.
    from tracker.ui.signals.reader import reader_of

    while window.desk and reader_of(window.desk).reading:
        QApplication.processEvents()
