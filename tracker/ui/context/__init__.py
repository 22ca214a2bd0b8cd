"""What a group's context is made of: the questions that the world around it asks, its risks and its barriers."""
