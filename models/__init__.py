"""What learns: language, encoder, coverage judge, evaluation, and the weights that ship."""
