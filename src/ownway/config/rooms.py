"""The rooms of the house, floor by floor: the one list of what is mounted."""

ROOMS = [
    "ownway.ground.access",
    "ownway.ground.audit",
    "ownway.ground.people",
    "ownway.ground.figures",
    "ownway.ground.decisions",
    "ownway.ground.ledger",
    "ownway.ground.letters",
    "ownway.journey.needs",
    "ownway.journey.plans",
    "ownway.journey.contributions",
    "ownway.journey.agreements",
    "ownway.journey.payments",
    "ownway.journey.accounts",
    "ownway.journey.checkups",
    "ownway.front.home",
    "ownway.front.insight",
]
