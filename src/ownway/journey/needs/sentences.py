"""What to tell a person when the database keeps a promise about what matters."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "outcome_said_once": ("words", "You have written this already. Change the words, or leave it as it is."),
        "outcome_has_words": ("words", "Write what the person wants"),
        "what_matters_has_words": ("words", "Write what matters to the person"),
    }
)
