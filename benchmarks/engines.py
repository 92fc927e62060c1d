"""The two engines on the same residents: compiled columns against plain Mesa agents."""

from measure import answer_of, middles, options, show

SCALE = 100


def main() -> None:
    """Run the baseline with both engines and show the medians."""
    wanted = options(__doc__, repeats=3)
    columns, objects = (
        middles([answer_of("one_run.py", "--scale", SCALE, "--engine", engine) for _ in range(wanted.repeats)])
        for engine in ("columns", "objects")
    )
    figures = {
        "scale": SCALE,
        "simulated residents": int(columns["residents"]),
        "weeks": int(columns["weeks"]),
        "median of runs": wanted.repeats,
        "columns, processor s": columns["run_cpu"],
        "objects, processor s": objects["run_cpu"],
        "objects / columns": objects["run_cpu"] / columns["run_cpu"],
        "activated, columns": int(columns["activated"]),
        "activated, objects": int(objects["activated"]),
    }
    show("Columns against objects", figures, wanted.json)


if __name__ == "__main__":
    main()
