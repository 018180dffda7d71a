"""What to tell a person when the database keeps a promise about accounts and roles."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_account_an_email": ("email", "Somebody has an account with this email address already"),
        "one_open_membership_a_role": ("role", "They have this role already"),
        "membership_ends_after_it_begins": ("until_on", "The last day must be on or after the first day"),
    }
)
