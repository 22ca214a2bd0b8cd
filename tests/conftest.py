"""What every test may ask for: a machine with a fixed clock, an office of its own, and the sample."""

import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

# Before anything imports Qt: the tests have no screen, and a fixed time zone.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "Pacific/Auckland"
if hasattr(time, "tzset"):
    time.tzset()

from tests.builders import an_office
from tracker.store.making import make_sample
from tracker.store.office import Office
from tracker.store.setting import Setting

NOON = datetime(2008, 6, 30, 0, 0, tzinfo=UTC)


@pytest.fixture
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setting:
    """Noon of 30 June 2008 in New Zealand; backups in a folder of the test's own, for the commands too."""
    monkeypatch.setenv("TRACKER_DATA", str(tmp_path / "data"))
    return Setting(clock=lambda: NOON, who="Aroha", data_folder=tmp_path / "data")


@pytest.fixture
def office(tmp_path: Path, setting: Setting) -> Iterator[Office]:
    """An empty office, open."""
    made = Office.create(tmp_path / "office.tracker", an_office(), setting)
    yield made
    made.close()


@pytest.fixture(scope="session")
def sample_master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, written once; tests work on copies."""
    folder = tmp_path_factory.mktemp("sample")
    path = folder / "sample.tracker"
    make_sample(path, Setting(clock=lambda: NOON, who="Aroha", data_folder=folder)).close()
    return path


@pytest.fixture
def sample_path(sample_master: Path, tmp_path: Path, setting: Setting) -> Path:
    """A copy of the sample office that the test may change."""
    path = tmp_path / "sample.tracker"
    shutil.copy(sample_master, path)
    return path


@pytest.fixture
def sample(sample_path: Path, setting: Setting) -> Iterator[Office]:
    """The sample office, open."""
    opened = Office.open(sample_path, setting)
    yield opened
    opened.close()
