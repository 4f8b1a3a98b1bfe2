"""Search by meaning and by words, coverage."""
