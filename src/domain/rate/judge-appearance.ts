import { absenceWords, rankWords } from './case-words.js';
import type { Appearance, AttendanceForm, Hearing, Official } from './court-case.js';
import { rankNeedsReview } from './rank-review.js';
import type { RatePolicy } from './rate-policy.js';

/** What one department's seat at one hearing amounts to. */
export interface Judgement {
  /** A qualifying head sat through it. */
  readonly attended: boolean;
  readonly byPrincipal: boolean;
  /** A head or fitting staff sat there; lawyers alone are nobody（行政诉讼法解释第一百二十八条）. */
  readonly answered: boolean;
  readonly spoke: boolean;
  /** The court accepted the reason of the absence. */
  readonly excused: boolean;
  /** A finding of the office or of the court is still wanted. */
  readonly needsReview: boolean;
  /** In words, with the article. */
  readonly reason: string;
}

const NOBODY: Judgement = {
  attended: false,
  byPrincipal: false,
  answered: false,
  spoke: false,
  excused: false,
  needsReview: false,
  reason: '',
};

/** Judges who sat for a department at a hearing that was held. Source: 法释〔2020〕3号第二条、第六条至第十二条. */
export function judgeAppearance(hearing: Hearing, department: string, policy: RatePolicy): Judgement {
  const seat = hearing.appearances.find((one) => one.department === department);
  const form = seat?.form ?? null;
  if (!seat || !form) return { ...withoutForm(seat), excused: seat?.absenceAccepted === true };
  const official = form.official;
  if (official === null) return absent(seat, form);
  const answered = { answered: true, spoke: form.voice.some((voice) => policy.voice.includes(voice)) };
  const flaw = flawOf(seat, official, form, policy);
  if (flaw) {
    // 被认定未出庭的, whoever else sat there decides whether anybody answered for the agency.
    return { ...NOBODY, ...flaw, answered: form.staff > 0 || official.rank === 'NOT_QUALIFYING' };
  }
  const principal = official.rank === 'PRINCIPAL';
  const reason = `${official.name}（${official.post}，${rankWords[official.rank]}）出庭，符合第二条`;
  return { ...NOBODY, ...answered, attended: true, byPrincipal: principal, reason };
}

function withoutForm(seat: Appearance | undefined): Judgement {
  if (seat?.absenceAccepted === true) return { ...NOBODY, reason: excuse(seat) };
  return { ...NOBODY, needsReview: true, reason: '未报送出庭情况回执，按负责人未出庭计' };
}

function absent(seat: Appearance, form: AttendanceForm): Judgement {
  const answered = form.staff > 0;
  if (seat.absenceAccepted === true) return { ...NOBODY, answered, excused: true, reason: excuse(seat) };
  const who = absentWords(form);
  const why = seat.absence
    ? `；所述理由（${absenceWords[seat.absence.reason]}）${seat.absenceAccepted === false ? '未获人民法院认可' : '尚未经人民法院审查'}（第九条）`
    : '，未说明正当理由（第八条）';
  return { ...NOBODY, answered, needsReview: seat.absence !== null && seat.absenceAccepted === null, reason: `${who}${why}` };
} // prettier-ignore

function absentWords(form: AttendanceForm): string {
  if (form.staff > 0) return '负责人未出庭，仅由相应的工作人员出庭（第十条）';
  return form.lawyers > 0 ? '仅委托律师出庭，不合规定（行政诉讼法解释第一百二十八条）' : '负责人和工作人员均未出庭（第十二条）';
} // prettier-ignore

function excuse(seat: Appearance): string {
  const reason = seat.absence ? absenceWords[seat.absence.reason] : '正当理由';
  return `负责人因${reason}不能出庭，人民法院已予认可（第八条、第九条）`;
}

/** Why a person who sat there as head does not count; null when he does. */
function flawOf(
  seat: Appearance,
  official: Official,
  form: AttendanceForm,
  policy: RatePolicy,
): Pick<Judgement, 'reason' | 'needsReview'> | null {
  const who = `${official.name}（${official.post}）`;
  if (official.otherAgency !== null) {
    return no(`${who}是${official.otherAgency}的负责人，不是被诉行政机关的负责人（第二条）`);
  }
  if (official.rank === 'NOT_QUALIFYING') {
    return no(`${who}不属于行政机关负责人；受委托组织、下级行政机关的负责人也不属于（第二条）`);
  }
  if (rankNeedsReview(official.post) && seat.rankConfirmed !== true) {
    return seat.rankConfirmed === false
      ? no(`${who}未担任行政职务，经核不属于负责人（第二条）`)
      : { reason: `${who}仅有党内职务，是否属于负责人待核（第二条）`, needsReview: true };
  }
  if (seat.identityAccepted === false) {
    return no(`${who}的身份证明不合要求且不能补正，视为未出庭（第六条）`);
  }
  if (form.leftWithoutPermission && policy.leavingCountsAsAbsent) {
    return no(`${who}未经法庭许可中途退庭，不计为出庭（第十二条第四项）`);
  }
  return null;
}

function no(reason: string): Pick<Judgement, 'reason' | 'needsReview'> {
  return { reason, needsReview: false };
}
