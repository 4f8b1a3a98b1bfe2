"""Make the whole set again: ``python -m tests.golden.unseen.make``."""

from tests.golden.unseen.make import (
    assessment,
    conclusions,
    coverage,
    earlier_conclusions,
    plan_forms,
    plan_tables,
    queries,
)

for maker in (conclusions, earlier_conclusions, plan_tables, plan_forms):
    maker.make()
    maker.write_gold()
assessment.write_gold(assessment.make())
coverage.main()
queries.main()
