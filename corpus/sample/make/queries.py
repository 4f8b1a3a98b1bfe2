"""sample-queries: what an analyst would type, with every record of the corpus that answers it, graded.

Grade 3 answers the query by itself, 2 holds the answer among other things or answers a neighbouring question, 1 helps
to place it. A rider that says what was asked is 3, the aim around it 2, the core of that aim 1. Records are named by
the letter of their document and their id: ``A#c7_2``. Lists that follow from fields (leaders, participants, dates)
are read from the gold.

Run: python -m corpus.sample.make.queries (after all documents)
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from corpus.sample.make.council import SAMPLES
from corpus.sample.make.gold import pretty

DOCUMENTS = {
    "A": "st90210-41",  # conclusions 2041-2044
    "P": "st90088-37",  # conclusions of the cycle before
    "W": "empact-2041-2044",  # the same priorities for the public
    "T": "socta-2041",
    "S": "st90301-41",  # strategic plan
    "G": "st90655-41",  # plan in a grid
    "F": "st90656-41",  # plan in forms
    "X": "scan-90377-42",  # supplement on the abuse of children
    "R": "empact-results-2042",
    "E": "evaluation-2040",
}
PLANS = "GFX"

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Query:
    """A query and its relevant records by grade, as names parted by spaces.

    ``full`` and ``related`` pick actions of the plans by their fields, for grades 3 and 1.
    """

    query: str
    three: str = ""
    two: str = ""
    one: str = ""
    full: Callable[[Fields], bool] | None = None
    related: Callable[[Fields], bool] | None = None


AGENCIES = {"Europol", "Eurojust", "CEPOL", "EUDA", "EUIPO"}

QUERIES: dict[str, tuple[Query, ...]] = {
    "paraphrase": (
        Query(
            "teenagers talked into shootings for a fee",
            three="G#o2_3",
            two="A#c1_2 W#c3",
            one="A#a1 W#a1 T#t1 T#t7",
        ),
        Query(
            "cash moved by hawala and other shadow bankers",
            three="A#c18_2 T#t5_4 F#o2_7",
            two="A#a18 A#c10_1 A#a10 A#c10_0 T#t3_2",
            one="A#c18_0 P#c47 P#a17",
        ),
        Query(
            "starting pistols drilled out so that they shoot",
            three="A#c21_1 G#o5_1 P#c54",
            two="A#a21 P#a19 T#t7",
            one="A#c21_0 P#c52",
        ),
        Query(
            "gun parts from a 3D printer",
            three="A#c21_2 P#c55 W#c44 R#f40",
            two="A#a21 P#a19 W#a16 T#t7",
            one="A#c21_0 P#c52 W#c42",
        ),
        Query(
            "paying off dock workers to get narcotics out of the harbour",
            three="A#c11_1 W#c23 G#o4_1 G#o2_1",
            two="A#a11 A#c1_1 W#a8 T#t4_1 G#o1_2 P#r11",
            one="A#a1 A#c11_0 W#c22 W#c2 P#c4 P#c17",
        ),
        Query(
            "junk cars and e-waste sold abroad as used goods",
            three="A#c20_1 G#o1_6 G#o5_7",
            two="A#a20 P#c36 P#a12 P#c35 T#t6 W#c40",
            one="A#c20_0 W#a15 R#f35",
        ),
        Query(
            "overcrowded dinghies and people locked into trailers",
            three="A#c9_1 P#c24 W#c19 T#t3_2 F#o2_5",
            two="A#a9 P#a8 W#a6 A#c9_2 F#o2_4",
            one="A#c9_0 P#c23 W#c18 R#f23",
        ),
        Query(
            "swindlers who ring up to sell shares that do not exist",
            three="A#c14_1 W#c29 F#o1_4",
            two="A#a14 W#a10 T#t2_3 R#f30",
            one="A#c14_0 W#c28",
        ),
        Query(
            "imitating a relative's speech by computer to obtain money",
            three="A#c14_2 W#c30 T#t2_3 F#o1_5",
            two="A#a14 W#a10",
            one="A#c14_0 W#c28",
        ),
        Query(
            "kids forced to pick pockets",
            three="A#c7_1 W#c15 T#t3_1",
            two="A#a7 W#a5",
            one="A#c7_0 R#f20",
        ),
        Query(
            "toxic leftovers of ecstasy kitchens",
            three="A#c13_3 G#o4_7",
            two="A#a13 T#t4_2",
            one="A#c13_0 T#t4_1",
        ),
        Query(
            "schoolchildren lending their bank account for stolen money",
            three="A#c14_3 F#o1_6",
            two="A#a14 P#c48 P#a17 T#t2_3 R#f34",
            one="A#c14_0 T#t5_4",
        ),
        Query(
            "computer-made pictures of abused children",
            three="A#c5_3 P#c12 W#c11 T#t2_2",
            two="A#a5 P#a3 W#a3",
            one="A#c5_0 P#c8 P#c9 W#c8",
        ),
        Query(
            "gang bosses who give orders from jail",
            three="A#c2_2 G#o3_1",
            two="A#a2 P#c3 T#t1",
            one="P#a1 P#r12 A#c2_0",
        ),
        Query(
            "grow houses given away by the power they use",
            three="G#o4_4 P#c19",
            two="P#a6 A#c12_0 A#a12 T#t4_1",
            one="P#c18 R#f29",
        ),
        Query(
            "bogus jobs, studies and spouses to obtain residence",
            three="A#c9_3 W#c20 P#c26 T#t3_2",
            two="A#a9 W#a6 P#a8",
        ),
    ),
    "acronym": (
        Query(
            "THB",
            three="A#p4 A#a7 A#c7_0 P#s7 P#a9 P#c27 W#p4 W#a5 W#c13 T#t3 T#t3_1 F#o2_1 F#o2_2 F#o2_3 R#f19 R#f21",
            two="A#c7_1 A#c7_2 A#c7_3 A#a8 A#c8_0 A#c8_1 A#r17 P#p4 P#c28 P#c29 P#c30 P#c31 W#c14 W#c15 W#c16 W#c17 "
            "F#g2 R#f20",
            one="E#r7",
        ),
        Query(
            "CSAM",
            three="A#a5 A#c5_0 A#c5_3 A#a6 A#c6_0 P#a3 P#c12 W#c11 W#a4 W#c12 T#t2_2 X#o1_1 X#o2_1 X#o6_1",
            two="A#p3 A#c5_1 A#c6_1 P#s2 P#c8 P#c9 P#c10 P#c11 W#p3 W#a3 W#c9 X#o1_2 X#o7_1",
            one="A#c5_2 W#c8 W#c10 X#o2_2 X#o2_3 R#f17 R#f18",
        ),
        Query(
            "NPS",
            three="A#s2 A#a13 A#c13_0 A#r16 P#s5 W#s2 T#t4_2 G#o1_4",
            two="A#c13_1 P#a7 P#c22 W#a9 W#c27 G#o4_8",
        ),
        Query(
            "MTIC",
            three="A#s5 A#a16 A#c16_0 P#s9 P#a15 P#c42 W#s5 W#a12 W#c33 T#t5_2",
            two="R#f33 P#r10",
            one="A#p7 P#p7",
        ),
        Query(
            "ARO",
            three="A#r10 F#o3_8",
            two="A#a19 A#c19_0 S#g3",
            one="A#s7 P#s11 P#a18 P#c49 T#t5_4",
        ),
        Query(
            "F-gases",
            three="A#c20_5 G#o5_8",
            two="A#a20 T#t6",
        ),
        Query(
            "RaaS",
            three="A#c3_1 P#c6 T#t2_1 F#o1_1",
            two="A#a3 A#c3_0 P#a2 P#c5 W#a2 W#c5 F#o1_2 R#f15 R#f16",
            one="A#p2 P#s1 W#p2 A#c3_2 W#c7",
        ),
    ),
    "number": (
        Query("OA 3.4", three="G#o3_4", two="F#o3_4"),
        Query("OA5.10", three="G#o5_10"),
        Query("CHSG 4", three="S#g4", two="G#o3_5"),
        Query("recommendation R6", three="E#r6"),
        Query("paragraph 18 of 90210/41", three="A#r18"),
        Query("priority 7.3", three="A#s5", two="A#a16 A#c16_0", one="A#p7"),
    ),
    "question": (
        Query("What did the Council ask CEPOL to do?", three="A#r11 P#r8"),
        Query("Who has to connect to SIENA, and by when?", three="A#r10"),
        Query("How many people were arrested in 2042?", three="R#f1", two="R#f13 R#f41 R#f17 R#f18"),
        Query(
            "What is planned for sexually abused children in 2042?",
            three="X#o1_1 X#o1_2 X#o2_1 X#o2_2 X#o2_3 X#o6_1 X#o6_2 X#o7_1",
            one="A#p3 A#a5 A#a6",
        ),
        Query(
            "Which actions look into bribes?",
            three="G#o1_2",
            two="G#o2_1 G#o4_1 A#c1_1",
            one="A#a1 P#c4 W#c2",
        ),
        Query(
            "How are trafficked persons to be recognised and looked after?",
            three="A#a8 A#c8_0",
            two="A#c8_1 E#r7",
            one="P#a9 P#c27 W#a5 W#c13 A#r17 F#o2_3",
        ),
        Query(
            "Can a grant be had within six weeks?",
            three="A#r4 E#r6",
            one="P#r5",
        ),
        Query(
            "Does anything deal with glass eels?",
            three="G#o5_6",
            two="A#c20_2 P#c38 R#f36 T#t6",
            one="A#a20 P#a13 G#o2_4",
        ),
        Query(
            "Is there anything on forged identity documents?",
            three="S#g4 G#o3_5",
            two="R#f24",
        ),
        Query("Who should make it possible to stop a fraudulent transfer within an hour?", three="A#r14"),
    ),
    "list": (
        Query(
            "actions led by Portugal",
            full=lambda fields: "PT" in fields["leader"],
            related=lambda fields: "PT" in fields["co_leaders"],
        ),
        Query(
            "actions led by an EU agency",
            full=lambda fields: bool(AGENCIES & set(fields["leader"])),
            related=lambda fields: bool(AGENCIES & set(fields["co_leaders"])),
        ),
        Query("actions in which Ukraine takes part", full=lambda fields: "UA" in fields["participants"]),
        Query("actions that begin in May 2042", full=lambda fields: (fields["start"] or "").startswith("2042-05")),
        Query("withdrawn actions", three="G#o2_7", one="F#o2_9"),
        Query("requests addressed to Frontex", three="A#r13 P#r9"),
        Query("requests addressed to Europol", three="A#r6 A#r7 A#r25 P#r6"),
    ),
    "unanswerable": (
        Query("radicalisation of prisoners by terrorist groups"),
        Query("enriched uranium on the black market"),
        Query("family reunification of recognised refugees"),
        Query("doping of cyclists"),
        Query("compensation of passengers for delayed flights"),
        Query("recruitment of mercenaries for wars in Africa"),
    ),
}


def main() -> None:
    """Write the queries, numbered through."""
    actions = _actions()
    written = []
    for kind, queries in QUERIES.items():
        for query in queries:
            relevant = {
                _name(record): grade
                for grade, records in ((3, query.three), (2, query.two), (1, query.one))
                for record in records.split()
            }
            for grade, chosen in ((3, query.full), (1, query.related)):
                relevant |= {name: grade for name, fields in actions.items() if chosen and chosen(fields)}
            written.append({"id": f"q{len(written) + 1}", "query": query.query, "kind": kind, "relevant": relevant})
    queries_file = {"documents": list(DOCUMENTS.values()), "queries": written}
    (SAMPLES / "sample-queries.json").write_text(pretty(queries_file), encoding="utf-8")


def _name(record: str) -> str:
    letter, _, key = record.partition("#")
    return f"{DOCUMENTS[letter]}#{key}"


def _actions() -> dict[str, Fields]:
    """Fields of all actions of the plans, by the records' full names."""
    found = {}
    for letter in PLANS:
        stem = DOCUMENTS[letter]
        gold = json.loads((SAMPLES / f"{stem}.gold.json").read_text(encoding="utf-8"))
        found |= {f"{stem}#{item['id']}": item["fields"] for item in gold["records"] if item["type"] == "action"}
    return found


if __name__ == "__main__":
    main()
