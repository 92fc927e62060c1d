"""Engines: three ways to run one rulebook.

`objects` is to be read aloud, `columns` is for everything real, `mean_field` gives the averages of many runs.
"""
