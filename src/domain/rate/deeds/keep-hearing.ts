import type { Day } from '../../calendar/day.js';
import { hearingStateWords } from '../case-words.js';
import type { CourtCase, CourtNotice, Hearing, HearingKind, Instance } from '../court-case.js';
import { instanceClosed } from './court-case.errors.js';
import { hearingOf, instanceOf, withHearing, withInstance } from './edit-case.js';
import {
  hearingDayEarly,
  hearingNotYet,
  hearingState,
  notAParty,
  noticeAgainFirst,
  noticeServedLate,
} from './hearing.errors.js';

/** When and where a hearing is to be. */
export interface HearingPlan {
  readonly day: Day;
  readonly time: string;
  readonly room: string;
  readonly kind: HearingKind;
  readonly online: boolean;
  /** Key of the sitting at which joined cases are heard together; null for a sitting of its own. */
  readonly sitting: string | null;
}

/** 排期: a hearing of an open instance. */
export function scheduleHearing(courtCase: CourtCase, instanceId: string, id: string, plan: HearingPlan): CourtCase {
  const instance = instanceOf(courtCase, instanceId);
  if (instance.closedOn !== null && plan.day > instance.closedOn) throw instanceClosed(instance.number);
  requireDay(instance, plan.day);
  const { sitting, ...rest } = plan;
  const made: Hearing = {
    id, ...rest, sitting: sitting ?? id, state: 'SCHEDULED', stateReason: '', dayVersion: 1, notices: [], appearances: [],
  };
  return withInstance(courtCase, { ...instance, hearings: [...instance.hearings, made] });
} // prettier-ignore

/**
 * 改期: the old sitting stays as one that was not held, the new one is a hearing of its own. Court notices that call the
 * head go with it; replies do not, since they were about another day.
 */
export function rescheduleHearing(
  courtCase: CourtCase,
  hearingId: string,
  id: string,
  plan: Pick<HearingPlan, 'day' | 'time' | 'room'> & { reason: string },
): CourtCase {
  const { instance, hearing } = hearingOf(courtCase, hearingId);
  requireScheduled(hearing, '改期');
  requireDay(instance, plan.day);
  const moved: Hearing = {
    ...hearing,
    state: 'RESCHEDULED',
    stateReason: `改至 ${plan.day}：${plan.reason}`,
  };
  const made: Hearing = {
    ...hearing,
    id,
    sitting: hearing.sitting === hearing.id ? id : hearing.sitting,
    day: plan.day,
    time: plan.time,
    room: plan.room,
    dayVersion: hearing.dayVersion + 1,
    notices: hearing.notices.filter(({ servedOn }) => servedOn <= plan.day),
    appearances: [],
  };
  const changed = withHearing(courtCase, instance, moved);
  const after = instanceOf(changed, instance.id);
  return withInstance(changed, { ...after, hearings: [...after.hearings, made] });
}

/** 取消: nothing was heard. */
export function cancelHearing(courtCase: CourtCase, hearingId: string, reason: string): CourtCase {
  const { instance, hearing } = hearingOf(courtCase, hearingId);
  requireScheduled(hearing, '取消');
  return withHearing(courtCase, instance, { ...hearing, state: 'CANCELLED', stateReason: reason });
}

/** 已开庭, on its day or later. */
export function holdHearing(courtCase: CourtCase, hearingId: string, today: Day): CourtCase {
  const { instance, hearing } = hearingOf(courtCase, hearingId);
  requireScheduled(hearing, '登记为已开庭');
  return withHearing(courtCase, instance, held(hearing, today));
}

/** A hearing that took place; refuses (HEARING_NOT_YET) before its day. */
export function held(hearing: Hearing, today: Day): Hearing {
  if (today < hearing.day) throw hearingNotYet(hearing.day, '登记开庭和出庭情况');
  return { ...hearing, state: 'HELD' };
}

/** 出庭通知书（第四条、第五条）; a call to appear again needs a hearing before it（第七条）. The last one to a department holds. */
export function recordNotice(courtCase: CourtCase, hearingId: string, notice: CourtNotice): CourtCase {
  const { instance, hearing } = hearingOf(courtCase, hearingId);
  if (hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED') {
    throw hearingState(hearing.day, hearingStateWords[hearing.state], '登记出庭通知');
  }
  requireDuty(instance, notice.department);
  if (notice.servedOn > hearing.day) throw noticeServedLate(notice.servedOn, hearing.day);
  const heardBefore = instance.hearings.some(
    (one) => one.state === 'HELD' && one.kind === 'TRIAL' && `${one.day} ${one.time}` < `${hearing.day} ${hearing.time}`,
  );
  if (notice.again && !heardBefore) throw noticeAgainFirst(hearing.day);
  const others = hearing.notices.filter(({ department }) => department !== notice.department);
  return withHearing(courtCase, instance, { ...hearing, notices: [...others, notice] });
} // prettier-ignore

/** Refuses (NOT_A_PARTY) a department whose head owes nothing at this instance by its role. */
export function requireDuty(instance: Instance, department: string): void {
  const party = instance.parties.find((one) => one.department === department);
  if (!party || party.role === 'THIRD_PARTY') throw notAParty(department);
}

function requireScheduled(hearing: Hearing, deed: string): void {
  if (hearing.state !== 'SCHEDULED') throw hearingState(hearing.day, hearingStateWords[hearing.state], deed);
}

function requireDay({ filedOn }: Instance, day: Day): void {
  if (day < filedOn) throw hearingDayEarly(day, filedOn);
}
