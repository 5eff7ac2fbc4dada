import type { BulletinContent, BulletinPart } from './bulletin-content.js';
import { monthInWords } from '../../domain/calendar/words.js';
import type { BulletinFacts } from './bulletin-facts.js';
import { byIndicator, overview } from './bulletin-overview.js';
import { corrections, problems } from './bulletin-problems.js';
import { registerTables } from './bulletin-registers.js';
import { departmentTable, lightTable, progressTable } from './bulletin-tables.js';

/**
 * Makes the content of a month's bulletin (月通报, domain 3.11): pure, from the frozen month only, so the same month
 * always says the same. Ranking (三、先进单位) and the monthly evaluation of enforcement have registers of their own.
 */
export function makeBulletin(facts: BulletinFacts): BulletinContent {
  const { month, rules, ordinal, issuedOn, snapshotSha256 } = facts;
  const found = problems(facts);
  return {
    version: 1,
    title: `关于${monthInWords(month)}法治政府建设重点任务推进情况的通报`,
    number: `第${ordinal}期`,
    month,
    issuedOn,
    office: rules.office,
    addressee: rules.addressee,
    sections: [
      overview(facts),
      byIndicator(facts),
      { ...found, parts: [...found.parts, ...corrections(facts)] },
      {
        heading: '四、下步要求',
        parts: rules.requirements.map((text, i): BulletinPart => ({
          kind: 'text',
          text: `${i + 1}. ${text}`,
        })),
      },
    ],
    attachments: [progressTable(facts), departmentTable(facts), lightTable(facts), ...registerTables(facts)],
    snapshotSha256,
  };
}
