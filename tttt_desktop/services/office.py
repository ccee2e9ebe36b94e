"""Who sends a report: the settings of the dossier, those of one template above those of all."""

from collections.abc import Callable, Mapping

from tttt_desktop.reporting.office import KEYS, day_of, read_office
from tttt_desktop.services import templates
from tttt_desktop.services.dossier import Dossier

__all__ = ["KEYS", "is_key", "key_of", "kinds", "named", "settings"]
OF_TEMPLATE = "@"  # "office.addressee@annual": to whom the yearly report goes


def key_of(key: str, template: str) -> str:
    """The setting that says something for one template only; "" means all of them."""
    return f"{key}{OF_TEMPLATE}{template}" if template else key


def is_key(key: str) -> bool:
    """Whether a setting says something of the office, for all templates or for one."""
    return key.partition(OF_TEMPLATE)[0] in KEYS


def settings(dossier: Dossier, template: str, unsaved: Mapping[str, str]) -> Callable[[str], str]:
    """What the settings say for a template; `unsaved` are those still being typed."""

    def said(key: str) -> str:
        return unsaved.get(key, dossier.setting(key))

    return lambda key: said(key_of(key, template)) or said(key)


def kinds(dossier: Dossier) -> list[tuple[str, str]]:
    """The templates that may have particulars of their own: key and name."""
    return [(one.key, one.name) for one in templates.offered(dossier)]


def named(dossier: Dossier, template: str, year: int | None, unsaved: Mapping[str, str]) -> str:
    """The name that a report of that year bears: the one that the office had, or has, on its day."""
    said = settings(dossier, template, unsaved)
    return read_office(said, day_of(said, year, dossier.store.clock().date())).name
