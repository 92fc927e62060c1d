"""How long a command takes before it does anything: `ikdsim check` against the bare interpreter, and the imports."""

from measure import BASELINE, Figure, middle, options, seconds_of, show

BARE = "bare interpreter"
CHECK = "ikdsim check"
COMMANDS = {
    BARE: ("-c", "pass"),
    CHECK: ("-m", "ikdsim", "check", str(BASELINE)),
    "import ikdsim": ("-c", "import ikdsim"),
    "import numpy": ("-c", "import numpy"),
    "import numba": ("-c", "import numba"),
    "import mesa": ("-c", "import mesa"),
    "import ikdsim.model": ("-c", "import ikdsim.model"),
}


def main() -> None:
    """Start every command several times, in turn, and show the medians."""
    wanted = options(__doc__, repeats=9)
    rounds = [{name: seconds_of(*words) for name, words in COMMANDS.items()} for _ in range(wanted.repeats)]
    figures: dict[str, Figure] = {"median of runs": wanted.repeats}
    for name in COMMANDS:
        figures[f"{name}, wall s"] = middle([one[name][0] for one in rounds])
        figures[f"{name}, processor s"] = middle([one[name][1] for one in rounds])
    figures["check after the bare interpreter, wall s"] = middle([one[CHECK][0] - one[BARE][0] for one in rounds])
    show("Start-up", figures, wanted.json)


if __name__ == "__main__":
    main()
