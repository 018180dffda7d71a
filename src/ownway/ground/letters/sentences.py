"""What to tell a person when the database keeps a promise about letters."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints({"one_letter_from_the_same_facts": (None, "This letter has been written already. Look in Letters")})
