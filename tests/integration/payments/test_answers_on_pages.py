"""The pages about what came back: for finance in plain words, for the person in kind ones, for nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.councils import make_worker
from tests.factories.payments import ANOTHER
from tests.factories.persons import make_person
from tests.integration.payments import bank_words
from tests.reading import page_of, text_of

from ownway.ground.access.models import Role
from ownway.journey.payments import operations, queries
from ownway.journey.payments.models import AnswerItem, BankAnswer
from ownway.journey.payments.queries import answers

ADD = "/payments/from-the-bank/add/"


@pytest.fixture
def run(amina, paid, pay):
    """£800.00 to Amina for Monday 7 September."""
    paid(amina)
    return pay()


@pytest.fixture
def came_back(run, council, harriet, now):
    """`came_back("AC04")`: Amina's payment came back, for that reason."""

    def item(reason="AC04"):
        data = bank_words.camt054((run.lines.get().end_to_end_id, "800.00", reason))
        operations.take_answer(council=council, name="camt.xml", data=data, by=harriet, at=now)
        return AnswerItem.objects.get()

    return item


def read(browser, address):
    return text_of(browser.get(address))


def upload(browser, data, name="camt054.xml"):
    return browser.post(ADD, {"file": SimpleUploadedFile(name, data)}, follow=True)


def test_harriet_drops_in_a_file_and_reads_what_came_back_and_why(run, as_, harriet):
    data = bank_words.camt054((run.lines.get().end_to_end_id, "800.00", "AC04"))
    page = text_of(upload(as_(harriet), data))
    for words in (
        "1 thing to look at.",
        "Amina Okafor",
        "sent back, £800.00, 9 September 2026",
        "The account is closed.",
        "Check the bank account with the person. Then pay it again.",
    ):
        assert words in page


def test_a_file_that_is_refused_says_why_and_nothing_is_kept(run, as_, harriet):
    page = text_of(upload(as_(harriet), b"Name,Amount"))
    assert "This is not an XML file" in page
    assert "Nothing was added." in page
    assert not BankAnswer.objects.exists()


def test_a_file_that_is_too_large_is_not_read(run, as_, harriet, settings):
    settings.BANK_ANSWER_MAX_BYTES = 1024 * 1024
    page = text_of(upload(as_(harriet), b"x" * (1024 * 1024 + 1)))
    assert "larger than 1 MB" in page


def test_a_file_with_nothing_that_came_back_says_so(run, as_, harriet):
    page = text_of(upload(as_(harriet), bank_words.camt054()))
    assert "Nothing came back" in page


def test_harriet_decides_and_sees_what_was_decided(came_back, as_, harriet):
    item = came_back()
    browser, address = as_(harriet), f"/payments/from-the-bank/to-look-at/{item.pk}/"
    refused = browser.post(address, {"ended": "pay_again", "why": "We spoke"}).content.decode()
    assert "tick the box" in refused
    assert 'value="We spoke"' in refused  # what was typed is still there
    done = browser.post(address, {"ended": "pay_again", "checked": "on", "why": "We spoke"}, follow=True)
    assert "Pay it again in the next run. We spoke" in text_of(done)


def test_what_was_decided_is_not_asked_again(came_back, as_, harriet, council, now):
    item = came_back()
    said = {"ended": "left", "checked": False, "why": "Paid by hand", "by": harriet, "at": now}
    operations.settle_item(council=council, item_id=item.pk, **said)
    page = as_(harriet).get(f"/payments/from-the-bank/to-look-at/{item.pk}/")
    assert "Do not pay it again. Paid by hand" in text_of(page)
    assert page_of(page).find(".//main//button") is None


def test_which_payment_it_is_can_be_said(run, as_, harriet, council, now):
    line = run.lines.get()
    data = bank_words.camt054((line.end_to_end_id, "799.99", "AC04"))
    operations.take_answer(council=council, name="camt.xml", data=data, by=harriet, at=now)
    browser, address = as_(harriet), f"/payments/from-the-bank/to-look-at/{AnswerItem.objects.get().pk}/"
    page = read(browser, address)
    assert "It is for £799.99, but £800.00 was sent." in page
    assert "Amina Okafor, £800.00, 7 September 2026" in page
    assert "Choose a payment" in text_of(browser.post(address, {"why": "I asked"}))
    browser.post(address, {"line_id": str(line.pk), "why": "I asked"})
    assert AnswerItem.objects.get().run_line == line


def test_amina_reads_that_she_did_nothing_wrong_and_that_nothing_is_taken(came_back, amina, as_):
    came_back()
    page = read(as_(amina), f"/people/{amina.pk}/payments/")
    assert "The bank sent this payment back on 9 September 2026." in page
    assert "You have done nothing wrong, and nothing is taken from you." in page
    assert "The bank says that the account is closed." in page
    assert "Please check that we have the right bank account for you." in page
    assert "Say what we do" not in page
    assert "Get a letter" not in page


def test_brian_reads_nothing_of_a_death_on_a_page(came_back, amina, brian, as_):
    came_back("MD07")
    page = read(as_(brian), f"/people/{amina.pk}/payments/")
    assert "The bank sent this payment back" in page
    for word in ("died", "death", "deceased", "check that we have the right bank account"):
        assert word not in page


def test_dev_reads_to_ask_gently_first(came_back, amina, dev, as_):
    came_back("MD07")
    page = read(as_(dev), f"/people/{amina.pk}/payments/")
    assert "The bank believes that the account holder has died." in page
    assert "Banks can be wrong about this." in page


def test_amina_reads_when_it_is_paid_again(came_back, amina, as_, council, harriet, now):
    said = {"ended": "pay_again", "checked": True, "why": "We spoke", "by": harriet, "at": now}
    operations.settle_item(council=council, item_id=came_back().pk, **said)
    page = read(as_(amina), f"/people/{amina.pk}/payments/")
    assert "It is paid again with the next payment." in page
    assert "We are looking at it." not in page


def test_the_run_says_what_came_back(came_back, run, as_, farah):
    came_back()
    assert "Came back 1 payment, £800.00" in read(as_(farah), f"/payments/{run.pk}/")


def test_only_finance_of_their_own_council_sees_it(came_back, as_, dev, farah, other_council):
    item = came_back()
    answer = f"/payments/from-the-bank/{item.answer_id}/"
    assert as_(farah).get(answer).status_code == 200
    assert as_(farah).get(ADD).status_code == 403  # who approves payments does not bring in what came back
    assert as_(dev).get(answer).status_code == 403
    olive = make_worker(council=other_council, name="Olive Grey", role=Role.FINANCE_OFFICER)
    assert as_(olive).get(answer).status_code == 404
    assert as_(olive).get(f"/payments/from-the-bank/to-look-at/{item.pk}/").status_code == 404
    assert "camt.xml" not in read(as_(olive), "/payments/from-the-bank/")


def test_dev_and_harriet_find_it_on_their_desks_until_it_is_decided(came_back, as_, dev, harriet, council, now):
    item = came_back()
    for worker in (dev, harriet):
        assert "1 payment that came back to look at" in read(as_(worker), "/start/")
        page = read(as_(worker), "/waiting/came-back/")
        assert "Amina Okafor" in page
        assert "The account is closed." in page
    said = {"ended": "left", "checked": False, "why": "Paid by hand", "by": harriet, "at": now}
    operations.settle_item(council=council, item_id=item.pk, **said)
    assert "came back" not in read(as_(dev), "/start/")


def test_what_fits_no_payment_waits_for_harriet_alone(run, as_, dev, harriet, council, now):
    data = bank_words.camt054(("SUPPLIER-7", "12.00", "AC04"))
    operations.take_answer(council=council, name="camt.xml", data=data, by=harriet, at=now)
    assert "1 other thing the bank says to look at" in read(as_(harriet), "/start/")
    assert "the bank says" not in read(as_(dev), "/start/")


def test_an_account_that_changed_waits_for_harriet(run, as_, harriet, council, now):
    operations.take_answer(council=council, name="awacs.xml", data=bank_words.awacs(), by=harriet, at=now)
    assert "1 other thing the bank says to look at" in read(as_(harriet), "/start/")
    assert "came back" not in read(as_(harriet), "/start/")


def test_amina_s_start_page_asks_her_to_check_her_account(came_back, amina, as_, council, harriet, now):
    item = came_back()
    page = read(as_(amina), f"/people/{amina.pk}/start/")
    assert "Check your bank account" in page
    assert "You have done nothing wrong." in page
    said = {"ended": "left", "checked": False, "why": "Paid by hand", "by": harriet, "at": now}
    operations.settle_item(council=council, item_id=item.pk, **said)
    assert "Check your bank account" not in read(as_(amina), f"/people/{amina.pk}/start/")


def test_a_start_page_asks_nothing_when_the_bank_says_that_somebody_died(came_back, amina, brian, as_):
    came_back("MD07")
    assert "sent a payment back" not in read(as_(brian), f"/people/{amina.pk}/start/")


def test_a_file_refused_as_a_whole_leads_to_the_run(run, as_, farah, harriet, council, now):
    data = bank_words.pain002(run, group="RJCT")
    taken = operations.take_answer(council=council, name="answer.xml", data=data, by=harriet, at=now)
    page = read(as_(harriet), f"/payments/from-the-bank/{taken.answer_id}/")
    assert "The bank refused the whole file of payment run 1 ." in page
    operations.withdraw_run(council=council, run_id=run.pk, why="Refused", by=farah, at=now)
    page = read(as_(harriet), f"/payments/from-the-bank/{taken.answer_id}/")
    assert "Pay it again in the next run. Payment run 1 was withdrawn" in page


def test_one_payment_of_many_that_was_refused_does_not_lead_there(amina, council, as_, harriet, now, paid, pay):
    paid(amina)
    paid(make_person(council=council, name="Noor Ali"), account=ANOTHER)
    run = pay()
    data = bank_words.pain002(run, (run.lines.get(person=amina).end_to_end_id, "RJCT", "AC01"))
    taken = operations.take_answer(council=council, name="answer.xml", data=data, by=harriet, at=now)
    page = read(as_(harriet), f"/payments/from-the-bank/{taken.answer_id}/")
    assert "Amina Okafor" in page
    assert "refused the whole file" not in page


def test_a_page_says_when_it_does_not_show_everything(run, as_, harriet, council, now, monkeypatch):
    monkeypatch.setattr(answers, "ITEMS_SHOWN", 1)
    name = run.lines.get().end_to_end_id
    data = bank_words.camt054((name, "800.00", "AC04"), ("NOT-OURS", "1.00", "AC04"))
    taken = operations.take_answer(council=council, name="camt.xml", data=data, by=harriet, at=now)
    assert "These are the first 1 of 2." in read(as_(harriet), f"/payments/from-the-bank/{taken.answer_id}/")
    assert "These are the newest" not in read(as_(harriet), "/payments/from-the-bank/")
    monkeypatch.setattr(answers, "ANSWERS_SHOWN", 1)
    monkeypatch.setattr(queries, "ANSWERS_SHOWN", 1)
    assert "These are the newest 1 files." in read(as_(harriet), "/payments/from-the-bank/")
