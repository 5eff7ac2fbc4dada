import { DomainError } from '../../domain/refusal.js';

/** How digests are signed and sent (办内惯例，可配置 in config/reminders.yaml). Times are local `HH:MM`. */
export interface DeliveryRules {
  readonly office: string;
  readonly sendFrom: string;
  readonly sendUntil: string;
  /** Minutes before each repetition. */
  readonly retryMinutes: readonly number[];
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const FEWEST_RETRIES = 4;
const DAY_OF_MINUTES = 24 * 60;

/** Takes the plain value of config/reminders.yaml; gives the rules. Refuses (INVALID) naming all faults at once. */
export function parseDeliveryRules(value: unknown): DeliveryRules {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const faults = faultsOf(given);
  if (faults.length > 0) {
    throw new DomainError('INVALID', 'DELIVERY_RULES_INVALID', `提醒送达配置有误：${faults.join('；')}。`, {
      faults,
    });
  }
  return given as unknown as DeliveryRules;
}

function faultsOf({ office, sendFrom, sendUntil, retryMinutes }: Record<string, unknown>): string[] {
  const faults: string[] = [];
  if (typeof office !== 'string' || office === '') faults.push('“office”应填写落款单位');
  if (!isTime(sendFrom)) faults.push('“sendFrom”应为 HH:MM 形式的时刻');
  if (!isTime(sendUntil)) faults.push('“sendUntil”应为 HH:MM 形式的时刻');
  if (String(sendFrom) >= String(sendUntil)) faults.push('“sendUntil”应晚于“sendFrom”');
  if (!isRetryPlan(retryMinutes)) faults.push('“retryMinutes”应为至少 4 个正整数，合计不少于 1440 分钟');
  return faults;
}

/** How long to wait after a failed try (1 = the first), in milliseconds; null when there is no further one. */
export function pauseAfter(tries: number, rules: DeliveryRules): number | null {
  const minutes = rules.retryMinutes[tries - 1];
  return minutes === undefined ? null : minutes * 60_000;
}

/** True while mails may go out; `isWorkingDay` is the calendar's word about today. */
export function isSendingTime(isWorkingDay: boolean, timeOfDay: string, rules: DeliveryRules): boolean {
  return isWorkingDay && timeOfDay >= rules.sendFrom && timeOfDay <= rules.sendUntil;
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && TIME.test(value);
}

function isRetryPlan(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < FEWEST_RETRIES) return false;
  const minutes = value as unknown[];
  if (!minutes.every((each): each is number => Number.isInteger(each) && Number(each) > 0)) return false;
  return minutes.reduce((sum, each) => sum + each, 0) >= DAY_OF_MINUTES;
}
