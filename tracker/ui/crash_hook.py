"""What hears of errors that nobody caught, and of Qt's own warnings."""

import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication


def install() -> None:
    """From here on an error that nobody caught opens the crash window, and Qt's own warnings are logged."""
    sys.excepthook = crashed
    qInstallMessageHandler(_log_qt_message)


def crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Logs what happened and opens the crash window; the program runs on."""
    # Imported when it is needed: no start has to wait for it.
    from tracker.crash_log import crash_text, write_crash_log
    from tracker.ui.crash_window import CrashWindow

    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    log = write_crash_log(kind, error, trace)
    # One crash window at a time: an error in painting would come again with every painting.
    if isinstance(QApplication.activeModalWidget(), CrashWindow):
        return
    # Without a parent: the window that was in front may be what went wrong, and would take this one with it.
    window = CrashWindow(crash_text(kind, trace), log)
    window.exec()
    window.deleteLater()


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind is not QtMsgType.QtDebugMsg and sys.stderr:
        sys.stderr.write(f"Qt: {message}\n")
