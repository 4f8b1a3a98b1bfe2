"""Figures: what a results document counts, read from tiles, sentences, list items and tables."""
