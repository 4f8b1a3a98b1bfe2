"""Words to stems: one analysis for the word index, for highlights and for coverage.

Tantivy's analyzer: lower case, accents folded, small words dropped, Snowball's English stemmer (Porter 2001).
"""

from functools import cache

import tantivy

LONGEST = 60  # letters; longer "words" are noise


@cache
def analyzer() -> "tantivy.TextAnalyzer":
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (
        tantivy.Filter.remove_long(LONGEST),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stopword("english"),
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(step)
    return builder.build()


def stems(text: str) -> list[str]:
    """The stems of a text in order; small words are none.

    >>> stems("The trafficking of drugs in ports")
    ['traffick', 'drug', 'port']
    """
    return list(analyzer().analyze(text))
