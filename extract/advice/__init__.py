"""Advice: the recommendations of an evaluation, from headings, boxes, lists and tables, each once."""
