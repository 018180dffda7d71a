"""Where the rooms keep their pages; free of Django, so that settings can ask."""

from pathlib import Path


def template_dirs(base: Path) -> list[Path]:
    """Every room's own `templates` folder under the package folder `base` (…/src/ownway), for TEMPLATES DIRS."""
    return sorted(folder for folder in base.glob("*/*/templates") if folder.is_dir())
