"""The roles of the group with their dates: those held on the day, and on demand those of before."""

from collections.abc import Sequence

from tracker.models.figures.roles_of import HeldRole, roles_of
from tracker.models.records import Role
from tracker.ui.desk import Desk
from tracker.ui.moving.ways import Ways
from tracker.ui.people.columns import ROLE_COLUMNS
from tracker.ui.people.seats_side import ROLE, TRANSFER, WHAT_IF
from tracker.ui.people.side import ADD, CONFIRM, CORRECT, END, OPEN, Side
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.words import count


class RolesSide(Side):
    """People move, and that is when groups stall (§1.1): every role has its dates."""

    title = "Roles"
    columns = ROLE_COLUMNS
    offers = (
        (OPEN, "Open", "The page of the person"),
        (CORRECT, "Correct", "The role and its dates"),
        (CONFIRM, "Confirm", "The role still holds, as somebody said today. With Shift: on another day"),
        (TRANSFER, "Transfer…", "The person leaves, and somebody takes over seat, roles and promises"),
        (WHAT_IF, "What if … leaves", "What would go with the person, before it happens"),
        (END, "End…", "The last day of the role"),
    )
    nothing = "Roles such as public entrepreneur, guardian angel and chair stand here, with their dates."
    adding = "Add the first role"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._ways = Ways(desk, self)
        self.others = False

    def rows(self) -> Sequence[HeldRole]:
        found = roles_of(self.snapshot, self.group_id, self.day)
        return [one for one in found if one.held or self.others]

    def press(self, key: str, other_day: bool = False) -> None:
        if key in (ADD, ROLE):
            add_record(self.desk, self, Role, group_id=self.group_id, from_on=self.day)
        elif key == CONFIRM and self.chosen:
            self._confirm(other_day)
        elif self.chosen:
            self._do(key, self.chosen[0])

    def _do(self, key: str, row: HeldRole) -> None:
        person_id = row.role.person_id or ""
        if key == OPEN:
            self.go_to(person_id, None)
        elif key == CORRECT:
            self.deeds.told(self.group_id, lambda: correct_record(self.desk, self, row.role))
        elif key == END:
            self._ask_for_end(row)
        elif key == TRANSFER:
            self._ways.transfer(person_id, self.group_id)
        elif key == WHAT_IF:
            self._ways.what_if_leaves(person_id, self.group_id)

    def _confirm(self, other_day: bool) -> None:
        roles = [row.role for row in self.chosen]
        first = self.chosen[0]
        who = f"{first.person}, {first.role.title.lower()}" if len(roles) == 1 else count(len(roles), "role")
        self.confirm(who, other_day, lambda on: self.deeds.confirm(roles, on, who))

    def _ask_for_end(self, row: HeldRole) -> None:
        self.ask_for_day(
            f"Which is the last day of {row.person} as {row.role.title.lower()}?",
            "End",
            row.until or self.day,
            lambda on: self.deeds.end_role(self.snapshot.one(Role, row.id), on, row.person),
        )
