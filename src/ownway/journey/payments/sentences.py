"""What to tell a person when the database keeps a promise about payments."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_open_bank_account": (None, "Somebody changed the bank account at the same moment. Load the page again"),
        "sort_code_is_six_digits": ("sort_code", "A sort code has 6 digits"),
        "account_is_eight_digits": ("account_number", "An account number has 8 digits"),
        "one_schedule_at_a_time": ("first_on", "Payments are set up for these days already. Choose a later day"),
        "schedule_ends_after_start": ("until_on", "The last day must be on or after the first payment"),
        "schedule_pays_something": ("amount_pence", "Enter an amount of more than £0.00"),
        "one_pause_at_a_time": ("from_on", "Payments are paused on some of these days already"),
        "pause_ends_after_start": ("resume_on", "Payments must start again after the pause begins"),
        "one_run_a_number": (None, "Somebody proposed a payment run at the same moment. Load the page again"),
        "one_open_run_a_council": (None, "A payment run is open already. Finish it or withdraw it first"),
        "second_person_approves": (None, "You proposed this run, so somebody else must approve it"),
        "run_approved_before_files": (None, "A second person must approve this run first"),
        "withdrawn_run_says_why": ("why", "Write why it is withdrawn"),
        "each_period_paid_once": (None, "Some of these days are paid already. Load the page again"),
        "payment_is_something": (None, "A payment must be more than £0.00"),
        "period_ends_after_start": (None, "The days of a payment must not end before they begin"),
        "one_change_a_kind": (None, "Somebody compared this run at the same moment. Load the page again"),
        "explained_by_somebody": (None, "Say who wrote why this is right"),
        "one_bank_answer_a_file": (None, "This file is read already. Nothing was added"),
        "payment_comes_back_once": (None, "This payment came back already. Nothing was added"),
        "answer_item_says_how": ("why", "Write why"),
        "answer_item_names_payment": (None, "Say first which payment it is"),
        "one_emergency_list_a_run": (None, "Somebody made the list at the same moment. Load the page again"),
        "emergency_list_says_why": ("why", "Write why"),
        "one_end_an_emergency_list": (None, "Somebody said it at the same moment. Load the page again"),
        "one_file_a_kind_and_run": (None, "The files of this run are written already"),
    }
)
