"""``GET /v1/search``."""

import time
from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.operations.ask import ask
from api.routes.common import CallerWorkspace, problems
from corpus.contract import hit_json

router = APIRouter(tags=["search"])


@router.get("/search", responses=problems(422), summary="Search by meaning, words and numbers.")
def search(
    workspace: CallerWorkspace,
    q: Annotated[str, Query(min_length=1, max_length=2000, description="What to look for.", examples=["fake papers"])],
    limit: Annotated[int, Query(ge=1, le=100, description="How many hits, at most.")] = 10,
    all: Annotated[bool, Query(description="Give the nearest hits also where nothing is relevant.")] = False,
) -> dict[str, Any]:
    """Hits, best first, each with its place, its ranks in both lists and why it is there (contract, section 3)."""
    began = time.perf_counter()
    found = ask(workspace, q, limit=limit, show_all=all)
    answer: dict[str, Any] = {
        "query": found.query.text,
        "took_ms": round((time.perf_counter() - began) * 1000, 1),
        "hits": [hit_json(hit) for hit in found.hits],
    }
    if found.nothing_relevant:
        answer["nothing_relevant"] = True
    return answer
