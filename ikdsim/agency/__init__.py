"""Edward III: the agency's four variables, its officers' time, its visits."""
