"""Compiled loops over records of residents: everything real."""
