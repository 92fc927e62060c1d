"""Rogers: the residents and the rules of their five stages."""
