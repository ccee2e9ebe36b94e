"""What was chosen for a report the last time, kept in the dossier for each template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tttt_desktop.reporting.catalogue import Template, Year
from tttt_desktop.services import following
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.material import listed_years
from tttt_desktop.services.reports import choice_key

LAST = "report.template"
FLAGS = ("sources", "task_table", "quotes", "figures", "charts")
TEXTS = ("title", "order", "scope", "notes", "proposals")


def remembered(dossier: Dossier, key: str, template: Template) -> Options:
    """The options of the template with that key as they were the last time, else as suits it and the dossier."""
    fresh = replace(template.defaults, scope="done" if dossier.totals().done else "all")

    def said(name: str, default: str) -> str:
        return dossier.setting(choice_key(key, name), default)

    values: dict[str, Any] = {name: said(name, getattr(fresh, name)) for name in TEXTS}
    values |= {name: said(name, flag(getattr(fresh, name))) == "1" for name in FLAGS}
    year = said("year", "")
    return replace(fresh, template=key, year=int(year) if year.isdecimal() else None, **values)


def kept(options: Options) -> dict[str, str]:
    """The settings that say these options; the year of chosen articles is not kept."""
    wanted = {choice_key(options.template, name): str(getattr(options, name)) for name in TEXTS}
    wanted |= {choice_key(options.template, name): flag(getattr(options, name)) for name in FLAGS}
    if not options.articles:
        wanted[choice_key(options.template, "year")] = str(options.year or "")
    return {LAST: options.template, **wanted}


def years(dossier: Dossier, template: Template) -> Sequence[int]:
    """The years that a report of this template can be about, the newest first."""
    if template.year is Year.FOLLOWED:
        return [year for year, _ in following.years(dossier)]
    listed = listed_years(dossier)
    return [year - 1 for year in listed] if template.year is Year.REVIEWED else listed


def year_of(dossier: Dossier, template: Template, articles: Sequence[int]) -> int | None:
    """The year of a report on some articles: their newest one where the template needs one, else all."""
    listed = [row.year for row in dossier.article_rows(articles) if row.year]
    if template.year is Year.LISTED or not listed:
        return None
    return max(listed) - 1 if template.year is Year.REVIEWED else max(listed)


def flag(value: bool) -> str:
    """A choice as a setting has it."""
    return "1" if value else "0"
