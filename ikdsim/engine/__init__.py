"""Engines: two ways to run one rulebook."""
