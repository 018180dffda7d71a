"""What to tell a person when the database keeps a promise about people."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_person_a_reference": ("reference", "Somebody has this reference already. Look for them by it"),
        "died_after_born": ("died_on", "This day must be on or after the day they were born"),
        "one_open_relationship": ("user", "They stand to this person in this way already"),
        "one_account_a_person": ("user", "This person has an account already"),
        "relationship_ends_after_it_begins": ("until_on", "The last day cannot be before the first day"),
    }
)
