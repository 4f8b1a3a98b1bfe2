"""Documents that nobody looks at while tuning: they tell whether the software generalises."""
