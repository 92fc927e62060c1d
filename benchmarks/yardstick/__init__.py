"""One easy adoption model, written once for each library: what every implementation can do, so that they compare."""
