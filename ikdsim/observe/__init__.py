"""Observers: they look at every week and write nothing."""
