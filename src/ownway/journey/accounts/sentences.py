"""What to tell a person when the database keeps a promise about the account."""

from ownway.ground.design.constraints import say_for_constraints

say_for_constraints(
    {
        "one_statement_a_file": ("file", "You have added this file already. Nothing was added"),
        "one_line_an_identity": ("file", "Somebody added these lines at the same moment. Nothing was added"),
        "one_line_a_payment": (None, "Another line is that payment already"),
        "one_payee_a_name": (None, "Somebody put this right at the same moment. Load the page again"),
        "one_receipt_a_photo": ("photo", "This photo is here already"),
        "taken_back_by_who_added_it": (None, "Only who added a photo can take it back"),
        "taken_back_says_who_and_why": ("words", "Say why you take the statement back"),
        "one_waiting_file_a_digest": ("file", "This file is waiting for your answer already"),
    }
)
