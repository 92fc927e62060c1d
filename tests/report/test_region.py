"""What a planner reads with `ikdsim data babelan`."""

import json
import subprocess
import sys

import pytest

from ikdsim.region.load import load_region
from ikdsim.report.layout import WIDTH
from ikdsim.report.region import describe, region_document


@pytest.mark.parametrize("lang", ["id", "en"])
def test_all_fits_a_terminal(lang):
    assert max(map(len, describe(load_region("babelan"), lang).splitlines())) <= WIDTH


def test_a_row_shows_counts_rates_and_distances():
    lines = describe(load_region("babelan"), "en").splitlines()
    (row,) = (line for line in lines if line.startswith("Desa Teluk Mati"))
    assert " ".join(row.split()) == "Desa Teluk Mati~° 12,467 *7,480 42 0.34 0.56 65% 10.6 20.6 37.5"


def test_totals_stand_below_the_places():
    lines = describe(load_region("babelan"), "id").splitlines()
    (row,) = (line for line in lines if line.startswith("semua tempat"))
    assert " ".join(row.split()) == "semua tempat 245.330 186.337 11.354 4,63 6,09"


def test_events_are_told_in_the_order_of_their_dates():
    told = describe(load_region("babelan"), "en")
    events = (
        "2 January 2023",
        "15 July 2023",
        "11 November 2023",
        "5 January 2024",
        "9 July 2024",
        "6 October 2025",
    )
    positions = [told.index(f"\n  {event}") for event in events]
    assert positions == sorted(positions)


def test_the_document_is_json_with_dates_and_findings():
    document = json.loads(json.dumps(region_document(load_region("babelan")), allow_nan=False))
    assert document["table_date"] == "2025-01-17"
    assert document["history"][0]["end"] == "2023-08-04"
    assert document["target"] == 58_640
    assert document["places"][7]["name"] == "Desa Hurip Jaya"
    assert {finding["severity"] for finding in document["audit"]} == {"agrees", "explained", "contradiction"}


def test_listing_the_data_needs_neither_numba_nor_pandas():
    heavy = "{'numba', 'pandas', 'mesa', 'matplotlib', 'numpy', 'rich'}"
    program = f"import sys, ikdsim.report.region, ikdsim.report.parameters; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
