"""Faces: operations, command line, HTTP."""
