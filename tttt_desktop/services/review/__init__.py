"""The decisions of the person who reads: each function is one change and one undo step of the dossier."""

from tttt_desktop.services.review.articles import edit_article, mark_done, remove_article
from tttt_desktop.services.review.checking import confirm
from tttt_desktop.services.review.cutting import merge, split
from tttt_desktop.services.review.deciding import accept, accept_all, decline, decline_all
from tttt_desktop.services.review.figures import set_figures
from tttt_desktop.services.review.marks import (
    annotate,
    change_kind,
    edit_annotation,
    move,
    remove_annotation,
    set_cause,
)
from tttt_desktop.services.review.tasks import edit_task
from tttt_desktop.services.review.texts import restore_aside

__all__ = [
    "accept",
    "accept_all",
    "annotate",
    "change_kind",
    "confirm",
    "decline",
    "decline_all",
    "edit_annotation",
    "edit_article",
    "edit_task",
    "mark_done",
    "merge",
    "move",
    "remove_annotation",
    "remove_article",
    "restore_aside",
    "set_cause",
    "set_figures",
    "split",
]
