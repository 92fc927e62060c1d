"""Synthetic residents: people who do not exist, drawn so that together they fit the published counts."""

from ikdsim.population.synthesise import synthesise

__all__ = ["synthesise"]
