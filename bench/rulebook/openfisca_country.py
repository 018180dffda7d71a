"""What both OpenFisca packages stand on: one entity, the figures as parameters, and how a simulation is run."""

from openfisca_core.entities import build_entity
from openfisca_core.model_api import Variable
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from bench.rulebook.inputs import ANSWERS

PERIOD = "2026"
Person = build_entity(key="person", plural="persons", label="A person with a plan", is_person=True)


def country(inputs, formulas, figures, *, value_type):
    """The package: a variable for each input and for each formula by its name, and the figures from the first day."""
    system = TaxBenefitSystem([Person])
    facts = {"value_type": value_type, "entity": Person, "definition_period": DateUnit.YEAR}
    system.add_variables(*(type(name, (Variable,), dict(facts)) for name in inputs))
    system.add_variables(*(type(one.__name__, (Variable,), {**facts, "formula": one}) for one in formulas))
    dated = {name: {"values": {f"{PERIOD}-01-01": {"value": value}}} for name, value in figures.items()}
    system.parameters = ParameterNode("", data=dated)
    return system


def all_together(system, told):
    """All people in one simulation. Its people are counted and its inputs set within the clock, as for any new run."""
    count = len(next(iter(told.values())))

    def answers():
        simulation = SimulationBuilder().build_default_simulation(system, count)
        for name, values in told.items():
            simulation.set_input(name, PERIOD, values)
        return tuple(simulation.calculate(name, PERIOD) for name in ANSWERS)

    return answers


def each_alone(system, told):
    """Each person in a simulation of their own, built as OpenFisca's documents say, without a trace."""
    situations = [
        {"persons": {"amina": {name: {PERIOD: value} for name, value in zip(told, row, strict=True)}}}
        for row in zip(*(values.tolist() for values in told.values()), strict=True)
    ]

    def answers():
        found = ([], [], [])
        for situation in situations:
            simulation = SimulationBuilder().build_from_entities(system, situation)
            for name, values in zip(ANSWERS, found, strict=True):
                values.append(simulation.calculate(name, PERIOD)[0])
        return found

    return answers
