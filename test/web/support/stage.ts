import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../support/app.js';
import type { DatabaseName } from '../../support/databases.js';
import { borrowDatabase } from '../../support/shared-postgres.js';
import { startBuiltService, type BuiltService } from './built-service.js';
import type { SuiteBrowser } from './describe-in-browser.js';
import { watchPage } from './watched-page.js';

/** What a suite needs to have happened before the first page opens. */
export interface StagePlan {
  /** Fills the database through the program's services, before it is served. */
  prepare?: (app: TestApp) => Promise<void>;
  /** Posts (or SYSADMIN, SECADMIN, AUDITOR) in whose name pages will be opened. */
  posts?: readonly string[];
  /** Settings of the served program. */
  variables?: Record<string, string>;
  /** Where the data lie; SQLite where nothing is said. */
  database?: DatabaseName;
}

/** The built program with prepared data, and pages on it. */
export interface Stage {
  service: BuiltService;
  /** A page of a browser that has signed in for a post of the plan; nobody without one. */
  open(address: string, as?: string): Promise<Page>;
  close(): Promise<void>;
}

/** Prepares data in this process, then serves them by the built program. Every page opened is watched; see `watchPage`. */
export async function openStage(
  browser: SuiteBrowser,
  { prepare, posts = [], variables, database = 'sqlite' }: StagePlan,
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-web-'));
  const borrowed = database === 'postgres' ? await borrowDatabase() : null;
  const place: Record<string, string> = { DIAODU_DATA_DIR: folder, DIAODU_OUT_DIR: join(folder, 'out') };
  if (borrowed) place['DATABASE_URL'] = borrowed.address;
  const cookies = await prepared(database, place, prepare, posts);
  const service = await startBuiltService(folder, { DIAODU_DATABASE: database, ...place, ...variables });
  const contexts: BrowserContext[] = [];
  return {
    service,
    async open(address, as) {
      const context = await browser.current.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
      });
      contexts.push(context);
      if (as !== undefined) await context.addCookies([cookieFor(service.address, cookies, as)]);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      watchPage(page);
      await page.goto(service.address + address);
      return page;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await service.stop();
      await borrowed?.giveBack();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function prepared(
  database: DatabaseName,
  place: Record<string, string>,
  prepare: StagePlan['prepare'],
  posts: readonly string[],
): Promise<Map<string, string>> {
  const cookies = new Map<string, string>();
  if (!prepare && posts.length === 0) return cookies;
  const app = await startTestApp(database, place);
  try {
    await prepare?.(app);
    for (const post of posts) {
      const cookie = await app.signIn.cookieOf(post);
      if (cookie === null) throw new Error(`nobody holds the post ${post}`);
      cookies.set(post, cookie);
    }
  } finally {
    await app.close();
  }
  return cookies;
}

function cookieFor(
  url: string,
  cookies: ReadonlyMap<string, string>,
  as: string,
): { name: string; value: string; url: string } {
  const cookie = cookies.get(as);
  if (cookie === undefined) throw new Error(`add ${as} to the posts of the stage`);
  const at = cookie.indexOf('=');
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url };
}
