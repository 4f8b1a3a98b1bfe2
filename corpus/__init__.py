"""What we hold: the values of all arrows, markings, identifiers, word lists, the store, sample documents."""
