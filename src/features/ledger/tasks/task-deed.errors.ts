import { DomainError } from '../../../domain/refusal.js';

export function taskNotReady(missing: readonly string[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'TASK_NOT_READY',
    `任务尚不能立项，缺少或者未核定：${missing.join('、')}。`,
    {
      missing,
    },
  );
}

export function firstLeadMissing(): DomainError {
  return new DomainError(
    'INVALID',
    'FIRST_LEAD_MISSING',
    '每项任务应当有且只有一个第一牵头单位，请在牵头单位中首先列明。',
  );
}

export function reasonRequired(deed: string): DomainError {
  return new DomainError('INVALID', 'REASON_REQUIRED', `${deed}应当写明理由，以备查考。`, { deed });
}

export function partsTooFew(): DomainError {
  return new DomainError(
    'INVALID',
    'SPLIT_PARTS_TOO_FEW',
    '拆分任务应当至少拆为两项；只改牵头单位的，请办理改派。',
  );
}

export function splitPastOriginal(originalDueOn: string, dueOn: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'SPLIT_PAST_ORIGINAL',
    `拆分后的时限 ${dueOn} 晚于原任务现定时限 ${originalDueOn}；确需延后的，应当先办理延期。`,
    { originalDueOn, dueOn },
  );
}

export function notOpenEnded(): DomainError {
  return new DomainError(
    'CONFLICT',
    'NOT_OPEN_ENDED',
    '这项任务的单位名单已经确定，无须补充；需要调整的请办理改派。',
  );
}

export function milestoneAlreadyDone(doneOn: string): DomainError {
  return new DomainError('CONFLICT', 'MILESTONE_DONE', `该节点已于 ${doneOn} 确认完成。`, { doneOn });
}

export function doneInFuture(today: string): DomainError {
  return new DomainError('INVALID', 'DONE_IN_FUTURE', `完成日期不能晚于今天（${today}）。`, { today });
}

export function objectionNotOpen(): DomainError {
  return new DomainError('CONFLICT', 'OBJECTION_NOT_OPEN', '该单位没有待处理的异议。');
}

export function firstLeadCloses(): DomainError {
  return new DomainError(
    'CONFLICT',
    'FIRST_LEAD_CLOSES',
    '第一牵头单位的工作以任务办结为准，请提出办结申请，不单独确认完成。',
  );
}

export function extensionPending(): DomainError {
  return new DomainError('CONFLICT', 'EXTENSION_PENDING', '这项任务已有待审批的延期申请，请待办理后再提出。');
}

export function extensionTaskState(): DomainError {
  return new DomainError('CONFLICT', 'EXTENSION_TASK_STATE', '只有已交办、尚未办结的任务可以申请延期。');
}

export function closeOutPayloadWrong(): Error {
  return new Error('closeout.decided carries no known outcome');
}

export function taskEnded(deed: string, state: string): DomainError {
  return new DomainError('CONFLICT', 'TASK_ENDED', `任务已${state}，不能${deed}。`, { state, deed });
}

export function decidedDayWrong(dueOn: string, askedDueOn: string): DomainError {
  return new DomainError(
    'INVALID',
    'EXTENSION_DECIDED_DAY',
    `批准的时限应当晚于现定时限 ${dueOn}，且不晚于申请的 ${askedDueOn}。`,
    { dueOn, askedDueOn },
  );
}
