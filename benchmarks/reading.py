"""Pages a second of our reader, against pdfplumber's words and tables: ``python -m benchmarks.reading [--json FILE] [PDF …]``.

Two figures, each as a ratio in the same run: words with boxes alone (PDFium against pdfplumber), and the whole way from
bytes to records against pdfplumber's words and tables. Files are taken in turns.
"""

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber

from extract.pdf import open_pdf
from extract.pipeline import extract
from models.language import Language

SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "sample"


def words_by_pdfium(data: bytes, _: Language) -> int:
    with open_pdf(data) as pdf:
        return sum(1 for _ in pdf.pages())


def words_by_pdfplumber(data: bytes, _: Language) -> int:
    from io import BytesIO

    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.close()
        return len(pdf.pages)


def records_by_aimtrace(data: bytes, language: Language) -> int:
    return extract(data, "benchmark.pdf", language=language).document.pages


def tables_by_pdfplumber(data: bytes, _: Language) -> int:
    from io import BytesIO

    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


READERS: dict[str, Callable[[bytes, Language], int]] = {
    "words, PDFium": words_by_pdfium,
    "words, pdfplumber": words_by_pdfplumber,
    "records, aimtrace": records_by_aimtrace,
    "words and tables, pdfplumber": tables_by_pdfplumber,
}


def measure(files: Sequence[Path], turns: int) -> dict[str, float]:
    """Pages a second of each reader: the median over turns."""
    language = Language()
    contents = [path.read_bytes() for path in files]
    for data in contents:
        records_by_aimtrace(data, language)  # the first run loads the parser
    rates: dict[str, list[float]] = {name: [] for name in READERS}
    for _ in range(turns):
        for name, reader in READERS.items():
            began = time.perf_counter()
            pages = sum(reader(data, language) for data in contents)
            rates[name].append(pages / (time.perf_counter() - began))
    return {name: statistics.median(values) for name, values in rates.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rates = measure(arguments.files or sorted(SAMPLE.glob("*.pdf")), arguments.turns)
    for name, rate in rates.items():
        print(f"{name:<30}{rate:8.1f} pages/s")
    words = rates["words, PDFium"] / rates["words, pdfplumber"]
    records = rates["records, aimtrace"] / rates["words and tables, pdfplumber"]
    print(f"{'words: ratio':<30}{words:8.2f}\n{'records: ratio':<30}{records:8.2f}")
    print(f"{'peak memory':<30}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MiB")
    if arguments.json:
        found = {**rates, "words ratio": words, "records ratio": records}
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
