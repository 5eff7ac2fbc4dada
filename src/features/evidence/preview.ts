/** What a browser can show: pictures that hold no script, and PDF where none was found in it. Never SVG, never a page. */
const PREVIEWED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
  'application/pdf',
]);

/** Whether files of this media type are shown inside the page. */
export function isShown(mediaType: string): boolean {
  return PREVIEWED.has(mediaType);
}
