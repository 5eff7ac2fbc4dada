import type { Day } from '../../../domain/calendar/day.js';
import { writeWorkbook } from '../../../platform/office/write-workbook.js';
import type { DecisionRecord } from '../decision.store.js';
import { ADOPTION_LABELS } from './adoption.js';
import type { OpinionRecord } from './opinion.store.js';

const HEADER = ['序号', '意见来源', '意见内容', '人数', '采纳情况', '理由'];
const TITLE = '公众意见采纳情况表';

/** Takes a decision, its table and the day; gives the name and bytes of the workbook, which can be taken in again. */
export async function writeOpinions(
  decision: DecisionRecord,
  opinions: readonly OpinionRecord[],
  day: Day,
): Promise<{ name: string; bytes: Buffer }> {
  const rows = opinions.map(({ ordinal, source, opinion, people, adoption, reason }) => [
    ordinal,
    source,
    opinion,
    people,
    ADOPTION_LABELS[adoption],
    reason,
  ]);
  const bytes = await writeWorkbook({
    title: TITLE,
    author: '依法治区办',
    day,
    sheets: [
      {
        name: TITLE,
        rows: [[`${decision.title}${TITLE}`], HEADER, ...rows],
        widths: [6, 20, 60, 8, 12, 50],
        merges: [{ top: 0, left: 0, bottom: 0, right: HEADER.length - 1 }],
        frozenRows: 2,
        borderedFrom: 1,
      },
    ],
  });
  return { name: `${decision.year}年${decision.number}${TITLE}.xlsx`, bytes };
}
