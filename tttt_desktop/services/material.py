"""What the report of a template is made from: articles of a year, the tasks followed in it, the charts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.domain.records import ArticleFilter, ArticleState, Page
from tttt_desktop.reporting.catalogue import Template, Year
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.tree import Options, Picture
from tttt_desktop.services import following
from tttt_desktop.services.charts import Draw, pictures
from tttt_desktop.services.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Material:
    """`options` with the year that was meant; `pages` and what is known besides."""

    options: Options
    pages: Sequence[Page]
    known: Known


def gather(dossier: Dossier, template: Template, options: Options, draw: Draw | None) -> Material:
    """Everything that a report says, read in the thread of the dossier. `draw` paints charts; None: there are none."""
    options = replace(options, year=_year(dossier, template, options))
    followed = _followed(dossier, template, options)
    ids = _articles(dossier, template, options, followed)
    pages = [page for page in map(dossier.page, ids) if _is_told(page)]
    drawn: tuple[Picture, ...] = ()
    if draw and options.charts and "charts" in template.choices:
        drawn = pictures(dossier, _of_the_year(dossier, template, options, ids), draw)
    return Material(options, pages, Known({one.id: one for one in followed}, drawn))


def _of_the_year(
    dossier: Dossier, template: Template, options: Options, ids: list[int]
) -> list[int]:
    """The articles that tell of the year of the report, and not only of the one before."""
    if template.year is not Year.REVIEWED or options.year is None:
        return ids
    return _in_scope(dossier, options, (options.year + 1,))


def _is_told(page: Page) -> bool:
    return bool(page.annotations) or page.article.state is ArticleState.DONE


def _year(dossier: Dossier, template: Template, options: Options) -> int | None:
    """The year that was chosen, or the newest one where the template needs one."""
    if options.year or template.year is Year.LISTED:
        return options.year
    if template.year is Year.FOLLOWED:
        return next((year for year, _ in following.years(dossier)), None)
    return max((year - 1 for year in listed_years(dossier)), default=None)


def listed_years(dossier: Dossier) -> list[int]:
    """The years that articles are listed under, the newest first."""
    found = dossier.facets(ArticleFilter()).get("years", [])
    return sorted((int(year) for year, _ in found), reverse=True)


def _followed(dossier: Dossier, template: Template, options: Options) -> list[FollowedTask]:
    if template.year is Year.LISTED or options.year is None:
        return []
    return following.rows(dossier, options.year)


def _articles(
    dossier: Dossier, template: Template, options: Options, followed: Iterable[FollowedTask]
) -> list[int]:
    """The articles of the year, and those that the tasks and what tells of them are in; only those in scope."""
    everything = _in_scope(dossier, options, ())
    if template.year is Year.LISTED:
        return _in_scope(dossier, options, (options.year,) if options.year else ())
    wanted = {one.article_id for one in followed}
    if template.year is Year.FOLLOWED:
        wanted |= {told.article_id for one in followed for told in one.evidence}
    elif options.year:
        wanted |= {*_in_scope(dossier, options, (options.year, options.year + 1))}
    return [one for one in everything if one in wanted]


def _in_scope(dossier: Dossier, options: Options, years: tuple[int, ...]) -> list[int]:
    """The chosen articles, or those that are done, or all; of these years where some are named."""
    done = options.scope == "done" and not options.articles
    state = ArticleState.DONE if done else None
    found = dossier.article_ids(ArticleFilter(state=state, years=years))
    return [one for one in found if one in options.articles] if options.articles else found
