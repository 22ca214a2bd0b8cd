"""What a group's outcomes are made of: their indicators, the curve of each, and the results that served them."""
