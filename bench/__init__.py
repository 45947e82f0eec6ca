"""Benchmarks: a generator of German news articles, and ratios measured on what it writes."""
