"""Alembic migrations of the store, run by `corpus.store.connection` when a store is opened."""
