"""camt statements come in as lines: what each element of an entry becomes, and what is said beside it."""

from datetime import date

import pytest
from tests.formats.statements import camt_samples as camt

VERSIONS = [f"{n:02d}" for n in range(2, 14)]
BATCH = (
    '<Ntry><Amt Ccy="GBP">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>'
    "<BookgDt><Dt>2026-09-04</Dt></BookgDt><NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch>{}</NtryDtls></Ntry>"
)


def payment_to(name):
    return f"<TxDtls><RltdPties><Cdtr><Pty><Nm>{name}</Nm></Pty></Cdtr></RltdPties></TxDtls>"


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("message", ["camt.052", "camt.053", "camt.054"])
def test_every_version_gives_the_same_money(message, version):
    lines, reading = camt.read(camt.write_september(message=message, version=version))
    assert [(line.on, line.pence) for line in lines] == [
        (date(2026, 9, 4), -41250),
        (date(2026, 9, 7), 64000),
        (date(2026, 9, 30), -699),
    ]
    assert [line.payee for line in lines] == ["Carys Price", "Riverton Council", "Good Cover"]
    assert (reading.layout, reading.problems) == (f"{message}.001.{version}", [])
    (part,) = reading.parts
    # by hand: 1000.00 - 412.50 + 640.00 - 6.99 = 1220.51
    assert (part.account, part.currency, part.id) == (camt.IBAN, "GBP", "S1")
    assert (part.opening_pence, part.sum_pence, part.closing_pence, part.reconciles) == (100000, 22051, 122051, True)


def test_the_words_are_the_name_and_what_was_written_to_it():
    inside = "<AddtlTxInf>Card 4471</AddtlTxInf>"
    ((line,), _) = camt.read_entry(
        camt.write_entry(inside=inside, after="<AddtlNtryInf>CARD PAYMENT</AddtlNtryInf>", words=" Trip\n  home ")
    )
    assert line.words == "City Cabs Trip home Card 4471 CARD PAYMENT"
    assert (line.payee, line.reference, line.type, line.bank_id, line.place) == ("City Cabs", "", "FPO", "BK1", 1)


def test_a_reference_end_to_end_is_kept_and_not_provided_is_none():
    entry = camt.write_entry()
    ((plain,), _) = camt.read_entry(entry)
    ((told,), _) = camt.read_entry(entry.replace("NOTPROVIDED", "DP-2026-0001"))
    structured = "<Strd><CdtrRefInf><Ref>RF18 5390</Ref></CdtrRefInf></Strd></RmtInf>"
    ((creditor,), _) = camt.read_entry(entry.replace("</RmtInf>", structured))
    assert (plain.reference, told.reference, creditor.reference) == ("", "DP-2026-0001", "RF18 5390")
    assert creditor.words == "City Cabs Trip RF18 5390"


def test_the_name_comes_from_the_side_that_is_not_the_accounts_own():
    both = "<RltdPties><Dbtr><Nm>Amina</Nm></Dbtr><Cdtr><Nm>Carys</Nm></Cdtr></RltdPties>"
    out = camt.write_entry(sign="DBIT").replace(
        "<RltdPties><Cdtr><Pty><Nm>City Cabs</Nm></Pty></Cdtr></RltdPties>", both
    )
    assert camt.read_entry(out)[0][0].payee == "Carys"
    assert camt.read_entry(out.replace("DBIT", "CRDT"))[0][0].payee == "Amina"


def test_money_that_comes_back_names_whom_it_had_gone_to():
    """ISO 20022: a reversal's own CdtDbtInd says which way its money goes, and the parties keep their names."""
    both = "<RltdPties><Dbtr><Nm>Amina</Nm></Dbtr><Cdtr><Nm>Carys</Nm></Cdtr></RltdPties>"
    plain = "<RltdPties><Dbtr><Pty><Nm>City Cabs</Nm></Pty></Dbtr></RltdPties>"
    undone = camt.write_entry("412.50", "CRDT", before="<RvslInd>true</RvslInd>").replace(plain, both)
    ((line,), _) = camt.read_entry(undone)
    assert (line.pence, line.payee, line.words) == (41250, "Carys", "Carys Trip (reversal)")
    returned = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>account closed</AddtlInf></RtrInf>"
    ((line,), _) = camt.read_entry(camt.write_entry("412.50", "CRDT", inside=returned).replace(plain, both))
    assert (line.pence, line.payee) == (41250, "Carys")
    assert line.words == "Carys Trip (returned: AC04) account closed"


def test_an_entry_that_is_no_reversal_says_so_and_is_read_as_any_other():
    ((line,), _) = camt.read_entry(camt.write_entry(before="<RvslInd>false</RvslInd>"))
    assert (line.pence, line.words) == (-820, "City Cabs Trip")


@pytest.mark.parametrize(
    ("charges", "words"),
    [
        ('<Chrgs><TtlChrgsAndTaxAmt Ccy="GBP">1.75</TtlChrgsAndTaxAmt></Chrgs>', "City Cabs Trip (charges 1.75)"),
        (
            '<Chrgs><Amt Ccy="GBP">1.25</Amt></Chrgs><Chrgs><Amt Ccy="GBP">0.50</Amt></Chrgs>',
            "City Cabs Trip (charges 1.75)",
        ),
        ('<Chrgs><Rcrd><Amt Ccy="GBP">1.75</Amt></Rcrd></Chrgs>', "City Cabs Trip (charges 1.75)"),
        ('<Chrgs><Rcrd><Amt Ccy="GBP">0.00</Amt></Rcrd></Chrgs>', "City Cabs Trip"),
        ('<Chrgs><Rcrd><Amt Ccy="GBP">some</Amt></Rcrd></Chrgs>', "City Cabs Trip"),
    ],
)
def test_charges_are_told_in_the_words_and_are_in_no_sum(charges, words):
    for entry in (camt.write_entry(before=charges), camt.write_entry(inside=charges)):
        ((line,), reading) = camt.read_entry(entry)
        assert (line.pence, line.words, reading.problems) == (-820, words, [])


def test_payments_in_one_sum_are_one_line_that_names_them():
    ((line,), reading) = camt.read_entry(BATCH.format(payment_to("Carys") + payment_to("Brian") + payment_to("Carys")))
    assert (line.pence, line.words, reading.problems) == (-3000, "3 payments in one sum: Carys, Brian", [])


def priced(amount, sign="DBIT", currency="GBP"):
    return f'<TxDtls><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd></TxDtls>'


@pytest.mark.parametrize(
    ("payments", "notes"),
    [
        # the entry is of 30.00 out
        ((priced("10.00"), priced("20.00")), []),
        ((priced("40.00"), priced("10.00", "CRDT")), []),
        ((priced("10.00"), priced("20.00", currency="EUR")), []),
        ((priced("10.00"), "<TxDtls/>"), []),
        ((priced("10.00"), priced("19.99")), ["come to -29.99, and the entry is of -30.00, which was taken."]),
        ((priced("10.00"), priced("ten")), ["A payment inside this entry cannot be read."]),
    ],
)
def test_payments_that_come_to_another_sum_than_their_entry_are_told_and_the_entry_counts(payments, notes):
    ((line,), reading) = camt.read_entry(BATCH.format("".join(payments)))
    assert (line.pence, reading.problems, len(reading.notes)) == (-3000, [], len(notes))
    for note, words in zip(reading.notes, notes, strict=True):
        assert note.place == 1
        assert words in note.words


def test_many_payments_in_one_sum_name_the_first_ten():
    ((line,), _) = camt.read_entry(BATCH.format("".join(payment_to(f"Payee {n}") for n in range(1, 13))))
    named = ", ".join(f"Payee {n}" for n in range(1, 11))
    assert line.words == f"12 payments in one sum: {named} and others"


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("PDNG", "1 payments are still pending; they will come in a later statement."),
        ("FUTR", "1 payments are still to come; they will come in a later statement."),
        ("INFO", "1 entries only tell of something and move no money."),
    ],
)
@pytest.mark.parametrize("new", [True, False])
def test_an_entry_that_is_not_booked_is_a_note_and_no_line(status, note, new):
    lines, reading = camt.read_entry(
        camt.write_entry("1.00", status=status, new=new), camt.write_entry("2.00", status="BOOK", new=new)
    )
    assert [(line.pence, line.place) for line in lines] == [(-200, 2)]
    assert (camt.notes(reading), reading.problems) == ([note], [])


@pytest.mark.parametrize(
    ("amount", "pence"),
    [("8.20", 820), ("8.2", 820), ("8", 800), ("8.", 800), (".5", 50), ("+8.20", 820), ("0008.20", 820),
     ("8.20000", 820), (" 8.20\n", 820), ("0", 0), ("99999999999.99", 9999999999999)],
)  # fmt: skip
def test_a_sum_is_read_to_the_penny(amount, pence):
    ((line,), _) = camt.read_entry(camt.write_entry(amount, "CRDT"))
    assert line.pence == pence


@pytest.mark.parametrize(
    "amount", ["", "-8.20", "8,20", "8.205", "1e2", "8.2.0", "NaN", ".", "£8", "٨.20", "8 20", "9" * 40]
)
def test_what_is_not_plainly_a_sum_refuses_the_file_with_its_place(amount):
    lines, reading = camt.read_entry(camt.write_entry("1.00"), camt.write_entry(amount))
    assert len(lines) == 1
    ((place, reason),) = camt.reasons(reading)
    assert (place, reading.is_refused) == (2, True)
    assert "amount" in reason


@pytest.mark.parametrize("on", ["2026-09-07", "2026-09-07Z", "2026-09-07+01:00", " 2026-09-07 "])
def test_a_day_is_the_one_the_bank_wrote(on):
    assert camt.read_entry(camt.write_entry(on=on))[0][0].on == date(2026, 9, 7)


@pytest.mark.parametrize("moment", ["2026-09-07T23:59:59+05:00", "2026-09-07T00:00:00.000Z", "2026-09-07T10:15:00"])
def test_a_moment_is_its_day_without_its_zone(moment):
    entry = camt.write_entry(on="X").replace("<Dt>X</Dt>", f"<DtTm>{moment}</DtTm>")
    assert camt.read_entry(entry)[0][0].on == date(2026, 9, 7)


@pytest.mark.parametrize("on", ["2026-02-30", "07/09/2026", "2026-9-7", "20260907", "1026-09-07", "soon"])
def test_a_day_that_does_not_exist_refuses_the_file(on):
    lines, reading = camt.read_entry(camt.write_entry(on=on))
    assert (lines, [problem.place for problem in reading.problems]) == ([], [1])


def test_a_missing_day_refuses_the_file_and_the_day_of_value_stands_in_only_aloud():
    lines, reading = camt.read_entry(camt.write_entry(on=""))
    assert (lines, camt.reasons(reading)) == ([], [(1, "The date is empty.")])
    valued = camt.write_entry(on="", before="<ValDt><Dt>2026-09-08</Dt></ValDt>")
    ((line,), reading) = camt.read_entry(valued)
    assert line.on == date(2026, 9, 8)
    assert camt.notes(reading) == ["1 entries have no booking day, so the day of their value stands for it."]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("<CdtDbtInd>DBIT</CdtDbtInd>", ""), "does not say whether money came in or went out"),
        (("DBIT", "CREDIT"), "“CREDIT”"),
        (("<Sts><Cd>BOOK</Cd></Sts>", ""), "has no status"),
        (("BOOK", "OTHR"), "a status we do not know (“OTHR”)"),
        (("</CdtDbtInd>", '</CdtDbtInd><Amt Ccy="GBP">9.20</Amt>'), "Amt twice"),
        (("</CdtDbtInd>", "</CdtDbtInd><CdtDbtInd>CRDT</CdtDbtInd>"), "CdtDbtInd twice"),
        (("</BookgDt>", "</BookgDt><BookgDt><Dt>2026-09-08</Dt></BookgDt>"), "BookgDt/Dt twice"),
        (('Ccy="GBP"', 'Ccy="EUR"'), "is in EUR, and the account is in GBP"),
        ((' Ccy="GBP"', ""), "does not say which currency"),
    ],
)
def test_an_entry_that_is_not_sure_refuses_the_file(change, reason):
    _, reading = camt.read_entry(camt.write_entry().replace(*change))
    ((place, told),) = camt.reasons(reading)
    assert (place, reading.is_refused) == (1, True)
    assert reason in told


def test_money_without_hundredths_is_refused_rather_than_read_a_hundredfold():
    _, reading = camt.read_entry(camt.write_entry("2700", currency="JPY"), currency="<Ccy>JPY</Ccy>")
    assert camt.reasons(reading) == [(1, "This entry is in JPY, which has no hundredths. We cannot read it.")]


def test_an_account_that_does_not_say_its_currency_takes_that_of_its_first_money():
    _, reading = camt.read_entry(camt.write_entry(currency="EUR"), currency="")
    assert (reading.parts[0].currency, reading.problems) == ("EUR", [])
