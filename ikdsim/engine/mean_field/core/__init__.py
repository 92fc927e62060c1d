"""Compiled rules in expected values, numbers only; a file named as one of the columns tells the same story."""
