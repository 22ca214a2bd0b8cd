"""All rules, in the order in which they are told."""

from tracker.models.signals.context import CONTEXT_RULES
from tracker.models.signals.life_cycle import LIFE_CYCLE_RULES
from tracker.models.signals.people import PEOPLE_RULES
from tracker.models.signals.power import POWER_RULES
from tracker.models.signals.promises import PROMISE_RULES
from tracker.models.signals.results import RESULT_RULES
from tracker.models.signals.rule import Rule

RULES: tuple[Rule, ...] = (
    *PROMISE_RULES,
    *PEOPLE_RULES,
    *POWER_RULES,
    *LIFE_CYCLE_RULES,
    *RESULT_RULES,
    *CONTEXT_RULES,
)

RULE_BY_KEY: dict[str, Rule] = {rule.key: rule for rule in RULES}
