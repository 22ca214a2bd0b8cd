"""Pages of paper: the brief for the next meeting and the minutes of the last, seen first, then saved or printed."""
