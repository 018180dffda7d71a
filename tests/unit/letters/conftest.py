"""The typefaces that set-up fetches; a letter cannot be printed without them."""

from pathlib import Path

import pytest
from tests.unit.letters import samples


@pytest.fixture(scope="session")
def fonts() -> Path:
    if not (samples.FONTS / "NotoSans-Regular.ttf").exists():
        pytest.skip("the typefaces of letters are not here yet: ./run fetches them")
    return samples.FONTS
