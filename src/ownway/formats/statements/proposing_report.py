"""A proposed column map in words for a person and as plain data for a program."""

import io
import json

from ownway.formats.statements.column_map_json import write_map
from ownway.formats.statements.proposing import Proposal, propose_map
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Statement

SHEETS = ("CSV", "XLSX")


def proposal_for(statement: Statement, data: bytes, *, name: str) -> Proposal | None:
    """A proposal for a sheet that was refused because no layout knows it; None for anything else."""
    if statement.is_taken or statement.layout or statement.kind not in SHEETS:
        return None
    return propose_map(Source(io.BytesIO(data), name=name))


def describe_proposal(proposal: Proposal) -> dict[str, object]:
    """The proposal as plain data, fit for JSON; `columns` is the map, as it may be given back."""
    return {
        "columns": json.loads(write_map(proposal.columns)),
        "proven": proposal.is_proven,
        "rows": proposal.row_count,
        "reasons": [
            {
                "column": reason.column,
                "heading": reason.heading,
                "holds": reason.holds,
                "why": reason.why,
                "sure": reason.is_sure,
            }
            for reason in proposal.reasons
        ],
        "to_confirm": list(proposal.to_confirm),
    }


def describe_proposal_in_words(proposal: Proposal) -> list[str]:
    """The same for a person, with the map itself at the end."""
    lines = ["", "No layout knows this file. We think that its columns are these:"]
    lines += [
        f"  {proposal.names[reason.column - 1]}: {reason.holds}. {reason.why}{'' if reason.is_sure else ' Please check.'}"
        for reason in proposal.reasons
    ]
    if proposal.is_proven:
        lines.append("The balance in the file shows that the money is read right.")
    lines += [f"To confirm: {sentence}" for sentence in proposal.to_confirm]
    lines += ["If this is right, keep what follows as a file, and read the statement with --map and that file:"]
    return [*lines, write_map(proposal.columns)]
