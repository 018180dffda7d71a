"""`python -m tests.fuzz READER SECONDS FOLDER`: tries one reader and writes what came of it, for toolbox/fuzzing.py."""

import json
import os
import random
import sys
import time
from hashlib import sha256
from pathlib import Path

from tests.fuzz.mutating import TOKENS, mutate
from tests.fuzz.readers import READERS
from tests.fuzz.trying import Reader, Score, bind_memory, make_smaller, try_one

MOST_MEMORY = 2_000_000_000
MOST_FINDS = 5
SECONDS_TO_MAKE_SMALLER = 20


def fuzz(reader: Reader, *, seconds: float, folder: Path, chance: random.Random) -> Score:
    """Try inputs until the time is over or enough was found. The input being read is always in the file `now`."""
    begins = [data for data in reader.seeds() if data]
    tokens = (*TOKENS, *reader.tokens, *reader.tokens)
    score = Score()
    began = time.monotonic()
    now = os.open(folder / "now", os.O_RDWR | os.O_CREAT)
    while time.monotonic() < began + seconds and len(score.finds) < MOST_FINDS:
        is_seed = score.inputs < len(begins)
        data = begins[score.inputs] if is_seed else mutate(chance, chance.choice(begins), seeds=begins, tokens=tokens)
        os.ftruncate(now, 0)
        os.pwrite(now, data, 0)
        try_one(reader, data, score)
    score.seconds = time.monotonic() - began
    os.close(now)
    return score


def main(name: str, seconds: str, folder: str) -> None:
    reader, there = READERS[name], Path(folder)
    bind_memory(MOST_MEMORY)
    chance = random.Random(os.environ.get("OWNWAY_FUZZ_SEED"))
    score = fuzz(reader, seconds=float(seconds), folder=there, chance=chance)
    told = []
    for find in score.finds.values():
        smaller = make_smaller(reader, find, seconds=SECONDS_TO_MAKE_SMALLER, chance=chance)
        file = there / f"{sha256(smaller.data).hexdigest()[:16]}.bin"
        file.write_bytes(smaller.data)
        told.append({"what": smaller.what, "told": smaller.told, "file": str(file), "bytes": len(smaller.data)})
    (there / "now").unlink(missing_ok=True)
    (there / "score.json").write_text(json.dumps({**vars(score), "finds": told}))


if __name__ == "__main__":
    main(*sys.argv[1:])
