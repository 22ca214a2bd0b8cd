"""The sides of a group's Learning (§5)."""
