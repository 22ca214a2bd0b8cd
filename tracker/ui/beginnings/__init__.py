"""Before starting: whether a group is needed, why it formed, how members see the issue, and what it is for."""
