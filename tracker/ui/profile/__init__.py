"""What the page of an agency and that of a person have in common."""
