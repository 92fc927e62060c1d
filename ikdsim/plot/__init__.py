"""Pictures, drawn with matplotlib: plain data in, a figure out. They know neither results nor scenarios."""
