/** A suite: its file and its text. */
export interface Suite {
  path: string;
  text: string;
}

/** Opens a database of one kind only, by its name. */
const ONE_ONLY =
  /\b(startTestApp|openTestDatabase|openGround)\(\s*'(sqlite|postgres)'|DIAODU_DATABASE: '(sqlite|postgres)'/;
const EACH = /\b(describe|it)\.each\([^;{]*\bDATABASES\b/;
const OPENS = /\b(startTestApp|openTestDatabase|openGround)\(/;

/** Suites of the product; those beside the code are only asked about when they open a database. */
const isAsked = ({ path, text }: Suite): boolean =>
  path.startsWith('test/') ? !path.startsWith('test/architecture/') : OPENS.test(text);

/** Whether all of a suite runs on each database. */
const isOnBoth = ({ text }: Suite): boolean => EACH.test(text) && !ONE_ONLY.test(text);

/** Lines of the table in CONTRIBUTING.md: which suites are not on both databases. */
export function listedSuites(contributing: string): string[] {
  const [, section = ''] = contributing.split('## Which suite runs on which database\n');
  const lines =
    section.split('\n## ')[0]?.matchAll(/^\| `(test\/[^`]+|src\/[^`]+)` +\| [^|]+\| [^|]*\w[^|]*\|$/gm) ?? [];
  return [...lines].map(([, path = '']) => path);
}

/** What is wrong between the suites and the table: suites it lacks, and lines that are not true. */
export function databaseFindings(suites: readonly Suite[], listed: readonly string[]): string[] {
  const asked = suites.filter(isAsked);
  const coversBy = (line: string, { path }: Suite): boolean =>
    line === path || (line.endsWith('/') && path.startsWith(line) && !listed.includes(path));
  const unlisted = asked
    .filter((suite) => !isOnBoth(suite) && !listed.some((line) => coversBy(line, suite)))
    .map(({ path }) => `${path} runs on one database only and has no line`);
  const untrue = listed.flatMap((line) => {
    const covered = asked.filter((suite) => coversBy(line, suite));
    if (covered.length === 0) return [`${line} is about no suite`];
    return covered.filter(isOnBoth).map(({ path }) => `${path} runs on both and has a line`);
  });
  return [...unlisted, ...untrue];
}
