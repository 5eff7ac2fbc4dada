import { writeFileSync } from 'node:fs';
import { demoFile, readRows, writeRows } from './read-rows.js';

const SURNAMES =
  '林沈梁程许傅曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'.split(
    '',
  );
const FIRST = '知清明思文景若嘉怀承书子安云'.split('');
const SECOND = '远和越岚川舟宁衡澜棠溪岳芷晗帆桐屿'.split('');
const COLUMNS = ['code', 'department', 'kind', 'holder', 'email', 'from', 'to'];
const FROM = '2022-03-01';

/** The text of posts.csv: who holds which post from when to when. All people are invented. */
export function postsText(): string {
  const posts: Record<string, string>[] = [];
  const add = (code: string, department: string, kind: string, from = FROM, to = '') => {
    const tenure = posts.filter((post) => post.code === code).length;
    const email = `${code.toLowerCase()}${tenure > 0 ? tenure + 1 : ''}@example.invalid`;
    posts.push({ code, department, kind, holder: nameOf(posts.length), email, from, to });
  };
  for (const { code = '' } of readRows(demoFile('departments.csv'))) {
    // The building committee's liaison hands over in July; the digital office's post falls vacant and stays so.
    add(`${code}-LIAISON`, code, 'LIAISON', FROM, { ZJW: '2023-07-09', SZB: '2023-08-31' }[code] ?? '');
    if (code === 'ZJW') add('ZJW-LIAISON', code, 'LIAISON', '2023-07-10');
    add(`${code}-HEAD`, code, 'HEAD');
  }
  add('YFB-CLERK', 'YFB', 'CLERK');
  add('YFB-DIRECTOR', 'YFB', 'DIRECTOR');
  add('YFB-DEPUTY', 'YFB', 'DIRECTOR');
  add('QLD-LEADER', 'ZFB', 'LEADER');
  return writeRows(COLUMNS, posts);
}

/** Names follow one another without repeating for 68 × 14 × 17 posts. */
function nameOf(index: number): string {
  const pick = (from: string[], step: number) => from[(index * step + 3) % from.length] ?? '';
  return `${pick(SURNAMES, 1)}${pick(FIRST, 3)}${pick(SECOND, 5)}`;
}

if (process.argv[1]?.endsWith('make-posts.ts')) writeFileSync(demoFile('posts.csv'), postsText());
