"""``unseen-queries.json``: thirty queries over the five documents, with every relevant record graded.

3: the record itself says what is asked; 2: it holds it among other things, or says a closely related part; 1: the same
topic, of some use. ``@field:value`` stands for all actions with that value. Run after the makers of the documents:
``python -m tests.golden.unseen.make.queries``
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.sample.make.gold import pretty

FOLDER = Path(__file__).resolve().parent.parent
STEMS = {
    "K": "unseen-conclusions",
    "E": "unseen-conclusions-earlier",
    "T": "unseen-plan-tables",
    "F": "unseen-plan-forms",
    "S": "unseen-assessment",
}
Graded = dict[int, str]
QUERIES: list[tuple[str, str, Graded]] = [
    (
        "paraphrase",
        "teenagers paid to gun people down or torch buildings",
        {3: "K:c3 F:oa_4", 2: "K:a1", 1: "K:c1 K:p1"},
    ),
    (
        "paraphrase",
        "rubbish set on fire or hidden underground on leased plots",
        {3: "K:c71 T:o1_3", 2: "K:a18 S:td_1", 1: "K:c69 K:s7"},
    ),
    (
        "paraphrase",
        "tankers with motor fuel on which no duty was paid",
        {3: "K:c49 T:o2_4 E:c24", 2: "T:o2_3 K:a12 E:a10 S:te_1", 1: "E:s4 K:c46 K:s3"},
    ),
    (
        "paraphrase",
        "fake spouses and bogus employers as a way to get leave to remain",
        {3: "K:c32 F:oc_4", 2: "K:a8 S:tb_2", 1: "K:c29 K:p5"},
    ),
    (
        "paraphrase",
        "girls coaxed into undressing in front of their own phone",
        {3: "K:c20 F:oa_3", 2: "K:a5 S:ta_2", 1: "K:c16 K:p3"},
    ),
    (
        "paraphrase",
        "crop workers whose boss keeps their travel documents and wages",
        {3: "K:c24 F:ob_2", 2: "K:a6 S:tb_1", 1: "K:c21 E:c19 E:a8 K:p4 F:o6_1"},
    ),
    (
        "paraphrase",
        "zombie armies made of old webcams",
        {3: "K:c14 K:c15 K:a4", 2: "S:ta_1", 1: "K:p2"},
    ),
    (
        "paraphrase",
        "straw men who own property in far-off places",
        {3: "K:c67 T:o4_4", 2: "K:a17 S:te_3", 1: "K:c65 K:c66 K:a16 K:s6"},
    ),
    (
        "acronym",
        "CSAM",
        {
            3: "K:c18 E:c8 F:o2_1 F:oa_1 S:ta_2",
            2: "K:p3 K:a5 K:c16 K:c17 K:c19 K:c20 E:a3 F:oa_2 F:oa_3",
            1: "E:p2 F:ga",
        },
    ),
    (
        "acronym",
        "MTIC",
        {3: "E:s5 E:a11 E:c25 K:c47 T:o1_1 T:o2_1", 2: "E:c26 K:a12 K:c46 S:te_1", 1: "E:p6 K:s3"},
    ),
    (
        "acronym",
        "NPS",
        {3: "E:s3 E:a6 E:c13 K:r10", 2: "E:c14 E:c15 K:s2 K:a11 K:c41 K:c42", 1: "E:p3 S:tc K:c43"},
    ),
    ("number", "OA B.3", {3: "F:ob_3"}),
    ("number", "action 3.4", {3: "T:o3_4"}),
    ("number", "SG 3", {3: "T:g3", 1: "T@goals:SG_3"}),
    (
        "question",
        "Which actions look into officials who take money for a visa or a boarding pass?",
        {3: "F:oc_3", 2: "K:c31", 1: "K:a8 S:tb_2"},
    ),
    ("question", "What was Europol asked to do?", {3: "K:r2 E:r4"}),
    ("question", "Who adopts the operational action plans, and by when?", {3: "K:r4 E:r3"}),
    (
        "question",
        "Is anything done about callers who pose as somebody else?",
        {3: "K:c55 T:o1_2", 2: "K:a14 S:ta_3", 1: "K:c52 K:s4 T:o2_7"},
    ),
    (
        "question",
        "What protects victims from being prosecuted for what they had to do?",
        {3: "K:c28 F:ob_3", 2: "K:a7 F:ob_1", 1: "K:c26 S:tb_1"},
    ),
    (
        "question",
        "Is there training for people who are not police officers?",
        {3: "F:o6_1 K:r7", 2: "T:o2_7 E:r5", 1: "K:c27 F:g6"},
    ),
    ("list", "actions led by Portugal", {3: "T@leader:PT F@leader:PT", 1: "T@co_leaders:PT F@co_leaders:PT"}),
    ("list", "actions in which Serbia takes part", {3: "T@participants:RS F@participants:RS"}),
    ("list", "withdrawn actions", {3: "F@status:withdrawn"}),
    (
        "list",
        "actions led by an EU agency",
        {
            3: "T@leader:Europol F@leader:Europol F@leader:CEPOL F@leader:Eurojust",
            1: "T@co_leaders:EUIPO F@co_leaders:Europol F@co_leaders:ELA",
        },
    ),
    ("unanswerable", "recruitment of foreign terrorist fighters", {}),
    ("unanswerable", "doping in professional cycling", {}),
    ("unanswerable", "damage to undersea cables", {}),
    ("unanswerable", "relocation of asylum seekers between Member States", {}),
    ("unanswerable", "prosecution of war crimes", {}),
    ("unanswerable", "hijacking of passenger aircraft", {}),
]


def _named(names: str, records: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for name in names.split():
        if "@" not in name:
            letter, key = name.split(":")
            if all(record["id"] != key for record in records[letter]):
                raise LookupError(f"{STEMS[letter]} has no record {key!r}")
            yield f"{STEMS[letter]}#{key}"
            continue
        letter, asked = name.split("@")
        field, value = asked.split(":")
        for record in records[letter]:
            stated = record["fields"].get(field)
            if record["type"] == "action" and value.replace("_", " ") in (
                stated if isinstance(stated, list) else [stated]
            ):
                yield f"{STEMS[letter]}#{record['id']}"


def main() -> None:
    """Write the file."""
    records = {
        letter: json.loads((FOLDER / f"{stem}.gold.json").read_text(encoding="utf-8"))["records"]
        for letter, stem in STEMS.items()
    }
    queries = []
    for number, (kind, query, graded) in enumerate(QUERIES, 1):
        relevant: dict[str, int] = {}
        for grade in sorted(graded, reverse=True):
            for name in _named(graded[grade], records):
                relevant.setdefault(name, grade)
        queries.append({"id": f"q{number}", "query": query, "kind": kind, "relevant": relevant})
    path = FOLDER / "unseen-queries.json"
    path.write_text(pretty({"documents": list(STEMS.values()), "queries": queries}), encoding="utf-8")
    print(len(queries), "queries,", sum(len(query["relevant"]) for query in queries), "judgements")


if __name__ == "__main__":
    main()
