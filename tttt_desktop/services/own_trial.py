"""A report by a template of the office, on trial: to see what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tttt_desktop.domain.own_template import OwnTemplate
from tttt_desktop.reporting.tree import Briefing
from tttt_desktop.services import briefing, own_template, writing
from tttt_desktop.services.charts import Draw
from tttt_desktop.services.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Trial:
    """A report by a template, ready to be written without the dossier."""

    briefing: Briefing
    template: OwnTemplate
    docx: bytes

    def write(self, folder: Path, cancelled: Callable[[], bool] = lambda: False) -> Path:
        """Write it beside what is in the folder. Raises UserError, Cancelled."""
        made = own_template.render_by(self.template, self.docx)(self.briefing, "", cancelled)
        wanted = folder / f"Lam-thu-{own_template.stem(self.template.name)}.docx"
        try:
            return writing.put(wanted, made)
        except OSError as error:
            raise writing.refused(f"báo cáo “{wanted.name}”", error) from error


def trial(d: Dossier, template_id: int, draw: Draw | None = None) -> Trial:
    """A report of everything marked by a template, with all that it can show; it is not noted among the reports made.

    `draw` paints the charts; None: there are none. Raises NotFound.
    """
    one, docx = own_template.source(d, template_id)
    usual = own_template.base(one).defaults
    options = replace(
        usual,
        template=f"{own_template.KEY}{template_id}",
        scope="all",
        figures=True,
        charts=draw is not None,
    )
    return Trial(briefing.prepare(d, options, draw=draw), one, docx)
