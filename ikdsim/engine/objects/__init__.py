"""Plain Mesa agents: to be read aloud, and the oracle of the columns."""
