"""Operations: one idempotent function each, called by every face."""
