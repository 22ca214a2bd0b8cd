"""`tracker assess`: the latest self-assessment of a group, its profile, its splits and what it suggests."""

from pathlib import Path
from typing import Any

import click

from tracker.commands.offices import Day, as_json, group_option, office_file, reading
from tracker.commands.printing import print_json, print_rows
from tracker.models.dates import shown
from tracker.models.figures.assessment.assessment_round import AssessmentRound
from tracker.models.figures.assessment.comparison import Comparison, compared_with_before
from tracker.models.figures.assessment.question_view import QuestionView
from tracker.models.figures.assessment.rounds import latest_round
from tracker.models.mistake import Mistake
from tracker.models.records import Group


@click.command()
@office_file
@group_option
@click.option("--on", type=Day(), help="The day that counts as today.")
@as_json
def assess_command(file: Path, group: str | None, on: Any, *, as_json: bool) -> None:
    """Show the latest self-assessment and what it suggests.

    What a single member answered is never shown. The suggestion is one: people decide.
    """
    if group is None:
        raise click.UsageError("Say which group, with --group.")
    with reading(file, on) as office:
        snapshot = office.snapshot()
        about = office.find(Group, group)
        found = latest_round(snapshot, about.id)
        if found is None:
            raise Mistake(
                f"Nobody has answered a self-assessment of {about.called} by {shown(snapshot.today)}: start one in the "
                "window, or send out forms (`tracker assess-form`)."
            )
        before = compared_with_before(snapshot, found.assessment)
    if as_json:
        print_json(_object(about, found, before))
    else:
        _print(about, found, before)


def _object(group: Group, found: AssessmentRound, before: Comparison | None) -> dict[str, Any]:
    round_, asked, suggested = found.assessment, found.coverage, found.suggestion
    return {
        "group": group.name,
        "group_id": group.id,
        "assessment_id": round_.id,
        "on": round_.on.isoformat() if round_.on else None,
        "named": round_.named,
        "coverage": {
            "raters": asked.raters,
            "agencies": len(asked.answered),
            "asked": [agency.name for agency in asked.asked],
            "not_asked": [agency.name for agency in asked.not_asked],
            "only_dont_know": asked.unknowing,
            "words": asked.words,
        },
        "profile": [
            {"stage": bar.stage.value, "score": bar.score, "agencies": list(bar.dots)} for bar in found.profile.bars
        ],
        "suggestion": {
            "kind": suggested.kind.value,
            "stage": suggested.stage.value if suggested.stage else None,
            "lane": suggested.lane.value if suggested.lane else None,
            "stages": [stage.value for stage in suggested.stages],
            "words": suggested.words,
            "reasons": list(suggested.reasons),
        },
        "thresholds": dict(round_.thresholds),
        "splits": [sign.key for sign in found.splits],
        "to_discuss": [{"sign": sign.key, "question": sign.discussion} for sign in found.to_discuss],
        # One rater's signs are that rater's answers.
        "signs": [_sign_object(sign) for sign in found.splits_first] if asked.raters > 1 else [],
        "before": _before_object(before) if before else None,
        "limits": list(found.limits),
    }


def _sign_object(sign: QuestionView) -> dict[str, Any]:
    """Agencies' means without their names: a name is for the table where it was agreed, not for a program."""
    return {
        "key": sign.key,
        "stage": sign.stage.value if sign.stage else None,
        "text": sign.text,
        "raters": sign.raters,
        "dont_know": sign.unknowing,
        "agencies": [dot.score for dot in sign.dots],
        "median": sign.median,
        "lowest": sign.lowest,
        "highest": sign.highest,
        "average_deviation": sign.deviation,
        "consensus": sign.agreement,
        "split": sign.split,
    }


def _before_object(before: Comparison) -> dict[str, Any]:
    return {
        "on": before.earlier.on.isoformat() if before.earlier.on else None,
        "in_both": before.in_both,
        "stages": {each.key: {"up": each.up, "same": each.same, "down": each.down} for each in before.whole},
        "joined": [agency.name for agency in before.joined],
        "left": [agency.name for agency in before.left],
        "words": before.words,
    }


def _print(group: Group, found: AssessmentRound, before: Comparison | None) -> None:
    click.echo(f"{group.name}, self-assessment of {shown(found.assessment.on)}")
    click.echo(f"{found.coverage.words}.")
    click.echo("")
    rows = [[bar.stage.label, bar.words] for bar in found.profile.bars]
    print_rows([["Stage", "Score"], *rows], "")
    click.echo("")
    click.echo(f"It suggests: {found.suggestion.words}")
    for reason in found.suggestion.reasons:
        click.echo(f"  {reason}")
    click.echo("")
    splits = [[sign.text, sign.words] for sign in found.splits]
    print_rows([["Members are split on", "How far"], *splits] if splits else [], "Members are not split on any sign.")
    if found.to_discuss:
        click.echo("")
        click.echo("To talk about:")
    for sign in found.to_discuss:
        click.echo(f"  {sign.discussion}")
    if before:
        _print_before(before)
    click.echo("")
    for limit in found.limits:
        click.echo(limit)


def _print_before(before: Comparison) -> None:
    click.echo("")
    click.echo(f"Since {shown(before.earlier.on)}: {before.words}.")
    if before.membership_words:
        click.echo(f"{before.membership_words}.")
    for change in before.whole:
        if change.words:
            click.echo(f"  {change.label}: {change.words}")
