"""What a group's People page is made of."""
