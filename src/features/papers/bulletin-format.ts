import type { BulletinContent } from './bulletin-content.js';
import { bulletinDocument } from './bulletin-document.js';
import { bulletinMarkdown } from './bulletin-markdown.js';
import { bulletinWorkbook } from './bulletin-workbook.js';

/** The forms a bulletin is issued in. */
export type BulletinFormat = 'docx' | 'xlsx' | 'md';

/** Content to bytes: slow work, never done inside a unit. */
export const BULLETIN_WRITERS: Readonly<
  Record<BulletinFormat, (content: BulletinContent) => Promise<Buffer>>
> = {
  docx: bulletinDocument,
  xlsx: bulletinWorkbook,
  md: bulletinMarkdown,
};

export const BULLETIN_MEDIA_TYPES: Readonly<Record<BulletinFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
};

/** The format a name ends with (`out/通报.docx`), or null. */
export function formatOf(name: string): BulletinFormat | null {
  const ending = /\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return isFormat(ending) ? ending : null;
}

/** True for `docx`, `xlsx` and `md`. */
export function isFormat(text: string): text is BulletinFormat {
  return Object.hasOwn(BULLETIN_WRITERS, text);
}
