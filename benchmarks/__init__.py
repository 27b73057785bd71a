"""Programs that measure: one figure or a few each, as JSON lines. Run as ``python -m benchmarks.NAME``."""
