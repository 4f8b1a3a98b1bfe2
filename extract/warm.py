"""What the server that reading processes are forked from holds before the first of them. Only that server imports this.

Linear algebra gets one thread a process: there is one process a core already, and threads do not outlive a fork. spaCy is
not here: each reading process loads it when a paper first needs it.
"""

import gc
import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import extract.pipeline  # noqa: E402, F401 - after the environment that its libraries read

gc.freeze()  # so that a collection in one process does not copy pages that all share
