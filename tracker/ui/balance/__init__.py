"""What a group's Balance is made of: tiles, pictures with their lists, what was agreed, and what if."""
