"""What our tests take for answers of the API is what its published description (version 4.0.0) allows."""

import json
from pathlib import Path

import jsonschema
import pytest
from tests.formats.statements import open_banking_samples as api

REPO = Path(__file__).resolve().parents[3]
FILE = REPO.parent / "shared/standards/02-bank-statements/open-banking-uk/account-info-openapi-4.0.0.json"
pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="the description of the API is not beside this repository")


@pytest.fixture(scope="module")
def described():
    return json.loads(FILE.read_text(encoding="utf-8"))


def problems(described, name, said):
    schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    return [error.message for error in jsonschema.Draft4Validator(schema).iter_errors(said)]


def test_our_transactions_balances_and_accounts_are_valid(described):
    whole = api.september()
    transactions = {**whole, "Data": {"Transaction": whole["Data"]["Transaction"]}}
    assert problems(described, "OBReadTransaction6", transactions) == []
    balances = {**whole, "Data": {"Balance": whole["Data"]["Balance"]}}
    assert problems(described, "OBReadBalance1", balances) == []
    assert problems(described, "OBReadAccount6", {**whole, "Data": {"Account": [api.account()]}}) == []


def test_the_schema_would_notice_what_we_refuse(described):
    for change in ({"CreditDebitIndicator": "CREDIT"}, {"Status": "Done"}, {"Amount": None}, {"BookingDateTime": None}):
        assert problems(described, "OBReadTransaction6", api.answer(api.transaction(**change)))


def test_every_status_and_balance_of_the_schema_is_known(described):
    schemas = described["components"]["schemas"]
    for status in schemas["ExternalEntryStatus1Code"]["enum"]:
        assert api.read(api.answer(api.transaction(Status=status)))[1].problems == []
    for kind in schemas["OBBalanceType1Code"]["enum"]:
        assert api.read(api.answer(api.transaction(), balances=[api.balance(kind, "1.00")]))[1].problems == []


def test_every_field_that_is_read_is_one_of_the_schema(described):
    schemas = described["components"]["schemas"]
    fields = schemas["OBTransaction6"]["properties"]
    read = """AccountId TransactionId CreditDebitIndicator Status BookingDateTime Amount TransactionInformation AddressLine
        TransactionReference MerchantDetails CreditorAccount DebtorAccount UltimateCreditor UltimateDebtor
        BankTransactionCode ProprietaryBankTransactionCode Balance"""
    assert set(read.split()) <= set(fields)
    assert {"Code", "SubCode"} <= set(schemas["OBBankTransactionCodeStructure1"]["properties"])
    assert "MerchantName" in schemas["OBMerchantDetails1"]["properties"]
    assert "Name" in schemas["OBCashAccount6_0"]["properties"]
