"""Many runs: the same experiment done in several ways, a folder of ten thousand runs, and what pairing buys."""
