import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, startChromium } from './chromium.js';

/** The browser of a suite, once it has started. */
export interface SuiteBrowser {
  current: Browser;
}

/**
 * A suite that needs a real Chromium. Where the machine has none it says so in one line and is left out: the rest of the
 * tests must still tell a bare machine what they can. CI installs one, so there it always runs.
 */
export function describeInBrowser(name: string, stories: (browser: SuiteBrowser) => void): void {
  const path = chromiumPath();
  if (path === null) {
    process.stderr.write(`没有找到 Chromium（可设 CHROMIUM_PATH），浏览器测试“${name}”未运行。\n`);
    // oxlint-disable-next-line jest/no-disabled-tests -- the one place where a machine's lack leaves a suite out
    describe.skip(name, () => {
      stories({} as SuiteBrowser);
    });
    return;
  }
  // A story waits for pages; on a machine that runs all suites at once it may wait long without being wrong.
  jest.setTimeout(120_000);
  describe(name, () => {
    const browser = {} as SuiteBrowser;
    beforeAll(async () => {
      browser.current = await startChromium(path);
    }, 60_000);
    afterAll(() => browser.current.close());
    stories(browser);
  });
}
