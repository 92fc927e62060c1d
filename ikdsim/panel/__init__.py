"""The panel: dated counts of active IKD in other regencies, cities, provinces and in the nation."""
