"""Actions and goals of a plan, whatever layout holds them: grids, matrices, forms, labelled text."""
