"""Moving forward: tactics for the stage, what was promised of them, and whether it helped."""
