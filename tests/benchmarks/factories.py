"""Builders for what does not matter to a test: a measurement, a row, a document."""


def measured(**figures):
    """What a process hands back; without figures, one second for 1,000 residents and 10 weeks."""
    usual = {"cpu_seconds": 1.0, "wall_seconds": 1.5, "residents": 1000, "weeks": 10}
    return {**usual, "peak_bytes": None, **figures}


def row_of(name, **figures):
    """A row of a document."""
    usual = {"residents": 245_330, "weeks": 313, "rounds": 3, "cpu_seconds": 0.123, "wall_seconds": 0.124}
    usual |= {"ns_per_resident_week": 1.6, "peak_bytes": 2e8, "bytes_per_resident": 28.0}
    return {
        "name": name,
        **usual,
        "times_slower_than_columns": 1.0,
        "times_faster": None,
        "deviation": None,
        "agrees": None,
        **figures,
    }


def document_of(*rows, **entries):
    """A document of `ikdsim bench`."""
    machine = {"processor": "Abacus 7", "cores": 2, "system": "Linux", "python": "3.11.7"}
    about = {"version": "0.2.0", "date": "2026-11-22", "machine": machine, "bandwidth_gb_s": 11.5}
    usual = {"missing": {}, "earlier": {}, "ratios": {}, "compared_with": None, "slower": []}
    return {**about, "rows": list(rows), **usual, **entries}
