"""The five floors, held against what each file imports: arrows point down, and some things are done in one place."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tracker.models.records import Group
from tracker.store.office import Office
from tracker.store.setting import Setting

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tracker"
FILES = sorted(PACKAGE.rglob("*.py"))

WORKBOOKS = {"openpyxl", "xlsxwriter", "python_calamine", "defusedxml"}
CALENDARS = {"icalendar"}
# The one file of the models that may use a library: what it reads is words, and it is loaded at the first day.
READS_DAYS = "models/typed_line/library.py"
# What the standard library offers of files, clocks, dice and databases: the models know none of it.
WORLD = {"io", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "time"}
# The parts of a file's floor; what stands beside the floors is named in full.
FLOORS = ("models", "store", "reports", "ui", "commands")
DOORS = {"tracker", "tracker.__main__", "tracker.app", "tracker.cli", "tracker.crash_log", "tracker.places"}
# Through these alone does the window reach the store.
OPEN_TO_UI = {"office", "setting", "making", "backups", "backup_request", "versions"}


def module_of(path: Path) -> str:
    """tracker/store/office.py is tracker.store.office."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = frozenset(module_of(path) for path in FILES)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Every module a file imports, wherever in the file, by statement or by `import_module("…")`."""
    return frozenset(name for node in ast.walk(tree_of(path)) for name in imported_by(node))


def imported_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=module, names=names, level=level):
            assert level == 0, "imports are written in full"
            for alias in names:
                whole = f"{module}.{alias.name}"
                yield whole if whole in MODULES else str(module)
        case ast.Call(
            func=ast.Name(id="import_module") | ast.Attribute(attr="import_module"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            yield name


def outside(path: Path) -> set[str]:
    """The libraries and standard modules a file imports, by their first name."""
    return {name.split(".")[0] for name in imports_of(path)} - {"tracker"}


def inside(path: Path) -> set[str]:
    """The modules of this program that a file imports."""
    return {name for name in imports_of(path) if name.split(".")[0] == "tracker"}


def on_floor(floor: str) -> list[Path]:
    return [path for path in FILES if path.relative_to(PACKAGE).parts[0] == floor]


def floors_used(path: Path) -> set[str]:
    """The floors a file imports from; "tracker.places" and its like are named in full."""
    return {name.split(".")[1] if name not in DOORS else name for name in inside(path)}


def libraries(path: Path) -> set[str]:
    return outside(path) - set(sys.stdlib_module_names)


def named(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def each_file(floor: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", on_floor(floor), ids=named)


def test_every_file_lives_on_a_floor_or_is_a_door() -> None:
    assert {module for module in MODULES if module not in DOORS and module.split(".")[1] not in FLOORS} == set()


@each_file("models")
def test_models_know_the_standard_library_and_each_other_alone(path: Path) -> None:
    assert floors_used(path) <= {"models"}
    assert libraries(path) <= ({"dateparser"} if named(path) == READS_DAYS else set())
    assert outside(path) & WORLD == set()


@each_file("models")
def test_models_ask_no_clock_and_open_no_file(path: Path) -> None:
    asked = {ast.unparse(node.func) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)}
    clocks = {f"{kind}.{name}" for kind in ("date", "datetime") for name in ("today", "now", "utcnow")}
    assert asked & {*clocks, "open", "Path"} == set()


@each_file("store")
def test_the_store_stands_on_the_models_and_sqlite_alone(path: Path) -> None:
    assert floors_used(path) <= {"models", "store", "tracker.places"}
    assert libraries(path) <= {"sqlite_utils", "platformdirs"}


@each_file("reports")
def test_reports_turn_plain_records_into_files_and_know_no_store(path: Path) -> None:
    assert floors_used(path) <= {"models", "reports", "tracker"}
    assert libraries(path) <= WORKBOOKS | CALENDARS
    assert "sqlite3" not in outside(path)


@each_file("ui")
def test_the_window_draws_and_asks_and_reaches_the_store_through_its_door(path: Path) -> None:
    assert outside(path) & {"sqlite3", "sqlite_utils", *WORKBOOKS, *CALENDARS} == set()
    assert floors_used(path) <= {"models", "store", "reports", "ui", "tracker", "tracker.places", "tracker.crash_log"}
    used = {name.split(".")[2] for name in inside(path) if name.startswith("tracker.store.")}
    assert used <= OPEN_TO_UI


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nothing_is_swallowed(path: Path) -> None:
    """What catches everything passes it on; the crash hook and the job runner, which cannot, are the two places."""
    if named(path) in ("ui/crash_hook.py", "ui/job.py"):
        return
    handlers = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ExceptHandler)]
    assert [node.lineno for node in handlers if catches_all(node) and not passes_on(node)] == []


def catches_all(handler: ast.ExceptHandler) -> bool:
    caught = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)} if handler.type else set()
    return handler.type is None or bool(caught & {"Exception", "BaseException"})


def passes_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nothing_is_printed_past_click(path: Path) -> None:
    called = {ast.unparse(node.func) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)}
    assert "print" not in called


# What comes first in each subprocess below: Qt cannot be imported, as where it is not installed.
WITHOUT_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, NoQt())
from tracker.cli import main
"""
HEAVY = "{'sqlite_utils', 'numpy', 'pyqtgraph', 'openpyxl', 'xlsxwriter', 'icalendar', 'dateparser'}"
TELL_HEAVY = f"print('heavy:', sorted({HEAVY} & {{name.split('.')[0] for name in sys.modules}}))\n"


def ran(program: str, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=50,
        check=False,
    )


def test_the_command_line_works_where_qt_is_not_installed(sample_path: Path) -> None:
    done = ran(WITHOUT_QT + "sys.exit(main())", "list", sample_path, "groups")
    assert (done.returncode, done.stderr) == (0, "")
    assert "NMCC" in done.stdout


def test_every_command_loads_where_qt_is_not_installed() -> None:
    load = "from tracker.commands.command_line import COMMANDS, commands\n"
    done = ran(WITHOUT_QT + load + "for name in COMMANDS: commands.get_command(None, name)")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_window_says_in_a_sentence_that_qt_is_missing(sample_path: Path) -> None:
    done = ran(WITHOUT_QT + "sys.exit(main())", sample_path)
    assert done.returncode == 1
    assert done.stderr.startswith("tracker: The window needs Qt")


READING = (
    ("list", "groups", "--json"),
    ("list", "history"),
    ("search", "mangere"),
    ("trajectory",),
    ("check",),
    ("backups",),
)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_commands_wait_for_no_heavy_library(words: tuple[str, ...], sample_path: Path) -> None:
    program = "import sys\nfrom tracker.cli import main\nmain()\n" + TELL_HEAVY
    done = ran(program, words[0], sample_path, *words[1:])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("heavy: []\n")


FIRST_PAINT = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import tracker.app
from tracker.store.setting import Setting
from tracker.ui.place import Place
from tracker.ui.preferences import Preferences
from tracker.ui.window import Window
def tell(window):
    {TELL_HEAVY.strip()}
    print("page:", window.place.page)
    QApplication.closeAllWindows()
def made(self, *given):
    make(self, *given)
    self.painted.connect(lambda: tell(self))
make, Window.__init__ = Window.__init__, made
path, group_id = Path(sys.argv[1]), sys.argv[2]
app = QApplication([])
preferences = Preferences.keep_in(Setting.of_this_machine().data_folder)
if group_id:
    preferences.keep_place(path, Place("group", group_id, "overview"))
sys.exit(tracker.app.run(path))
"""


@pytest.mark.parametrize(("last_seen", "page"), [("", "today"), ("ICM", "group")])
def test_the_first_page_is_painted_before_any_heavy_library_is_loaded(
    last_seen: str, page: str, sample_path: Path, setting: Setting
) -> None:
    group_id = ""
    if last_seen:
        office = Office.read(sample_path, setting)
        group_id = office.find(Group, last_seen).id
        office.close()
    done = ran(FIRST_PAINT, sample_path, group_id)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"heavy: []\npage: {page}\n"
