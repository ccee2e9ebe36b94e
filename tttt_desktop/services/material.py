"""What the report of a template is made from: articles of a year, the tasks followed in it, the charts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.domain.records import ArticleFilter, ArticleState, Page
from tttt_desktop.reporting.catalogue import Template, Year
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.tree import Options
from tttt_desktop.services import charts, consolidation, figures, following
from tttt_desktop.services.charts import Draw
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.steps import Steps


@dataclass(frozen=True, slots=True)
class Material:
    """`options` with the year that was meant; `pages` of the articles; how the tasks stand; the figures to be drawn."""

    options: Options
    pages: Sequence[Page]
    followed: Mapping[int, FollowedTask]
    figures: charts.Chosen | None = None

    def known(self, draw: Draw | None) -> Known:
        """What a report needs besides its articles, the charts painted by `draw`; any thread may ask."""
        drawn = charts.pictures(self.figures, draw) if self.figures and draw else ()
        return Known(self.followed, drawn)


class Stock:
    """What the reports of a dossier are made from, each thing read once: the dossier stays as it is meanwhile."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._pages: dict[int, Page] = {}
        self._overview: consolidation.Overview | None = None
        self._figures: list[figures.Told] | None = None

    def overview(self) -> Steps[consolidation.Overview]:
        """The lines of all reports."""
        if self._overview is None:
            self._overview = yield from consolidation.in_steps(self.dossier)
        return self._overview

    def figures(self) -> Steps[list[figures.Told]]:
        """All figures, in the order of their articles."""
        if self._figures is None:
            self._figures = yield from figures.in_steps(self.dossier)
        return self._figures

    def pages(self, ids: Sequence[int]) -> Steps[list[Page]]:
        """These articles, read one after the other."""
        for one in ids:
            if one not in self._pages:
                self._pages[one] = self.dossier.page(one)
                yield
        return [self._pages[one] for one in ids]


def gather(stock: Stock, template: Template, options: Options) -> Steps[Material]:
    """Everything that a report says, read in the thread of the dossier, which may do other things between two steps."""
    dossier = stock.dossier
    options = replace(options, year=_year(dossier, template, options))
    followed = _followed(dossier, template, options)
    ids = _articles(dossier, template, options, followed)
    pages = yield from stock.pages(ids)
    drawn = None
    if options.charts and "charts" in template.choices:
        told = yield from stock.figures()
        drawn = charts.Chosen(told, _of_the_year(dossier, template, options, ids))
    shown = [page for page in pages if _is_told(page)]
    return Material(options, shown, {one.id: one for one in followed}, drawn)


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
