"""Compiled rules and the records that they read: numbers only."""
