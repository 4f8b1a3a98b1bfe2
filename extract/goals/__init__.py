"""Goals: what a strategic plan wants to reach, with its indicators, from headings, lists, forms and tables."""
