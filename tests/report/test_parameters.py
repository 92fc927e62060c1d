"""What a planner reads with `ikdsim data parameters`."""

import pytest

from ikdsim.provenance import Parameters, load_parameters
from ikdsim.region.load import load_region
from ikdsim.report.layout import WIDTH
from ikdsim.report.parameters import parameters_document, parameters_table


@pytest.mark.parametrize("lang", ["id", "en"])
def test_all_fits_a_terminal(lang):
    assert max(map(len, parameters_table(load_parameters(), lang).splitlines())) <= WIDTH


def test_the_register_lists_value_range_kind_and_source():
    region_numbers = Parameters(load_region("babelan").numbers)
    table = parameters_table(region_numbers, "en")
    assert "babelan.signal_coastal = 0.65 share of homes (0.35 to 0.9; assumed)" in table
    assert "no local measurement was found" in " ".join(table.split())
    document = parameters_document(region_numbers)
    assert document["parameters"][0]["name"] == "babelan.target"
    assert len(document["parameters"]) == len(region_numbers)


def test_levers_stand_apart_from_what_may_be_fitted():
    register = load_parameters()
    fitted, levers = parameters_table(register, "en").split("\n\n")
    assert fitted.startswith(f"Register of parameters: {len(register) - len(register.levers)} numbers")
    assert all(f"{name} = " in levers and f"{name} = " not in fitted for name in register.levers)
