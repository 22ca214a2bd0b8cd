"""The accountability lines of the office: looked up, brought in, typed, and carried into a new year."""
