"""What made-up people say matters to them, and the outcomes that their support is for."""

from collections.abc import Mapping
from dataclasses import dataclass

from ownway.demo import counts
from ownway.journey.needs.models import CareActArea

MATTERS = (
    "I want to stay in my own home and decide for myself how my day goes.",
    "My friends matter most to me. I do not want to lose touch with them.",
    "I like to be out of the house early, whatever the weather.",
    "My family does a lot. I want them to have their own time too.",
    "I want the same people to support me, who know how I like things.",
    "Music, and a garden to sit in. I do not like to be hurried.",
    "I want to learn new things and to earn my own money one day.",
    "My faith and my food are important to me.",
)


@dataclass(frozen=True, slots=True)
class Hope:
    """An outcome in somebody's words, its area, and how it stands in the plan."""

    words: str
    area: CareActArea
    heading: str


HOPES: Mapping[str, tuple[Hope, ...]] = {
    counts.ASSISTANTS: (
        Hope("I want to get up and go to bed when I choose", CareActArea.CLOTHING, "My mornings and evenings"),
        Hope("I want to cook my own meals", CareActArea.NUTRITION, "Cooking and eating well"),
        Hope("I want to go out and not be on my own", CareActArea.COMMUNITY, "Out and about"),
    ),
    counts.ACTIVITIES: (
        Hope("I want to swim every week", CareActArea.COMMUNITY, "Exercise"),
        Hope("I want to paint with other people", CareActArea.RELATIONSHIPS, "Art and company"),
        Hope("I want to learn how to use a computer", CareActArea.WORK_LEARNING, "Learning"),
    ),
    counts.AGENCY: (
        Hope("I want to be washed and dressed by nine", CareActArea.HYGIENE, "Support in the morning"),
        Hope("I want to be safe at home at night", CareActArea.HOME_SAFELY, "Safe at home"),
    ),
    counts.SHORT_BREAKS: (
        Hope(
            "I want a holiday by the sea, and my family wants a rest",
            CareActArea.RELATIONSHIPS,
            "A break for all of us",
        ),
    ),
    counts.LIVING: (Hope("I want a front door of my own", CareActArea.HOME_CARE, "My own home"),),
    counts.TRANSPORT: (Hope("I want to get to my groups and back", CareActArea.COMMUNITY, "Getting there"),),
    counts.CHILDCARE: (Hope("We want the children to play together after school", CareActArea.CARING, "After school"),),
    counts.EQUIPMENT: (
        Hope("I want to open the door and call for help myself", CareActArea.HOME_SAFELY, "Things that help"),
    ),
    counts.OTHER: (Hope("I want my home to be clean when friends come", CareActArea.HOME_CARE, "My home"),),
}
