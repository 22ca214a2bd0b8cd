"""Work away from the window's thread."""

import sys
import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from tracker.models.mistake import Mistake
from tracker.ui.job import Cancelled, Job, Progress


def run(work: object, qtbot: QtBot) -> tuple[list[object], list[str]]:
    job = Job(work)  # type: ignore[arg-type]
    done: list[object] = []
    mistaken: list[str] = []
    job.done.connect(done.append)
    job.mistaken.connect(mistaken.append)
    with qtbot.waitSignal(job.finished):
        job.start()
    job.wait()
    qtbot.wait(10)
    return done, mistaken


def test_a_job_gives_back_what_it_made_in_another_thread(qtbot: QtBot) -> None:
    done, _ = run(lambda progress, cancelled: threading.current_thread() is threading.main_thread(), qtbot)
    assert done == [False]


def test_a_mistake_comes_back_as_its_sentence(qtbot: QtBot) -> None:
    def work(progress: Progress, cancelled: Cancelled) -> None:
        raise Mistake("The disk is full: make room.")

    assert run(work, qtbot) == ([], ["The disk is full: make room."])


def test_a_job_that_was_cancelled_gives_nothing_back(qtbot: QtBot) -> None:
    def work(progress: Progress, cancelled: Cancelled) -> str:
        while not cancelled():
            progress(0.5, "half way")
            time.sleep(0.001)
        return "too late"

    job = Job(work)
    done: list[object] = []
    job.done.connect(done.append)
    heard: list[tuple[float, str]] = []
    job.progressed.connect(lambda share, words: heard.append((share, words)))
    job.start()
    qtbot.waitUntil(lambda: heard[:1] == [(0.5, "half way")])
    with qtbot.waitSignal(job.finished):
        job.cancel()
    assert done == []


def test_an_error_of_ours_reaches_the_crash_hook(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    crashes: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: crashes.append(kind))
    run(lambda progress, cancelled: 1 / 0, qtbot)
    assert crashes == [ZeroDivisionError]
