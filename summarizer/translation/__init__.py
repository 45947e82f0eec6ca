"""German segments become another language, faithfully or not at all."""
