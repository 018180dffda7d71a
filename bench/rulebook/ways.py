"""Every way to work out the offer that is measured: what it is called, where it is, and on how many processors."""

from dataclasses import dataclass

SAMPLE = 2_000
FEW = 200


@dataclass(frozen=True)
class Way:
    """`where` is module:function in bench.rulebook. With `sample`, only so many rows are done, and the time is scaled."""

    name: str
    where: str
    threads: int = 1
    sample: int | None = None
    in_pounds: bool = False

    @property
    def key(self):
        """A word for files."""
        return f"{self.where.replace(':', '-')}-{self.threads}"

    @property
    def is_openfisca(self):
        """Whether it runs in the peers' environment."""
        return self.where.startswith("openfisca")


NUMPY = Way("Ownway, numpy in blocks", "ours:in_columns")
COMPILED = Way("Ownway, compiled", "ours:compiled")
COMPILED_2 = Way("Ownway, compiled", "ours:compiled", threads=2)
HAND = Way("numba loop by hand", "hand_loop:prepare")
HAND_2 = Way("numba loop by hand", "hand_loop:prepare", threads=2)
POLARS = Way("polars, lazy", "polars_lazy:prepare")
POLARS_2 = Way("polars, lazy", "polars_lazy:prepare", threads=2)
OPENFISCA_POUNDS = Way("OpenFisca, float pounds", "openfisca_pounds:prepare", in_pounds=True)
OPENFISCA_PENCE = Way("OpenFisca, int pence", "openfisca_pence:prepare")
PLAIN = Way("plain Python ints, no working", "plain_ints:prepare", sample=10 * SAMPLE)
ONE = Way("Ownway, one by one, full working", "ours:one_by_one", sample=SAMPLE)
EXPLAINED = Way("Ownway, explain, full working", "ours:explained", sample=SAMPLE)
OPENFISCA_ONE = Way("OpenFisca, one by one, no trace", "openfisca_pence:one_by_one", sample=FEW)
DECIMAL = Way("Decimal, one by one: the reference", "decimals:prepare", sample=SAMPLE)

WAYS = (
    NUMPY,
    COMPILED,
    COMPILED_2,
    HAND,
    HAND_2,
    POLARS,
    POLARS_2,
    OPENFISCA_POUNDS,
    OPENFISCA_PENCE,
    PLAIN,
    ONE,
    EXPLAINED,
    OPENFISCA_ONE,
    DECIMAL,
)
