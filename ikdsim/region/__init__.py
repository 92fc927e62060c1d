"""Places, service points and history of a region, and the audit of its published table."""
