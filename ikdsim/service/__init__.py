"""Services: where residents and officers meet."""
