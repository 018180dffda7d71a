"""What to tell a person when the database keeps a promise about money that moves."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_account_a_kind_and_person": (None, "Somebody opened this account at the same moment. Try again"),
        "account_names_its_person": (None, "This account must say whose it is"),
        "one_entry_a_cause": (None, "This is written in the books already. Nothing was added"),
        "posting_is_not_nothing": (None, "An amount must not be £0.00"),
        "entry_adds_up": (None, "The amounts do not add up, so nothing was written"),
        "entry_has_legs": (None, "There are no amounts, so nothing was written"),
    }
)
