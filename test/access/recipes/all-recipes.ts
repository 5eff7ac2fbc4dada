import type { Recipes } from '../recipe.js';
import { AUDIT_RECIPES } from './audit.js';
import { BREAKDOWN_RECIPES } from './breakdowns.js';
import { DASHBOARD_RECIPES } from './dashboard.js';
import { DECISION_RECIPES } from './decisions.js';
import { EVIDENCE_RECIPES } from './evidence.js';
import { IDENTITY_RECIPES } from './identity.js';
import { LEDGER_RECIPES } from './ledgers.js';
import { LITIGATION_RECIPES } from './litigation.js';
import { OFFICE_RECIPES } from './office.js';
import { QUEUE_RECIPES } from './queue.js';
import { REPORTING_RECIPES } from './reporting.js';
import { ROUND_RECIPES } from './round.js';
import { SAVED_VIEW_RECIPES } from './saved-views.js';
import { TASK_RECIPES } from './tasks.js';

const PARTS: readonly Recipes[] = [
  AUDIT_RECIPES,
  BREAKDOWN_RECIPES,
  DASHBOARD_RECIPES,
  DECISION_RECIPES,
  EVIDENCE_RECIPES,
  IDENTITY_RECIPES,
  LEDGER_RECIPES,
  LITIGATION_RECIPES,
  OFFICE_RECIPES,
  QUEUE_RECIPES,
  REPORTING_RECIPES,
  ROUND_RECIPES,
  SAVED_VIEW_RECIPES,
  TASK_RECIPES,
];

/** How every operation is asked. */
export const RECIPES: Recipes = Object.assign({}, ...PARTS) as Recipes;

/** Operations that two files say how to ask; the later one would hide the earlier. */
export function askedTwice(): string[] {
  const names = PARTS.flatMap((part) => Object.keys(part));
  return names.filter((name, place) => names.indexOf(name) !== place);
}
