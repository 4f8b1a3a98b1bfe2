"""One reader a kind of document, independent of each other."""
