"""Words for readers: summaries, tables and listings in plain text."""
