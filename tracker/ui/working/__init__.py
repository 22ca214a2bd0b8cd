"""Working together: tasks and practical steps, and what helps or hinders."""
