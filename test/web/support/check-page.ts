import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { complaintsOf } from './watched-page.js';

const ARTEFACTS = 'test-artefacts/web';
const WIDTHS = [1440, 390] as const;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Holds a page as it stands to what every page must be: no complaint of the browser, no serious accessibility finding and
 * no sideways scrolling, on a desk and on a phone. Keeps pictures of both as test-artefacts/web/<name>-<width>.png.
 */
export async function expectSound(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await shoot(page, `${name}-${width}`);
    expect({ width, wider: await overhang(page) }).toEqual({ width, wider: 0 });
    expect({ width, findings: await seriousFindings(page) }).toEqual({ width, findings: [] });
  }
  if (size) await page.setViewportSize(size);
  expect(complaintsOf(page)).toEqual([]);
}

/** Keeps a picture of the whole page. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** Serious and critical findings of axe, each with the places it is about. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
    );
}

/** By how many pixels the page is wider than its window. */
async function overhang(page: Page): Promise<number> {
  return (await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )) as number;
}

/** Presses Tab so many times and tells the accessible name of what has the focus after each. */
export async function tabThrough(page: Page, times: number): Promise<string[]> {
  const names: string[] = [];
  for (let time = 0; time < times; time++) {
    await page.keyboard.press('Tab');
    names.push(await focusedName(page));
  }
  return names;
}

/** The accessible name of what has the focus. */
export async function focusedName(page: Page): Promise<string> {
  return (await page.evaluate(`(() => {
    const it = document.activeElement;
    return (it.getAttribute('aria-label') || it.labels?.[0]?.textContent || it.textContent || '').trim();
  })()`)) as string;
}
