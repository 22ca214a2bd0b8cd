"""What `tracker` does on the command line: a file a family of commands, each loaded when it is called."""
