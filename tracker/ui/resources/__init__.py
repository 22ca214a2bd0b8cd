"""What agencies put in, how their homes support them, and how the group reads its power: sides of a group's Balance."""
