"""What the world around a group asks it to settle, and why (§4.3, §8), in our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ContextHelp:
    """One question to settle. `text` says why it matters, `next_step` what to do; `section` is where it rests."""

    key: str
    title: str
    section: str
    text: str
    next_step: str


PARTICIPATION = ContextHelp(
    key="participation",
    title="Iwi and Māori participation",
    section="8.3",
    text=(
        "Whether iwi and Māori are partners in the work or are asked for their view is best said early: people who "
        "take it two ways soon talk past each other. Māori staff may answer to their own people as well as to their "
        "agency."
    ),
    next_step="Agree how iwi and Māori take part, and who can advise the group on it.",
)
SHARING = ContextHelp(
    key="sharing",
    title="Basis for sharing information",
    section="8.2",
    text=(
        "Each agency should know on what footing it passes on what it knows about people: they agreed to it, a law "
        "allows it, or nothing about people is passed on. Privacy law often stops less than is thought, and what it "
        "does stop is worth knowing beforehand."
    ),
    next_step="Choose the basis, and say in a line how it works here.",
)
SIGN_OUT = ContextHelp(
    key="sign_out",
    title="Who signs an agency's advice",
    section="8.1",
    text=(
        "Somebody who sits in the group owes something to it and to the agency at home. It helps when a colleague "
        "outside the group signs the agency's own advice on the matter, and the member is heard on it."
    ),
    next_step="Name who signs at home, agency by agency where it differs.",
)
BOUNDARIES = ContextHelp(
    key="boundaries",
    title="Boundaries that do not line up",
    section="8.2",
    text=(
        "Districts of agencies, councils and iwi seldom match. Where one agency needs two of its offices at the "
        "table, trust takes longer to grow, so it pays to know of it."
    ),
    next_step="Note where the lines differ, or that they all match.",
)
SURPRISES = ContextHelp(
    key="surprises",
    title="No surprises",
    section="4.3",
    text=(
        "An agency on which a high risk would fall should hear of it from the group, and in time to act, before it "
        "hears of it from anybody else."
    ),
    next_step="Tell the agency, and note the day and whom you told.",
)

CONTEXT_HELP: tuple[ContextHelp, ...] = (PARTICIPATION, SHARING, SIGN_OUT, BOUNDARIES, SURPRISES)
