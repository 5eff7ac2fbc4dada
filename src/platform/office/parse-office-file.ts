import { checkZip } from './check-zip.js';
import { cleanText } from './clean-text.js';
import { decodeText } from './decode-text.js';
import { documentBlocks } from './document-blocks.js';
import type { OfficeDocument } from './office-document.js';
import type { OfficeLimits } from './office-limits.js';
import { officeRefusal } from './office.errors.js';
import { parseCsv } from './parse-csv.js';
import { workbookSheets } from './workbook-sheets.js';

const ZIP = '504b0304';
const EMPTY_ZIP = '504b0506';
const COMPOUND = 'd0cf11e0a1b11ae1';
/** Heads of files that are no office text, whatever they are called: PDF, EXE, ELF, pictures, archives, RTF. */
const FOREIGN = [
  '25504446',
  '4d5a',
  '7f454c46',
  '89504e47',
  'ffd8ff',
  '47494638',
  '52617221',
  '377abcaf',
  '1f8b',
];
const MARKUP = /^\s*(?:<\?xml|<!doctype|<html|<svg|<table|\{\\rtf|mime-version)/i;
const TEXT = ['csv', 'txt'];
const KNOWN = ['xlsx', 'xls', 'docx', ...TEXT];

/**
 * Takes the bytes of an office file and its extension (lower case, no dot); gives what is in it. Runs only inside
 * the child process. The content decides, the extension must agree: no library is ever asked to guess a format.
 */
export async function parseOfficeFile(
  bytes: Buffer,
  extension: string,
  limits: OfficeLimits,
): Promise<OfficeDocument> {
  const head = bytes.subarray(0, 8).toString('hex');
  if (/^(xlsm|xltm|docm|dotm|xlam)$/.test(extension)) throw officeRefusal('FILE_MACRO');
  if (head.startsWith(ZIP)) return parseZip(bytes, extension, limits);
  if (head === COMPOUND) return parseCompound(bytes, extension, limits);
  if (!KNOWN.includes(extension)) throw officeRefusal('FILE_TYPE_UNKNOWN', { extension });
  if (head.startsWith(EMPTY_ZIP)) throw officeRefusal('FILE_BROKEN');
  return parseText(bytes, extension, limits);
}

function parseText(bytes: Buffer, extension: string, limits: OfficeLimits): OfficeDocument {
  const head = bytes.subarray(0, 8).toString('hex');
  const mismatch = () => officeRefusal('FILE_TYPE_MISMATCH', { extension });
  if (!TEXT.includes(extension) || FOREIGN.some((magic) => head.startsWith(magic))) throw mismatch();
  const text = decodeText(bytes);
  if (MARKUP.test(text)) throw mismatch();
  if (text.trim() === '') throw officeRefusal('FILE_EMPTY');
  if (extension === 'csv') return { kind: 'workbook', sheets: [parseCsv(text, limits)] };
  return { kind: 'text', text: cleanText(text) };
}

async function parseZip(bytes: Buffer, extension: string, limits: OfficeLimits): Promise<OfficeDocument> {
  const facts = await checkZip(bytes, limits);
  if (facts.macro) throw officeRefusal('FILE_MACRO');
  const holds = facts.names.has('xl/workbook.xml')
    ? 'xlsx'
    : facts.names.has('word/document.xml')
      ? 'docx'
      : null;
  if (holds === null) throw officeRefusal('FILE_TYPE_UNKNOWN', { extension });
  if (holds !== extension) throw officeRefusal('FILE_TYPE_MISMATCH', { extension, content: holds });
  if (holds === 'docx') return { kind: 'document', blocks: await documentBlocks(bytes, limits) };
  return { kind: 'workbook', sheets: workbookSheets(bytes, limits, facts) };
}

function parseCompound(bytes: Buffer, extension: string, limits: OfficeLimits): OfficeDocument {
  // Stream names stand in the directory as UTF-16; a look at the bytes spares opening the container.
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) throw officeRefusal('FILE_ENCRYPTED');
  if (holds('_VBA_PROJECT')) throw officeRefusal('FILE_MACRO');
  if (!holds('Workbook') && !holds('Book')) throw officeRefusal('FILE_TYPE_UNKNOWN', { extension });
  if (extension !== 'xls') throw officeRefusal('FILE_TYPE_MISMATCH', { extension, content: 'xls' });
  return { kind: 'workbook', sheets: workbookSheets(bytes, limits) };
}
