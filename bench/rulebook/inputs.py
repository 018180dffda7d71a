"""What every way is given: columns of whole numbers and the figures of the day, in files that any process can read.

Needs numpy and nothing of Ownway's, because the peers' environment has nothing of Ownway's.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import numpy as np

ANSWERS = ("weekly", "contribution", "net_payment")
LAW = "law.json"


@dataclass(frozen=True)
class Inputs:
    """Columns by name, each an int64 array with one number for each person, and figures by name, in whole numbers."""

    columns: dict
    law: SimpleNamespace

    def __len__(self):
        return len(next(iter(self.columns.values())))

    def first(self, rows):
        """The same of the first so many people, in memory of its own."""
        return Inputs({name: values[:rows].copy() for name, values in self.columns.items()}, self.law)


def write(folder, inputs):
    """One file for each column, and one for the figures."""
    for name, values in inputs.columns.items():
        np.save(Path(folder) / f"{name}.npy", values)
    (Path(folder) / LAW).write_text(json.dumps({"columns": list(inputs.columns), "figures": vars(inputs.law)}))


def read(folder, rows):
    """The inputs of the first so many people."""
    told = json.loads((Path(folder) / LAW).read_text())
    columns = {name: np.load(Path(folder) / f"{name}.npy", mmap_mode="r") for name in told["columns"]}
    return Inputs(columns, SimpleNamespace(**told["figures"])).first(rows)
