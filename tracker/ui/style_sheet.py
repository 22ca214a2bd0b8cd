"""The style sheet: what Qt's palette alone cannot say, written from the same colours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.ui.style import Colours

# Names in [brackets] are replaced by the colours of the theme; sizes are pixels, multiples of the 4 px unit.
_TEXT = """
QToolTip { background: [card]; color: [text]; border: 1px solid [edge]; padding: 4px; }
QFrame[look="card"] { background: [card]; border: 1px solid [edge]; border-radius: 8px; }
QFrame[look="page"], QScrollArea[look="page"], QWidget[look="page"] { background: transparent; border: none; }
QFrame[look="rule"] { background: [edge]; border: none; max-height: 1px; min-height: 1px; }
QLabel[look="muted"] { color: [muted]; font-size: [small]px; }
QLabel[look="quiet"] { color: [muted]; }
QLabel[look="heading"] { font-size: [large]px; font-weight: 600; }
QLabel[look="title"] { font-weight: 600; }
QLabel[look="figure"] { font-size: [large]px; font-weight: 600; }
QLabel[look="caption"] { color: [muted]; font-size: [small]px; font-weight: 600; }
QLabel[look="problem"] { color: [danger]; font-size: [small]px; }
QLabel[tone="danger"] { color: [danger]; }
QLabel[tone="warning"] { color: [warning]; }
QLabel[tone="good"] { color: [good]; }

QPushButton, QToolButton[look="quiet"] {
  background: [card]; color: [text]; border: 1px solid [edge]; border-radius: 6px; padding: 6px 12px;
  min-height: 18px; }
QPushButton:hover, QToolButton[look="quiet"]:hover { border-color: [field_edge]; background: [stripe]; }
QPushButton:pressed { background: [accent_soft]; }
QPushButton:focus, QToolButton[look="quiet"]:focus { border: 2px solid [accent]; padding: 5px 11px; }
QPushButton:disabled { color: [muted]; }
QPushButton:checked { background: [accent_soft]; border-color: [accent]; color: [link]; font-weight: 600; }
QPushButton[look="primary"] { background: [accent]; color: [accent_text]; border-color: [accent]; font-weight: 600; }
QPushButton[look="primary"]:hover { background: [accent_hover]; }
QPushButton[look="primary"]:focus { border: 2px solid [text]; }
QPushButton[look="primary"]:disabled { background: [edge]; border-color: [edge]; color: [muted]; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 2px 4px;
  color: [link]; font-weight: 600; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid [accent]; }
/* Several buttons have room in one line of a card only if they are small. */
QPushButton[small="true"], QWidget[small="true"] QPushButton { font-size: [small]px; padding: 2px 8px;
  min-height: 18px; }
QPushButton[small="true"]:focus, QWidget[small="true"] QPushButton:focus { padding: 1px 7px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QAbstractSpinBox {
  background: [field]; color: [text]; border: 1px solid [field_edge]; border-radius: 6px; padding: 5px 8px;
  selection-background-color: [accent]; selection-color: [accent_text]; }
QLineEdit, QComboBox { min-height: 20px; placeholder-text-color: [muted]; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid [accent]; padding: 4px 7px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {
  border: 2px solid [danger]; padding: 4px 7px; }
QLineEdit:disabled, QComboBox:disabled { color: [muted]; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; background: transparent; min-height: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("[chevron]"); width: 14px; height: 14px; }
QComboBox QAbstractItemView, QAbstractItemView[look="popup"] {
  background: [card]; color: [text]; border: 1px solid [field_edge]; outline: none; padding: 4px;
  selection-background-color: [accent]; selection-color: [accent_text]; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid [field_edge]; border-radius: 4px;
  background: [field]; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border: 1px solid [accent]; }
QCheckBox::indicator:checked { background: [accent]; border: 1px solid [accent]; image: url("[check]"); }
QCheckBox:focus { color: [link]; }

QSlider::groove:horizontal { background: [edge]; height: 6px; border-radius: 3px; }
QSlider::sub-page:horizontal { background: [accent]; height: 6px; border-radius: 3px; }
QSlider::handle:horizontal { background: [card]; border: 2px solid [accent]; border-radius: 8px; width: 12px;
  margin: -5px 0; }
QSlider::handle:horizontal:hover { background: [accent_soft]; }

QTableView, QTreeView, QListView { background: [card]; alternate-background-color: [stripe]; color: [text];
  border: none; outline: none; selection-background-color: [accent_soft]; selection-color: [text]; }
QListView[look="page"] { background: transparent; }
QTableView::item { padding: 0 8px; border: none; }
QTableView::item:selected { background: [accent_soft]; color: [text]; }
QHeaderView { background: [card]; border: none; }
QHeaderView::section { background: [card]; color: [muted]; border: none; border-bottom: 1px solid [edge];
  padding: 6px 8px; font-size: [small]px; font-weight: 600; }
QHeaderView::section:hover { color: [text]; }
QHeaderView::up-arrow { image: url("[chevron_up]"); width: 12px; height: 12px; subcontrol-position: center right; }
QHeaderView::down-arrow { image: url("[chevron]"); width: 12px; height: 12px; subcontrol-position: center right; }
QTableView[look="framed"] { border: 1px solid [edge]; border-radius: 8px; }

QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: [muted]; padding: 8px 16px; border: none;
  border-bottom: 2px solid transparent; margin-right: 4px; }
QTabBar[tight="true"]::tab { padding: 8px 7px; margin-right: 2px; }
QTabBar::tab:hover { color: [text]; }
QTabBar::tab:selected { color: [link]; font-weight: 600; border-bottom: 2px solid [link]; }
QTabBar::tab:focus { color: [text]; border-bottom: 2px solid [text]; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: [field_edge]; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: [muted]; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: [edge]; border: none; border-radius: 4px; min-height: 8px; max-height: 8px;
  color: transparent; }
QProgressBar::chunk { background: [accent]; border-radius: 4px; }
QMenuBar { background: [window]; color: [text]; border-bottom: 1px solid [edge]; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: [accent_soft]; }
QMenu { background: [card]; color: [text]; border: 1px solid [edge]; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: [accent]; color: [accent_text]; }
QMenu::item:disabled { color: [muted]; }
QMenu::separator { height: 1px; background: [edge]; margin: 4px 8px; }

QFrame[look="banner"] { border-radius: 6px; border: 1px solid [edge]; background: [card]; }
QFrame[look="banner"][tone="danger"] { background: [danger_soft]; border-color: [danger]; }
QFrame[look="banner"][tone="good"] { background: [good_soft]; border-color: [good]; }
QFrame[look="banner"][tone="danger"] QLabel { color: [text]; }

QWidget#navigation { background: [nav]; }
QWidget#navigation QLabel { color: [nav_text]; background: transparent; }
QWidget#navigation QLabel[look="name"] { font-weight: 600; }
QWidget#navigation QLabel[look="muted"] { color: [nav_muted]; }
QWidget#navigation QLabel[look="caption"] { color: [nav_muted]; }
QWidget#navigation QLineEdit { background: [nav_field]; color: [nav_text]; border: 1px solid [nav_muted];
  placeholder-text-color: [nav_muted];
  border-radius: 6px; padding: 5px 8px; }
QWidget#navigation QLineEdit:focus { border: 2px solid [action]; padding: 4px 7px; }
QWidget#navigation QPushButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
  color: [nav_text]; text-align: left; padding: 6px 12px; min-height: 20px; }
QWidget#navigation QPushButton:hover { background: [nav_field]; }
QWidget#navigation QPushButton:checked { background: [nav_chosen]; color: [nav_text]; font-weight: 600;
  border-color: transparent; }
QWidget#navigation QPushButton:focus { border: 1px solid [action]; }
QWidget#navigation QPushButton[look="action"] { background: [action]; color: [action_text];
  font-weight: 600; padding: 7px 12px; }
QWidget#navigation QPushButton[look="action"]:hover { background: [action_hover]; }
QWidget#navigation QPushButton[look="action"]:focus { border: 2px solid [nav_text]; padding: 6px 11px; }
QWidget#navigation QListView { background: transparent; color: [nav_text]; outline: none; }
QWidget#navigation QListView::item { padding: 4px 8px; border-radius: 6px; border: 1px solid transparent; }
QWidget#navigation QListView::item:hover { background: [nav_field]; }
QWidget#navigation QListView::item:selected { background: [nav_chosen]; color: [nav_text]; }
QWidget#navigation QListView::item:focus { border: 1px solid [action]; }
QWidget#navigation QScrollBar::handle { background: [nav_muted]; }
"""


def style_sheet(colours: Colours, icons: Path, small: int, large: int) -> str:
    """The style sheet of one theme; `icons` is the folder of the drawn arrows, sizes of text are in pixels."""
    shade = "on-dark" if colours.dark else "on-light"
    words = {name: value for name, value in vars(colours).items() if isinstance(value, str)}
    words |= {"small": str(small), "large": str(large)}
    words["chevron"] = (icons / f"chevron-down-{shade}.svg").as_posix()
    words["check"] = (icons / f"check-{shade}.svg").as_posix()
    words["chevron_up"] = (icons / f"chevron-up-{shade}.svg").as_posix()
    sheet = _TEXT
    for name, value in words.items():
        sheet = sheet.replace(f"[{name}]", value)
    return sheet
