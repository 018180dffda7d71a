"""Words of each format, which are put into damaged files."""

OFX = (
    b"<STMTTRN>",
    b"</STMTTRN>",
    b"<TRNAMT>",
    b"<DTPOSTED>",
    b"<FITID>",
    b"<OFX>",
    b"</OFX>",
    b"<CURDEF>",
    b"<BALAMT>",
)
SWIFT = (
    b":20:",
    b":25:",
    b":28C:",
    b":60F:",
    b":61:",
    b":86:",
    b":62F:",
    b":64:",
    b"-\n",
    b"{1:",
    b"}{4:",
    b"?20",
    b"EUR",
)
JSON = (
    b"{",
    b"}",
    b"[" * 3_000,
    b'{"a":' * 3_000,
    b"1e9999",
    b"NaN",
    b"Infinity",
    b'"\\ud800"',
    b'"Data"',
    b"null",
    b"1" * 5_000,
)
PDF = (
    b"stream\n",
    b"endstream",
    b"endobj",
    b"<<",
    b">>",
    b"/Length 9999999",
    b"/Kids[2 0 R]",
    b"1 0 R",
    b"xref",
    b"trailer",
    b"BT",
    b"Tj",
)
ZIP = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xff\xff\xff", b"../")
SHEET = (b'<c r="A1"', b"<v>", b'<row r="1048577">', b't="s"', b't="inlineStr"', b"<f>1+1</f>", b's="99"', b'r="XFE1"')
BACS = (b"VOL1", b"HDR1", b"HDR2", b"UHL1", b"EOF1", b"EOF2", b"UTL1", b"\n" + b"0" * 100, b"99", b"17")
FIXED = (b"T000001", b"D000001", b"H000001")
COLUMN = (b"Date", b"Amount", b"Balance", b"Opening balance", b"Total", b"Pending", b'""', b'",', b"\t")
QIF = (b"!Type:Bank", b"^\n", b"\nD", b"\nT", b"!Account", b"!Option:MDY", b"\nS", b"\n$")
