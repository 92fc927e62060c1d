"""What a run leaves: its result, its record, and the folder that holds both."""
