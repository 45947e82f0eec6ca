"""Knowledge of German: the pipeline, numerals, reported speech, names, and the lexicons."""
