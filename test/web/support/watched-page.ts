import type { Page } from 'playwright-core';

const complaints = new WeakMap<Page, string[]>();

/** Collects what a browser complains about: errors of scripts, things the page's policy forbids, files that are missing. */
export function watchPage(page: Page): void {
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message.text(), message.location().url))
      heard.push(message.text());
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page calls back what it was still asking for.
    if (reason !== 'net::ERR_ABORTED') heard.push(`${request.url()} ${reason}`);
  });
}

/** What a page has been complained about since it was opened; a story ends with none. */
export function complaintsOf(page: Page): readonly string[] {
  const heard = complaints.get(page);
  if (!heard) throw new Error('this page is not watched');
  return heard;
}

/** Browsers log every refusal of the service as an error; stories about refusals are about just these. */
function isRefusal(text: string, url: string): boolean {
  return (
    /^Failed to load resource: .* status of 4\d\d/.test(text) && new URL(url).pathname.startsWith('/api/')
  );
}
