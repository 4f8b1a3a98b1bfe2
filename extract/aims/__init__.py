"""Priorities, areas and aims of conclusions, whatever layout holds them; requests of the operative part."""
