"""Editions become pages, and pages a site."""
