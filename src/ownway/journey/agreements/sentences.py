"""What to tell a person when the database keeps a promise about offers and agreements."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_offer_a_version": (None, "Somebody made an offer at the same moment. Load the page again"),
        "one_open_offer_a_person": (None, "There is an open offer already. Load the page again to see it"),
        "offer_not_negative": (None, "An offer cannot be less than nothing"),
        "contribution_within_budget": (None, "What the person pays cannot be more than the support costs"),
        "withdrawn_offer_says_why": ("words", "Say why you take the offer back"),
        "question_has_words": ("words", "Write your question"),
        "answer_has_words": ("words", "Write your answer"),
        "one_acceptance_a_side": (None, "This offer has been accepted already"),
        "council_says_why": ("why", "Say why the council agrees"),
        "one_nominated_person": (None, "Somebody is named already. Load the page again to see who"),
        "nominated_person_agrees": ("agrees", "Ask them first. They must agree"),
        "one_agreement_at_a_time": ("starts_on", "There is an agreement for these days already"),
        "agreement_ends_after_start": ("ends_on", "The last day must be on or after the first day"),
        "one_review_a_day": ("held_on", "A review on this day is written down already"),
        "set_up_once": (None, "This was said to be done already"),
    }
)
