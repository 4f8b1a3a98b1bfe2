"""What learns: language, encoder, coverage judge, evaluation, and the weights that ship."""

DEFAULT_MODEL = "all-MiniLM-L6-v2"  # the encoder that comes with the package
