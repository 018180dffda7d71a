"""What to tell a person when the database keeps a promise about check-ups."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_open_check_up": (None, "A check-up is open already. Load the page again to see it"),
        "check_up_end_is_recorded": ("words", "Write how the check-up ended"),
        "one_finding_a_check": (None, "This was looked at already. Load the page again"),
        "conversation_has_words": ("words", "Write what was said"),
        "ask_has_words": ("words", "Write what you would like to talk about"),
        "one_open_proposal": (None, "There is a proposal already. Load the page again to see it"),
        "proposal_has_reasons": ("reasons", "Give your reasons"),
        "proposal_is_something": (None, "There is nothing to propose"),
    }
)
