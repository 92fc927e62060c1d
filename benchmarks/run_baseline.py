"""One baseline run of all 245,330 residents to December 2028: its seconds, and its memory for each resident.

Memory is the slope of the peak between scale 10 and scale 1, so that the interpreter and the libraries cancel out.
"""

from measure import answer_of, middles, options, show

COARSE, FULL = 10, 1
NANO = 1e9


def main() -> None:
    """Measure both scales in fresh processes and show the medians."""
    wanted = options(__doc__, repeats=5)
    answer_of("one_run.py", "--scale", 1000)  # compiles where nothing is compiled yet
    full = middles([answer_of("one_run.py", "--scale", FULL) for _ in range(wanted.repeats)])
    coarse = middles([answer_of("one_run.py", "--scale", COARSE) for _ in range(wanted.repeats)])
    more = full["residents"] - coarse["residents"]
    peaks = full["peak_bytes"], coarse["peak_bytes"]
    figures = {
        "residents": int(full["residents"]),
        "weeks": int(full["weeks"]),
        "median of runs": wanted.repeats,
        "run, processor s": full["run_cpu"],
        "run, wall s": full["run_wall"],
        "residents made, processor s": full["made_cpu"],
        "residents and run, processor s": full["made_cpu"] + full["run_cpu"],
        "residents and run, wall s": full["made_wall"] + full["run_wall"],
        "ns of processor per resident-week": full["run_cpu"] / (full["residents"] * full["weeks"]) * NANO,
        "peak memory at scale 1, bytes": peaks[0],
        "peak memory at scale 10, bytes": peaks[1],
        "bytes per resident (slope)": None if None in peaks else (peaks[0] - peaks[1]) / more,
    }
    show("One baseline run", figures, wanted.json)


if __name__ == "__main__":
    main()
