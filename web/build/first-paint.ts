/** A built script: what is in it, and which scripts the browser must have before it can run. */
export interface Script {
  /** Paths of the sources in it, from the folder `web`. */
  modules: readonly string[];
  /** File names of scripts it imports statically. */
  imports: readonly string[];
  gzipBytes: number;
}

/** The page a person waits for, by the source that holds it, and the scripts needed before it shows. */
export interface FirstPaint {
  page: string;
  gzipKb: number;
}

/** Most script, in KB of gzip, that may be needed before a page shows for the first time. */
export const BUDGET_KB = 300;

/** The pages that are opened first, signed out and signed in, with what is loaded around them. */
export const FIRST_PAGES: readonly (readonly [page: string, ...around: string[]])[] = [
  ['src/features/session/sign-in-page.tsx'],
  ['src/features/dashboard/workbench-page.tsx', 'src/app/shell.tsx'],
];

/**
 * What each page needs before it shows: the entry, the page's own script, the texts of its feature, and all that these
 * import statically. A page that is not built is left out.
 */
export function firstPaintOf(
  scripts: ReadonlyMap<string, Script>,
  entry: string,
  pages: typeof FIRST_PAGES,
): FirstPaint[] {
  const filesOf = (module: string): string[] =>
    [...scripts].filter(([, script]) => script.modules.includes(module)).map(([file]) => file);
  return pages.flatMap(([page, ...around]) => {
    if (filesOf(page).length === 0) return [];
    const texts = `${page.slice(0, page.lastIndexOf('/'))}/texts/zh-CN.json`;
    const needed = withImports(scripts, [entry, ...[page, texts, ...around].flatMap(filesOf)]);
    const bytes = [...needed].reduce((sum, file) => sum + (scripts.get(file)?.gzipBytes ?? 0), 0);
    return [{ page, gzipKb: Math.round((bytes / 1024) * 10) / 10 }];
  });
}

/** The pages that need more than the budget. */
export function overBudget(measured: readonly FirstPaint[]): FirstPaint[] {
  return measured.filter(({ gzipKb }) => gzipKb > BUDGET_KB);
}

function withImports(scripts: ReadonlyMap<string, Script>, from: readonly string[]): Set<string> {
  const needed = new Set<string>();
  const look = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    scripts.get(file)?.imports.forEach(look);
  };
  from.forEach(look);
  return needed;
}
