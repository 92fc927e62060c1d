"""Where the keys of a text stand."""

from ikdsim.scenario.key_positions import key_positions

TEXT = """\
region = "babelan"  # the place
title = { id = "A", en = "B" }

[parameters]  # numbers
"cost.post" = 1
'cost.day' = 2

[[policy]]
kind = "boat"
places = [
    "Desa Hulu",
]
crew=3

[[policy]]
kind = "storm"
"""


def test_keys_of_the_top_are_also_the_tables():
    assert key_positions(TEXT)["", 0] == {"region": 1, "title": 2, "parameters": 4, "policy": 8}


def test_keys_in_quotes():
    assert key_positions(TEXT)["parameters", 0] == {"": 4, "cost.post": 5, "cost.day": 6}


def test_tables_of_the_same_name_are_counted():
    assert key_positions(TEXT)["policy", 0] == {"": 8, "kind": 9, "places": 10, "crew": 13}
    assert key_positions(TEXT)["policy", 1] == {"": 15, "kind": 16}


def test_an_empty_text_has_a_top_without_keys():
    assert key_positions("") == {("", 0): {}}
