"""Calibration: which numbers go with the published counts, as a posterior and never as a point."""
