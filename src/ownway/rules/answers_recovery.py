"""The rules about money that may come back that can be asked by name: how much, how, and what stands in the way."""

from __future__ import annotations

from dataclasses import fields

from ownway.rules import settling, surplus
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.instalments import InstalmentInputs, OwnMoneyInputs, next_instalment, own_money_instalment
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.recovery_bars import RecoveryFacts, find_bars
from ownway.rules.refusals import refuse_if_wrong
from ownway.rules.settling import SettlingInputs
from ownway.rules.surplus import SurplusInputs, contingency
from ownway.rules.wrongly_spent import SpendingInputs, judge

_PRACTICE = (
    "No law: the guidance asks for a prudent reserve (chapter 12, as recalled); how much is each council’s policy"
)


def _proposal(asked: SurplusInputs, _: Figures) -> Answers:
    found = surplus.work_out(asked)
    return {field.name: getattr(found, field.name) for field in fields(found)}


def _contingency(asked: SurplusInputs, _: Figures) -> Answers:
    refuse_if_wrong(surplus.problems(asked))
    stays = contingency(asked)
    names = ("weeks_of_money", "bills", "run_off", "saved_for")
    return {"stays": stays, **dict(zip(names, stays.parts, strict=True))}


def _instalment(asked: InstalmentInputs, _: Figures) -> Answers:
    return {"instalment": next_instalment(asked)}


def _own_money(asked: OwnMoneyInputs, figures: Figures) -> Answers:
    worked = own_money_instalment(asked, figures=figures)
    return {field.name: getattr(worked, field.name) for field in fields(worked)}


def _settling(asked: SettlingInputs, _: Figures) -> Answers:
    found = settling.work_out(asked)
    return {field.name: getattr(found, field.name) for field in fields(found)}


def _spending(asked: SpendingInputs, _: Figures) -> Answers:
    worked = judge(asked)
    each = {f"spending.{place}": verdict.may_be_asked for place, verdict in enumerate(worked.verdicts)}
    return {"may_be_asked": worked.may_be_asked, "let_be": worked.let_be, **each}


def _bars(asked: RecoveryFacts, _: Figures) -> PlainAnswers:
    bars = find_bars(asked)
    return {"may_ask": not bars, "bars": to_plain(bars)}


_AMINAS_ACCOUNT = {
    "on": "2026-06-10",
    "today": "2026-06-10",
    "balance_pence": 450_000,
    "payment_weekly_pence": 20_000,
    "payment_pence": 80_000,
    "to_pay": [{"label": "Carys’s wages", "amount_pence": 24_000}, {"label": "Tax for Carys", "amount_pence": 4_150}],
    "run_off": [{"label": "Carys’s notice and holiday", "amount_pence": 70_000}],
    "saving_for": [{"label": "A week away with Carys", "amount_pence": 40_000}],
    "review_due_on": "2026-10-01",
    "notice_given_on": "2026-05-20",
}

RULES = {
    "surplus.proposal": Rule(
        SurplusInputs,
        _proposal,
        title="What may be proposed for return",
        says="We look at the money in the account. First comes what stays: some weeks of the payment, the bills to come,"
        " what ending a job would cost, and what the person is saving for. Only what is more than all of that may be"
        " proposed, and nothing is taken. We do not ask while our own review is late, before the person was told and has"
        " had time, or while a question of theirs waits.",
        law=_PRACTICE,
        example=_AMINAS_ACCOUNT,
    ),
    "surplus.contingency": Rule(
        SurplusInputs,
        _contingency,
        title="The reserve that may build up",
        says="A reserve is good planning. It is some weeks of the payment, the bills to come, what ending a job would"
        " cost, and what the person is saving for. The council says how many weeks; many say eight, and the law does"
        " not.",
        law=_PRACTICE,
        example=_AMINAS_ACCOUNT,
    ),
    "surplus.instalment": Rule(
        InstalmentInputs,
        _instalment,
        title="One instalment out of the account",
        says="An instalment never takes the money for care. It is the smallest of three: what is left to return, the"
        " largest part of a payment that the council lets one instalment be, and what the account holds above the bills"
        " to come and the weeks of money that always stay. When nothing can be spared, it waits.",
        law=_PRACTICE,
        example={
            "on": "2026-06-10",
            "left_to_return_pence": 151_850,
            "balance_pence": 120_000,
            "payment_weekly_pence": 20_000,
            "payment_pence": 80_000,
            "to_pay": [{"label": "Carys’s wages and tax", "amount_pence": 28_150}],
        },
    ),
    "recovery.own_money": Rule(
        OwnMoneyInputs,
        _own_money,
        title="What a person can spare of their own money",
        says="We start from the income that counts. The minimum income guarantee always stays, and what the council"
        " leaves above it, and housing, the costs of disability, and what the person pays towards support. Only what is"
        " more than all of that can be spared. When it is nothing, nothing may be asked. Savings are not touched.",
        law="SI 2014/2672 reg 7 for the guarantee; that a floor holds for giving money back is this rulebook’s own promise",
        example={
            "on": "2026-06-01",
            "left_to_return_pence": 30_000,
            "finances": {
                "household": {"age_years": 34},
                "income": [{"label": "ESA", "kind": "esa", "amount_pence": 18_000}],
                "housing": [{"label": "Rent", "amount_pence": 2_000}],
                "disability_costs": [{"label": "Laundry", "amount_pence": 500}],
            },
            "contribution_weekly_pence": 1_000,
            "buffer_weekly_pence": 1_000,
            "weeks": 4,
        },
    ),
    "recovery.settling": Rule(
        SettlingInputs,
        _settling,
        title="The account after a death or an ending",
        says="What is owed is paid first: bills, and what ending a job costs (notice, holiday, redundancy, tax). Only what"
        " is left after that comes back. When the account does not hold enough, we say what is missing, and the council"
        " works out how it is paid: it is not a bill for the family. The part of the last payment for days after the end"
        " shows where money left over comes from. It is not asked on top.",
        law="Care and support statutory guidance, chapters 11 and 12 (as recalled: not read)",
        example={
            "on": "2026-06-14",
            "why": "death",
            "ended_on": "2026-06-14",
            "balance_pence": 150_000,
            "to_pay": [{"label": "Carys’s wages", "amount_pence": 24_000}],
            "run_off": [{"label": "Carys’s notice and holiday", "amount_pence": 70_000}],
            "last_payment": {"amount_pence": 80_000, "from_on": "2026-06-01", "to_on": "2026-06-28"},
        },
    ),
    "recovery.wrongly_spent": Rule(
        SpendingInputs,
        _spending,
        title="Money that may have been spent wrongly",
        says="We ask the person first. Money is not asked back when it was for the plan, when it helped in another way"
        " with what the plan is for, when nobody had said that it could not be bought, when it was an honest mistake, or"
        " when somebody else took it. Only what the person knew it was not for may be asked back, once they were heard,"
        " and not when it is too small to ask about.",
        law="Care Act 2014 s.33(3) to (5); mistakes and fraud: statutory guidance, chapter 12 (as recalled: not read)",
        example={
            "on": "2026-06-10",
            "too_small_pence": 1_000,
            "spending": [
                {"label": "A television", "amount_pence": 30_000, "found": "for something else", "heard": True},
                {"label": "Sweets", "amount_pence": 450, "found": "for something else", "heard": True},
                {"label": "A hotel", "amount_pence": 12_000, "found": "for something else"},
                {"label": "A choir", "amount_pence": 2_500, "found": "another way to the same outcome"},
                {"label": "Cash", "amount_pence": 5_000},
            ],
        },
    ),
}

PLAIN_RULES = {
    "recovery.bars": PlainRule(
        RecoveryFacts,
        _bars,
        title="What stands in the way of asking for money back",
        says="Nobody may be asked for money back while our own review is late, before they were told and had time to"
        " answer, while a question of theirs waits, without reasons for this one person, or before somebody looked at"
        " what they can spare. After a death we find out who deals with the person’s affairs first. When a job ends, we"
        " work out first what is still owed for it.",
        law="SI 2014/2871 reg 7(1) for the review (reported); chapter 12 of the guidance (as recalled: not read); the rest"
        " is this rulebook’s own promise",
        example={
            "on": "2026-06-10",
            "today": "2026-06-10",
            "kind": "surplus",
            "review_due_on": "2026-06-09",
            "notice_given_on": "2026-05-28",
            "notice_days": 14,
            "questions_unanswered": 1,
            "reasons_given": True,
            "hardship_considered": True,
        },
    ),
}
