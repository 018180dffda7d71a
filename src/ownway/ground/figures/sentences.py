"""What to tell a person when the database keeps a promise about figures."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "figure_not_negative": ("value", "A figure cannot be less than nothing"),
        "figure_has_a_source": ("source", "Say where you read it, so that others can look it up"),
    }
)
