/** Whose turn a request can be: the rungs of an extension, the clerk who verifies a close-out, the director who approves it. */
export type Hand = 'DEPUTY_DIRECTOR' | 'DIRECTOR' | 'LEADER' | 'CLERK' | 'CLOSER';

const RUNGS = ['DEPUTY_DIRECTOR', 'DIRECTOR', 'LEADER'] as const;

/** Whose turn it is, as the queue shows it. */
export const HAND_LABELS: Readonly<Record<Hand, string>> = {
  DEPUTY_DIRECTOR: '办分管负责人',
  DIRECTOR: '办主任',
  LEADER: '区领导',
  CLERK: '工作人员审核',
  CLOSER: '办主任批准',
};

/** The hands each role has: the director's kind of post is held by the director and by the deputy in charge. */
export function handsOf(role: string): readonly Hand[] {
  if (role === 'CLERK') return ['CLERK'];
  if (role === 'DIRECTOR') return ['DEPUTY_DIRECTOR', 'DIRECTOR', 'CLOSER'];
  return role === 'LEADER' ? ['LEADER'] : [];
}

/**
 * The rungs of an extension request that have not signed yet, the next one first: a list `A,B,C` of which as many are
 * cut off in front as posts have signed. Written out because the two databases share no function that splits text.
 */
export function waitsForExpression(table: string): string {
  const rungs = `${table}.approver_rung`;
  const signed = `${table}.signed_by`;
  return `CASE WHEN ${table}.state NOT IN ('SUBMITTED','ENDORSED') THEN ''
    WHEN ${signed} = '' THEN ${rungs}
    WHEN ${signed} NOT LIKE '%,%' THEN ${withoutFirst(rungs)}
    ELSE ${withoutFirst(withoutFirst(rungs))} END`;
}

/** The condition that one of these hands is the next. */
export function nextRung(hands: readonly Hand[]): string {
  if (hands.length === 0) return '1 = 0';
  const turns = hands.map((hand) => `q.waits_for = '${hand}' OR q.waits_for LIKE '${hand},%'`);
  return `(${turns.join(' OR ')})`;
}

/** Who is next, from what is left of the rungs. */
export function firstHand(waitsFor: string): Hand | null {
  return waitsFor === '' ? null : (waitsFor.split(',')[0] as Hand);
}

function withoutFirst(list: string): string {
  const cuts = RUNGS.map((rung) => `WHEN ${list} LIKE '${rung},%' THEN SUBSTR(${list}, ${rung.length + 2})`);
  return `(CASE ${cuts.join(' ')} ELSE '' END)`;
}
