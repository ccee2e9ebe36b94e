"""The rules of the proposals, in the order in which each unit is put before them."""

from tttt_desktop.suggesting import framing, ordering, telling

# Each rule with the groups of cues of which it needs one; without any it is asked about every unit.
_NONE: frozenset[str] = frozenset()
RULES = (
    (_NONE, framing.table_or_question),
    (_NONE, framing.heading),
    (_NONE, framing.head_or_foot),
    (_NONE, framing.new_results),
    (_NONE, framing.award),
    (frozenset({"meeting"}), framing.meeting),
    (frozenset({"post"}), framing.person_line),
    (_NONE, framing.lead_in),
    (frozenset({"praise"}), ordering.praise),
    (_NONE, telling.aside),
    (_NONE, telling.somebody),
    (frozenset({"order", "wish"}), ordering.order),
    (frozenset({"proposal"}), ordering.proposal),
    (frozenset({"admit"}), telling.admission),
    (_NONE, ordering.plan),
    (frozenset({"bad", "weak", "turn"}), telling.shortcoming),
    (_NONE, ordering.task),
    (_NONE, telling.delegate),
    (_NONE, telling.result),
)
