"""The Trajectories page: all groups of the office, laid over each other or side by side."""
