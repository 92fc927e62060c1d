"""Compiled rules in expected values, file by file those of the columns: numbers only."""
