"""How a group ends: the side of its Life cycle, and the dialog that closes it."""
