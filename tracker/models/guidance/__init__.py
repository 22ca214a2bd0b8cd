"""What the program advises, in our own words, each with the section it rests on."""
