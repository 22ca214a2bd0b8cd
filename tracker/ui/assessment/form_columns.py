"""The columns of forms that came back: the file, whose answers, how many, and what will become of them."""

from PySide6.QtGui import QIcon

from tracker.reports.assessment_reading import Outcome, ReadForm
from tracker.ui.icons import icon
from tracker.ui.style import current
from tracker.ui.table import RIGHT, Column

_NONE = "–"
_SIGNS = {
    Outcome.NEW: ("circle-check", "good"),
    Outcome.REPLACES: ("pencil", "warning"),
    Outcome.SAME: ("info", "muted"),
    Outcome.REFUSED: ("circle-alert", "danger"),
}
_TONES = {Outcome.REPLACES: "warning", Outcome.REFUSED: "danger"}


class FormSigns:
    """The signs of the outcomes, each drawn once a theme."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def of_form(self, form: ReadForm) -> QIcon:
        """What becomes of a form, as a sign."""
        name, tone = _SIGNS[form.outcome]
        key = name, str(getattr(current(), tone))
        if key not in self._drawn:
            self._drawn[key] = icon(*key, 16)
        return self._drawn[key]


def form_columns(signs: FormSigns) -> tuple[Column, ...]:
    """Of what becomes of a form the reason stands below, small; whole in the tooltip."""
    return (
        Column("File", lambda form: form.file_name, width=190, least=120, share=1, tip=lambda form: str(form.path)),
        Column("Agency", _who, width=190, least=120, share=1, tip=_who),
        Column("Answered", lambda form: form.answered, _answered, align=RIGHT, width=90, least=80),
        Column(
            "What will happen",
            lambda form: form.outcome.value,
            outcome_words,
            width=340,
            least=240,
            share=3,
            tone=lambda form: _TONES.get(form.outcome, ""),
            icon=signs.of_form,
            tip=outcome_words,
        ),
    )


def outcome_words(form: ReadForm) -> str:
    """What becomes of a form, and on a second line how or why."""
    return f"{form.outcome.label}\n{form.sentence}"


def _who(form: ReadForm) -> str:
    return " ".join(filter(None, (form.agency, form.mark))) or _NONE


def _answered(form: ReadForm) -> str:
    return form.answered_words or _NONE
