"""Programs that make the unseen set: each writes one synthetic PDF and its gold from the same data."""
