"""Keeping a triage (§2.1), and overruling what its answers suggest."""

from dataclasses import replace

from tracker.models.figures.triage import triage_found
from tracker.models.mistake import Mistake
from tracker.models.records.outlook import Triage, TriageResult


def kept_triage(triage: Triage) -> Triage:
    """The triage with the result that its answers come to; what was overruled before was so for other answers.

    Raises Mistake if nothing is answered.
    """
    found = triage_found(triage)
    if not found.reasons:
        raise Mistake("None of the four questions is answered: answer those that you can.")
    return replace(triage, result=found.result, overruled_because="")


def overruled(triage: Triage, result: TriageResult | None, why: str) -> Triage:
    """The manager decides otherwise, and says why; the result that was worked out takes that back.

    Raises Mistake without a reason where the result differs.
    """
    found = triage_found(triage).result
    if result is None or result is found:
        return replace(triage, result=found, overruled_because="")
    if not why.strip():
        raise Mistake("Say in a line why it is decided otherwise than the answers suggest.")
    return replace(triage, result=result, overruled_because=why.strip())
