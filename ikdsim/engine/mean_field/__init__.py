"""Expected values in place of chance: the averages of many runs in milliseconds."""
