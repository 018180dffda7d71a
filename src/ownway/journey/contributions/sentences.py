"""What to tell a person when the database keeps a promise about what a person pays."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_assessment_a_number": (None, "Somebody worked this out at the same moment. Load the page again"),
        "contribution_not_negative": (None, "Nobody can be asked to pay less than nothing"),
        "assessment_says_why_not_full": ("basis_words", "Write what the person said and agreed to"),
    }
)
