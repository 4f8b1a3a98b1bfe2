"""Programs that make the sample corpus: each writes one synthetic PDF and its gold from the same data."""
