import type { Hearing, Instance, Party } from './court-case.js';
import type { RatePolicy } from './rate-policy.js';

/** Why a party of an instance owes no appearance of its head, with the article; null where it owes one. */
export function relieved(
  instance: Instance,
  party: Party,
  held: readonly Hearing[],
  policy: RatePolicy,
): string | null {
  const role = relievedByRole(party, policy);
  if (role !== null) return role;
  return held.length === 0 ? withoutHearing(instance, policy) : relievedByOthers(instance, party, policy);
}

/** True for a party whose head owes an appearance at whatever hearing there is. */
export function mustAppear(instance: Instance, party: Party, policy: RatePolicy): boolean {
  return relievedByRole(party, policy) === null && relievedByOthers(instance, party, policy) === null;
}

function relievedByRole(party: Party, policy: RatePolicy): string | null {
  if (party.role === 'THIRD_PARTY') return '列为第三人，不属于第一条第二款的情形，负责人无须出庭';
  if (party.role === 'COMPULSORY_THIRD_PARTY' && !policy.includeThirdParty) {
    return '列为第三人，按本地口径不计（第一条第二款）';
  }
  return null;
}

/** 第三条: co-defendants agree, or the court decides, whose head appears. Without either each of them owes it. */
function relievedByOthers(instance: Instance, party: Party, policy: RatePolicy): string | null {
  if (policy.jointDefendantPolicy !== 'DESIGNATED_ONLY' || party.role !== 'DEFENDANT') return null;
  if (party.designation === 'APPEARS') return null;
  const named = instance.parties.filter(({ role, designation }) => role === 'DEFENDANT' && designation === 'APPEARS');
  if (named.length === 0) return null;
  return `共同被告已确定由${named.map(({ name }) => name).join('、')}的负责人出庭（第三条）`;
} // prettier-ignore

function withoutHearing(instance: Instance, policy: RatePolicy): string | null {
  const inquired = instance.hearings.some(({ kind, state }) => kind === 'INQUIRY' && state === 'HELD');
  if (instance.closedOn === null) {
    if (inquired) return '仅进行了询问、谈话或者调解，未开庭';
    const waits = instance.hearings.some(({ state }) => state === 'SCHEDULED');
    return waits ? '已排期，尚未开庭或者尚未登记开庭' : '尚未开庭';
  }
  if (instance.writtenTrial) {
    return policy.excludeWrittenTrial ? '书面审理，未开庭（行政诉讼法第八十六条）' : null;
  }
  if (instance.outcome === 'WITHDRAWN') return '开庭前撤诉，未开庭';
  if (instance.outcome === 'DISMISSED') return '未开庭即裁定驳回起诉';
  if (inquired) return '仅进行了询问、谈话或者调解，未开庭';
  return '未开庭即结案';
}
