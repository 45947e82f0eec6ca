"""``python -m summarizer``."""

from summarizer.cli import main

main(prog_name="summarizer")
