"""The parts of the Meetings page and of a group's Meetings: what is planned, what was, and who came."""
