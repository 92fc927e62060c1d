"""The Mesa faces of residents, officers and the agency."""
