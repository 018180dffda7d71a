"""What to tell a person when the database keeps a promise about looks."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_look_a_page_a_day": (None, "This look was noted already"),
    }
)
