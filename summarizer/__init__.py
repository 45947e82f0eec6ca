"""German news articles in, a faithful bilingual site out."""

__version__ = "0.1.0"
