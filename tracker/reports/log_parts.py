"""The columns of the log as a sheet shows them: how wide, what they ask for, and which list stands behind them."""

from dataclasses import dataclass

from tracker.models.log_columns import LogColumn as C

LOG_SHEET, READ_ME_SHEET, LISTS_SHEET, FACTS_SHEET = "Log", "Read_me", "Lists", "Metadata"
PROBLEM_HEADING = "Problem"
ROWS = 500
LOG_TITLE = "Log of what was done and agreed"
LOG_ABOUT = "One row = one thing that happened or was agreed. The sheet Read_me says how; Lists has the codes."

# How a prepared cell takes what is typed: as text that stays as it is, as a date, or as a spreadsheet sees fit.
TEXT, DAY, FREE = "@", "d mmm yyyy", "General"


@dataclass(frozen=True)
class LogPart:
    """One column. `prompt` is shown at the cell (up to 255 characters), `needed` and `meaning` on Read_me."""

    width: float
    needed: str
    meaning: str
    prompt: str = ""
    listed: str = ""
    kept: str = FREE


PARTS: dict[C, LogPart] = {
    C.ROW_REF: LogPart(9, "Filled in", "Leave it: it tells a row that is sent again from a new one.", kept=TEXT),
    C.MEETING_DATE: LogPart(
        15, "Yes", "The day of the meeting.", "Day, month and a year of four digits, such as 12 Jun 2008.", kept=DAY
    ),
    C.GROUP: LogPart(10, "Yes", "The group that met, by its code.", "The group's code; Lists has them all.", "group"),
    C.MEETING_PLACE: LogPart(18, "No", "Where it was.", "Up to 100 characters."),
    C.CHAIRED_BY: LogPart(20, "No", "Who chaired.", "Choose a name, or type one that is not in the list.", "member"),
    C.AGENCIES_PRESENT: LogPart(
        20,
        "Yes",
        "The codes of all agencies that came, with ; between them.",
        "Codes with ; between them, such as EDU; POL; WINZ. A row for the same meeting may repeat them or name others.",
        kept=TEXT,
    ),
    C.KIND: LogPart(14, "Yes", "What sort of thing the row is.", "Choose one; Read_me says what each is.", "kind"),
    C.WHAT_HAPPENED: LogPart(
        52,
        "Yes",
        "In your own words, 5 to 500 characters.",
        "5 to 500 characters. Never a client's or a family's name, address, phone, e-mail, date of birth or NHI "
        "number. A barrier or a contribution begins with its sort and a colon, such as budget: or staff time:",
    ),
    C.OWNER_AGENCY: LogPart(
        12,
        "With a commitment or a ball",
        "Whose it is: one agency only.",
        "Who promised, who has the ball, on whom a risk falls, who gave, or who sent an apology: one agency.",
        "agency",
    ),
    C.OWNER_PERSON: LogPart(18, "No", "Who there.", "A colleague's name or post, up to 80 characters."),
    C.DUE_DATE: LogPart(
        13, "With a commitment", "When it is to be done.", "On or after the day of the meeting.", kept=DAY
    ),
    C.COMMITMENT_STATE: LogPart(
        13, "With a commitment", "Open, doing, done, or stopped by the group.", "How the promise stands.", "state"
    ),
    C.VALUE: LogPart(9, "No", "A number, with its unit.", "A number from 0 up. It needs a unit."),
    C.UNIT: LogPart(12, "With a value", "What the number counts.", "What the value counts.", "unit"),
    C.BASELINE: LogPart(10, "No", "The number before.", "What the number was before."),
    C.BETTER_OFF: LogPart(
        12,
        "With a little victory",
        "How much was done, how well, or who is better off.",
        "Does it tell how much was done, how well, or that somebody is better off?",
        "better_off",
    ),
    C.AGENCIES_CONTRIBUTING: LogPart(
        20,
        "With a little victory",
        "The codes of all that had a part; with a lesson, of those that are to hear of it.",
        "Codes with ; between them. Shares are agreed at a meeting and not typed here.",
        kept=TEXT,
    ),
    C.LINE_CODE: LogPart(
        10, "No", "The code of an accountability line.", "Where you know it: the code of the appropriation.", kept=TEXT
    ),
    C.STRENGTH: LogPart(14, "No", "How much the agencies' part weighed.", "0 no part to 4 essential.", "strength"),
    C.EVIDENCE: LogPart(24, "No", "Where it is kept, up to 250 characters.", "Where it is kept, not the thing itself."),
    C.SENSITIVITY: LogPart(
        14,
        "Yes",
        "Open, in confidence, or restricted to the office.",
        "What is restricted never leaves the office in a return.",
        "sensitivity",
    ),
    C.ENTERED_BY: LogPart(16, "Yes", "Who typed the row.", "Your own name."),
    C.TO_WHOM: LogPart(16, "No", "To whom it was promised."),
    C.RISK_LEVEL: LogPart(12, "No", "Low, medium or high."),
    C.FELT: LogPart(12, "No", "How the meeting felt."),
}

HOW_TO_FILL = (
    "1. Work on the sheet Log: one row for each thing that happened or was agreed at a meeting.",
    "2. Each row names its meeting again: the same date, group and place are one meeting.",
    "3. Columns marked * are always needed; the others where the list below says so.",
    "4. A kind is a decision, a commitment, a little victory, a lesson, a risk, a ball (who takes an issue forward), "
    "what we now see differently, a note, a barrier, a contribution or an apology.",
    "5. Agencies and groups are named by their codes, which stand on the sheet Lists.",
    "6. Dates are day, month and a year of four digits. Leave empty what you do not know: nothing counts as 0.",
    "7. Never name a client or a family: no name, address, phone, e-mail, date of birth or NHI number.",
    "8. Leave the row references and the headings as they are. Rows may be sorted, and columns may be moved.",
    "9. Send the file to the office. When something changes, put the same row right and send it again: it updates, and "
    "does not double.",
    "10. This file is for one person: ask for another for a colleague. What cannot be read comes back with a column "
    "that says why.",
)
# A row from Papakura, as somebody would have typed it.
WORKED_ROW: dict[C, str] = {
    C.ROW_REF: "L001",
    C.MEETING_DATE: "12 Jun 2008",
    C.GROUP: "ICM",
    C.MEETING_PLACE: "Papakura",
    C.CHAIRED_BY: "Service manager",
    C.AGENCIES_PRESENT: "EDU; CYF; WINZ; POL; HNZ",
    C.KIND: "little victory",
    C.WHAT_HAPPENED: "Twelve tamariki are back at school and come every day.",
    C.VALUE: "12",
    C.UNIT: "people",
    C.BASELINE: "0",
    C.BETTER_OFF: "better off",
    C.AGENCIES_CONTRIBUTING: "EDU; CYF; WINZ; POL",
    C.LINE_CODE: "11768",
    C.STRENGTH: "3 needed",
    C.EVIDENCE: "Attendance register, school office",
    C.SENSITIVITY: "in confidence",
    C.ENTERED_BY: "Aroha Example",
}
