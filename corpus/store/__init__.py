"""The only door to the tables."""
