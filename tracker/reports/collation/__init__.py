"""Head office's side: returns from many offices are read, held against the rules, counted once and put together."""
