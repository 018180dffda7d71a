"""Why something cannot be done with a plan, in words fit for the person who reads them."""

from ownway.rules.refusals import InputProblem


class PlanRefused(Exception):
    """Something cannot be done with a plan; the message says why and what to do next."""


class NotADraft(PlanRefused):
    """The plan was offered, or is older than that, and stays as it is."""

    def __init__(self) -> None:
        super().__init__(
            "This plan has been offered, so it stays as it is. Choose “Change the plan” to write a new one."
        )


class AlreadyADraft(PlanRefused):
    """Somebody has begun a plan for this person."""

    def __init__(self) -> None:
        super().__init__("A plan is being written already. Carry on with that one.")


class ChangedMeanwhile(PlanRefused):
    """Somebody else changed the same thing while it was open here."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else changed this while you had it open. What you wrote is still here."
            " Look at the plan to see what they wrote, then save again if yours is right."
        )


class NothingThere(PlanRefused):
    """It has been taken out of the plan, or was never in it."""

    def __init__(self) -> None:
        super().__init__("This is no longer in the plan. Somebody may have taken it out.")


class StillUsed(PlanRefused):
    """Lines of the plan still pay this assistant."""


class RouteHasNoOffer(PlanRefused):
    """Only a direct payment, or a mixture with one, is offered."""


class CostNotWorkedOut(PlanRefused):
    """The plan has no cost, or was changed after its cost was worked out."""

    def __init__(self) -> None:
        super().__init__("Work out what this plan costs first. It has changed, or has not been worked out yet.")


class PlanProblems(PlanRefused):
    """Things in the plan to put right before it can be costed, each by its field (see `rules.plans`)."""

    def __init__(self, problems: tuple[InputProblem, ...]) -> None:
        self.problems = problems
        super().__init__(" ".join(problem.sentence for problem in problems))
