"""What the fuzzing once found stays put right: each input, made as small as it can be, is read or refused."""

import pytest
from tests.fuzz.readers import READERS
from tests.fuzz.trying import Score, try_one

FOUND = {
    "a name that is a colon": ("bank's answers", b'<: m="">'),
    "a namespace that is a bracket": ("bank's answers", b'<o xmlns="}"/>'),
    "a zero byte in an alphabet nobody can tell": (
        "MT940/MT942",
        b":25:2\n:60F:C180417HUF7,\n:61:180417C7,N543\x81\x00",
    ),
    "thousands of columns of one name": ("tables", b"name" + b",ag" * 50_000 + b"\n"),
    "an alphabet with a name of a hundred letters": (
        "pain.001",
        b"<?xml version='1.0' encoding='UTF-8" + b"F" * 100 + b"'?><Document/>",
    ),
    "an alphabet declared behind many spaces": (
        "pain.001",
        b"<?xml version='1.0'" + b" " * 300_000 + b"encoding='UTF-9'?><Document/>",
    ),
    "a part whose prefix stands for nothing": (
        "bank's answers",
        b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><n:GrpHdr/></CstmrPmtStsRpt></Document>',
    ),
    "lines of one letter": ("Bacs 18", None),
}


def short_lines():
    """A Bacs file in which 20,000 lines have one letter each: no more than half a second in all."""
    head, _, tail = READERS["Bacs 18"].seeds()[0].partition(b"\r\nUHL1")
    return head + b"\r\nUHL1" + tail.split(b"\r\n")[0] + b"\r\n" + b"E\n" * 20_000


@pytest.mark.parametrize("what", FOUND)
def test_it_is_put_right(what):
    name, data = FOUND[what]
    score = Score(inputs=1)
    try_one(READERS[name], short_lines() if data is None else data, score)
    assert [(find.what, find.told) for find in score.finds.values()] == []
