import type { Day } from '../../calendar/day.js';
import { DomainError } from '../../refusal.js';

export function hearingState(day: Day, standing: string, deed: string): DomainError {
  return new DomainError('CONFLICT', 'HEARING_STATE', `${day} 的开庭${standing}，不能${deed}。`, { day, standing });
} // prettier-ignore

export function hearingDayEarly(day: Day, filedOn: Day): DomainError {
  return new DomainError('INVALID', 'HEARING_DAY_EARLY', `开庭日 ${day} 早于立案日 ${filedOn}，请核对传票。`, { day, filedOn });
} // prettier-ignore

export function hearingNotYet(day: Day, deed: string): DomainError {
  return new DomainError('CONFLICT', 'HEARING_NOT_YET', `${day} 才开庭，到当日方可${deed}。`, { day });
}

export function hearingOver(day: Day): DomainError {
  return new DomainError(
    'CONFLICT',
    'HEARING_OVER',
    `${day} 的开庭日已过，不再接受庭前答复或者换人；请报送出庭情况回执（法释〔2020〕3号第五条：开庭前可以变更出庭负责人）。`,
    { day },
  );
}

export function notAParty(code: string): DomainError {
  return new DomainError(
    'INVALID',
    'NOT_A_PARTY',
    `${code} 不是这个审级的被告，也不是应当追加而未追加的第三人，其负责人没有出庭义务（法释〔2020〕3号第一条）。`,
    { code },
  );
}

export function noticeServedLate(servedOn: Day, day: Day): DomainError {
  return new DomainError(
    'INVALID',
    'NOTICE_SERVED_LATE',
    `通知书送达日 ${servedOn} 不得晚于开庭日 ${day}；依规定应当在开庭三日前送达（法释〔2020〕3号第五条）。`,
    { servedOn, day },
  );
}

export function noticeAgainFirst(day: Day): DomainError {
  return new DomainError(
    'CONFLICT',
    'NOTICE_AGAIN_FIRST',
    `${day} 之前这个审级还没有开过庭，不能登记为“再次出庭”的通知（法释〔2020〕3号第七条）；首次通知请不要勾选。`,
    { day },
  );
}

export function officialMissing(): DomainError {
  return new DomainError(
    'INVALID',
    'HEARING_OFFICIAL_MISSING',
    '请写明出庭负责人的姓名、职务和级别（法释〔2020〕3号第六条：应当提交能够证明其身份的材料）。',
  );
}

export function absenceReasonMissing(): DomainError {
  return new DomainError(
    'INVALID',
    'ABSENCE_REASON_MISSING',
    '负责人不能出庭的，应当写明属于哪一种正当理由（不可抗力、意外事件、需要履行他人不能代替的公务、其他正当事由）和具体情况（法释〔2020〕3号第八条）。',
  );
}

export function formReturned(on: Day): DomainError {
  return new DomainError(
    'CONFLICT',
    'ATTENDANCE_FORM_RETURNED',
    `出庭情况回执已于 ${on} 报送，单位不能再改；确有错误的，请报依法治区办更正并说明理由。`,
    { on },
  );
}

export function formNoteMissing(): DomainError {
  return new DomainError(
    'INVALID',
    'ATTENDANCE_NOTE_MISSING',
    '负责人没有出庭的，回执应当说明情况（行政诉讼法解释第一百二十九条：应当向人民法院提交情况说明）。',
  );
}

export function voiceWithoutHead(): DomainError {
  return new DomainError(
    'INVALID',
    'VOICE_WITHOUT_HEAD',
    '负责人没有出庭，不能勾选其发言或者中途退庭；工作人员的发言写入说明（法释〔2020〕3号第十一条）。',
  );
}

export function rulingWithoutSubject(what: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'RULING_WITHOUT_SUBJECT',
    `还没有${what}，不能登记认定结果；请先登记对应的情况（法释〔2020〕3号第二条、第六条、第九条）。`,
  );
}

export function correctionReasonMissing(): DomainError {
  return new DomainError('INVALID', 'CORRECTION_REASON_MISSING', '更正已报送的回执，应当写明更正理由。');
}

export function suggestionBeforeHearing(number: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'SUGGESTION_BEFORE_HEARING',
    `${number} 还没有开过庭，不会有出庭应诉的司法建议（法释〔2020〕3号第十二条）；请先登记开庭。`,
    { number },
  );
}
