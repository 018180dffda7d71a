"""What to tell a person when the database keeps a promise about plans."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_plan_a_number": (None, "Somebody began a plan at the same moment. Load the page again"),
        "one_draft_plan_a_person": (None, "A plan is being written already. Carry on with that one"),
        "assistant_named_once": ("name", "Somebody of this name is in the plan already. Add a surname or a number"),
        "assistant_has_a_name": ("name", "Give a name, or write “Not found yet”"),
        "assistant_paid_often_enough": ("pay_every", "Choose to pay every week, 2 weeks, 4 weeks or month"),
        "heading_said_once": ("words", "These words are in the plan already. Add to that part, or choose other words"),
        "heading_has_words": ("words", "Write what this is for"),
        "line_fits_in_a_week": ("minutes_weekly", "A week has 168 hours. Write 168 hours or less"),
        "line_says_how_much": (None, "Say how much this is"),
        "line_awake_within_the_night": ("minutes_awake_weekly", "The time awake cannot be more than the whole night"),
        "line_share_whole": ("share_bp", "This cannot be more than 100%"),
    }
)
