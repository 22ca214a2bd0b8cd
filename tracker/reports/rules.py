"""The words that returns carry about themselves: notes, statements and the versions of rules and shape."""

from tracker.models.records.handing_in import SignOffRole

RULES_VERSION = "1.0"
SCHEMA_VERSION = "1.0"
GROUP_SCHEMA = "nz.partnership-tracker.return.group"

ATTRIBUTION = (
    "Made with Partnership Tracker. Stages and their names follow “Better Connected Services for Kiwis” (Institute of "
    "Policy Studies, 2008). Codes, names and amounts of appropriations: The Treasury (New Zealand), CC BY 4.0."
)

STATEMENTS: dict[SignOffRole, str] = {
    SignOffRole.PREPARED: "I made this return from the office's records, and looked at each check.",
    SignOffRole.GROUP_AGREED: "The group has seen the results, the claims and the shares, and agrees to them.",
    SignOffRole.AGENCY_MANAGER: "What is said of my agency's part is so.",
    SignOffRole.REGIONAL: "The queries are explained, and I stand behind this return for the region.",
    SignOffRole.HEAD_OFFICE: "Received, checked and taken into the national figures.",
}

NOTES: tuple[tuple[str, str], ...] = (
    (
        "Identity",
        "Rule 1. A result has at most one claim on each line, and never counts towards both a multi-category "
        "appropriation and one of its categories.",
    ),
    ("Period", "Rule 2. A result is dated within its line's year, 1 July to 30 June; where not, the reason is given."),
    (
        "Shares",
        "Rule 3. Shares are optional, agreed to a hundredth of a percent, and come to at most 100% of a result.",
    ),
    (
        "Unallocated",
        "Rule 4. What the agreed shares leave over is community, iwi, other causes, not allocated. Less than 100% is "
        "normal and good practice.",
    ),
    (
        "Contributed to",
        "Rule 5. The whole value of each result on which an agency has a live claim; an agency with two lines "
        "counts once. Disputed and withdrawn claims do not count. It does not add up over agencies.",
    ),
    ("Apportioned", "Rule 6. The value times the share that the group agreed; blank, not 0, where there is none."),
    (
        "Counted once",
        "Rule 7. Each result once, by its id. Over results with agreed shares, apportioned and unallocated make up "
        "counted once.",
    ),
    (
        "Overlap factor",
        "Rule 8. Contributed to, added up over the agencies, divided by counted once. 1.0 is no overlap.",
    ),
    (
        "Adding up",
        "Rule 9. Only results with the same unit and count basis are added up. Where the latest counts, it is the last "
        "of the period; ratios add up their numerators and their denominators; everything else counts as one result. "
        "People may be the same people in other groups.",
    ),
    ("Indicators", "Rule 10. Figures of a whole population stand beside results. They are not summed or shared out."),
    (
        "Strong claims",
        "Rule 11. Strength 3 (needed) or 4 (essential) needs evidence of grade A or B, another explanation weighed and "
        "the group's agreement; otherwise the claim is printed as reported by the agency.",
    ),
    ("Who reports", "Rule 12. One office reports a result first; only its row is counted once."),
    ("Money", "Rule 13. An appropriation's amount is context. It is never multiplied by a share."),
    ("Lines rolled up", "Rule 14. Each level counts its distinct results afresh, and never adds up the level below."),
    (
        "Small counts",
        "Rule 15. Counts under 6 of people, whānau or households read “fewer than 6”, and what is worked out from them "
        "“withheld”. The result counts as a result; how many values are withheld stands beside the sums.",
    ),
    (
        "Restructures",
        "Rule 16. A line is that of an agency, a code and a year; a link, not its code, leads to other years.",
    ),
    (
        "Rounding",
        "Numbers are exact; what is worked out is rounded to six places, and the overlap factor shown to one.",
    ),
    (
        "Blank cells",
        "A blank cell means that nothing was recorded or that nothing can be worked out; it does not mean 0.",
    ),
    (
        "Long text",
        "A text longer than a cell goes on in the next row, whose first cell says “continued”. Control characters are "
        "replaced by a space or a line end, and counted on Checks.",
    ),
    (
        "Left out",
        "Names of people, readings, ratings, and everything restricted stay in the office. Of a restricted result the "
        "title leaves. Commitments do not say whose they are.",
    ),
    (
        "Checksum",
        "The checksum on Metadata tells whether the recorded rows are as they left the office. It finds accidents, not "
        "fraud. Explanations, sign-off and formulas are left out, so filling them in does not change it.",
    ),
)
