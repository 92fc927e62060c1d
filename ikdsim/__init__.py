"""ikdsim."""
