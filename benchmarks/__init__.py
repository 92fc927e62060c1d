"""How fast and how small ikdsim is, beside its peers and beside itself of the last version."""
