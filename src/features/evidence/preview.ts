/** What a browser shows without running anything of it: pictures that hold no script, and PDF. Never SVG, never a page. */
const PREVIEWED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
  'application/pdf',
]);

/** Whether a file of this media type is shown inside the page. */
export function canPreview(mediaType: string): boolean {
  return PREVIEWED.has(mediaType);
}
