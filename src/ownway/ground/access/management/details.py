"""What `ownway council add` asks about a council, and whether each answer can be right."""

from typing import Any

from ownway.formats.accounts.details import DetailsRefused, parse_bank_details
from ownway.ground.access.operations import NewCouncil
from ownway.ground.design import forms

EIGHT_DIGITS = "Enter the account number with 8 digits, as the bank writes it in payment files."


class CouncilDetails(forms.Form):
    """Each field is an option of the command, its hint the option's help."""

    name = forms.CharField(label="The council’s name", help_text="the council's name, as in letters", max_length=120)
    slug = forms.RegexField(
        label="The short name",
        help_text="a short name of small letters, numbers and hyphens; each council has its own",
        regex=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=50,
        error_messages={"invalid": "A short name has only small letters, numbers and hyphens, like sheafdale"},
    )
    team = forms.CharField(label="The team’s name", help_text="who signs the letters", max_length=120)
    address = forms.CharField(
        label="The address", help_text="for letters, with a comma between the lines", max_length=400
    )
    phone = forms.CharField(label="The phone number", help_text="where people call the team", max_length=40)
    email = forms.EmailField(label="The team’s email address", help_text="where people write to the team")
    bank_name = forms.CharField(
        label="The name on the bank account", help_text="the council's name as its bank knows it", max_length=70
    )
    sort_code = forms.CharField(label="The sort code", help_text="of the account that pays, like 12-34-56")
    account = forms.CharField(label="The account number", help_text="of the account that pays, 8 digits")
    service_user_number = forms.RegexField(
        label="The service user number",
        help_text="the council's number with Bacs, 6 digits",
        regex=r"^[0-9]{6}$",
        error_messages={"invalid": "A service user number has 6 digits"},
    )
    administrator = forms.CharField(
        label="The administrator’s name", help_text="who signs in first, and adds the others", max_length=120
    )
    administrator_email = forms.EmailField(
        label="The administrator’s email address", help_text="with which the administrator signs in"
    )
    site = forms.RegexField(
        label="Where people open Ownway",
        help_text="where people open Ownway, for the link; else the first of OWNWAY_ORIGINS or OWNWAY_HOSTS",
        regex=r"^https?://[^\s/]+/?$",
        error_messages={"invalid": "Write where people open Ownway like https://ownway.example.gov.uk"},
    )

    def clean(self) -> dict[str, Any]:
        """The bank details as payment files write them."""
        answers: dict[str, Any] = super().clean() or {}
        if {"sort_code", "account"} <= answers.keys():
            try:
                read = parse_bank_details(sort_code=answers["sort_code"], account_number=answers["account"])
            except DetailsRefused as refused:
                for problem in refused.problems:
                    self.add_problem(problem.field, problem.message)
            else:
                answers |= {"sort_code": read.sort_code, "account": read.account_number}
        return answers

    def add_problem(self, field: str, message: str) -> None:
        """Say a problem of the bank details by the option it belongs to."""
        if field == "sort_code":
            self.add_error("sort_code", message)
        else:
            self.add_error("account", EIGHT_DIGITS if field == "bank" else message)

    def council(self) -> NewCouncil:
        """The answers, as the operation takes them."""
        asked = self.cleaned_data
        same = {name: asked[name] for name in ("name", "slug", "phone", "email", "bank_name", "service_user_number")}
        return NewCouncil(
            team_name=asked["team"],
            address="\n".join(line.strip() for line in asked["address"].split(",") if line.strip()),
            bank_sort_code=asked["sort_code"],
            bank_account=asked["account"],
            **same,
        )
