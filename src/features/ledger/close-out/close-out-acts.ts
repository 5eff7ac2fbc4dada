import type { Day } from '../../../domain/calendar/day.js';
import type { TaskAct } from '../../../domain/task/decide-task.js';
import { closeOutPayloadWrong } from '../tasks/task-deed.errors.js';
import type { CloseOutDecided } from '../close-out-decided.topic.js';

/** One step of a task with the day it is dated. */
export interface DatedAct {
  act: TaskAct;
  on: Day;
}

/** Whose request it is matters where it is decided; here the decision is a fact. */
const BY = '';
const APPLICANT = 'applicant';

/**
 * Takes a task's state and what is told; gives the steps that lead there. Steps that were not told before (the request, the
 * review) are walked too, so that the order in which events arrive does not matter. Nothing where the task is there already.
 */
export function closeOutActs(state: string, told: CloseOutDecided): DatedAct[] {
  const request = requestActs(state, told.requestedOn);
  const verify = verifyActs(state, told.decidedOn);
  switch (told.outcome) {
    case 'REQUESTED':
      return request;
    case 'VERIFIED':
      return [...request, ...verify];
    case 'APPROVED':
      if (state === 'CLOSED') return [];
      return [...request, ...verify, { act: { deed: 'CLOSE', by: BY }, on: told.decidedOn }];
    case 'RETURNED':
      return [...request, ...returned(told)];
    case 'WITHDRAWN':
      return state === 'CLOSE_REQUESTED' ? [{ act: { deed: 'WITHDRAW_CLOSE' }, on: told.decidedOn }] : [];
    default:
      throw closeOutPayloadWrong();
  }
}

function requestActs(state: string, on: Day): DatedAct[] {
  if (state === 'CLOSE_REQUESTED' || state === 'VERIFIED') return [];
  return [...takeUp(state, on), { act: { deed: 'REQUEST_CLOSE', by: APPLICANT }, on }];
}

function verifyActs(state: string, on: Day): DatedAct[] {
  return state === 'VERIFIED' ? [] : [{ act: { deed: 'VERIFY', by: BY }, on }];
}

/** A returned task is worked on again at once; there is nothing to sign for anew. */
function returned(told: CloseOutDecided): DatedAct[] {
  const reason = told.reason.trim() === '' ? '退回重办' : told.reason;
  return [
    { act: { deed: 'RETURN_CLOSE', reason }, on: told.decidedOn },
    { act: { deed: 'RESUME' }, on: told.decidedOn },
  ];
}

/** Who asks for close-out has taken the task up, also where he never signed. */
function takeUp(state: string, on: Day): DatedAct[] {
  if (state === 'ASSIGNED' || state === 'OBJECTED') return [{ act: { deed: 'ACCEPT' }, on }];
  return state === 'CLOSE_RETURNED' || state === 'REOPENED' ? [{ act: { deed: 'RESUME' }, on }] : [];
}
