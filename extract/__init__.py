"""PDF to records: one way, no stage looks back (see docs/architecture.md)."""
