"""Scenario files: read, extended, checked."""
