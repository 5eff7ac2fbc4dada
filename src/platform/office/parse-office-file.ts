import { cleanText } from './clean-text.js';
import { decodeText } from './decode-text.js';
import type { ZipFacts } from './check-zip.js';
import type { OfficeDocument } from './office-document.js';
import type { OfficeLimits } from './office-limits.js';
import { officeRefusal } from './office.errors.js';
import { parseCsv } from './parse-csv.js';

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
  if (bytes.length > limits.textBytes) throw officeRefusal('FILE_TOO_LARGE', { limit: limits.textBytes });
  const text = decodeText(bytes);
  if (MARKUP.test(text)) throw mismatch();
  if (text.trim() === '') throw officeRefusal('FILE_EMPTY');
  if (extension === 'csv') return { kind: 'workbook', sheets: [parseCsv(text, limits)] };
  return { kind: 'text', text: cleanText(text) };
}

async function parseZip(bytes: Buffer, extension: string, limits: OfficeLimits): Promise<OfficeDocument> {
  const { checkZip } = await import('./check-zip.js');
  const facts = await checkZip(bytes, limits);
  const holds = contentOf(facts);
  if (holds === null) throw officeRefusal('FILE_TYPE_UNKNOWN', { extension });
  if (facts.macro) throw officeRefusal('FILE_MACRO');
  if (holds !== extension) throw officeRefusal('FILE_TYPE_MISMATCH', { extension, content: holds });
  return holds === 'docx' ? parseDocument(bytes, limits) : parseWorkbook(bytes, limits, facts);
}

function contentOf({ names }: ZipFacts): 'xlsx' | 'docx' | null {
  if (names.has('xl/workbook.xml')) return 'xlsx';
  return names.has('word/document.xml') ? 'docx' : null;
}

async function parseCompound(
  bytes: Buffer,
  extension: string,
  limits: OfficeLimits,
): Promise<OfficeDocument> {
  // Stream names stand in the directory as UTF-16; a look at the bytes spares opening the container.
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) throw officeRefusal('FILE_ENCRYPTED');
  if (holds('_VBA_PROJECT')) throw officeRefusal('FILE_MACRO');
  if (!holds('Workbook') && !holds('Book')) throw officeRefusal('FILE_TYPE_UNKNOWN', { extension });
  if (extension !== 'xls') throw officeRefusal('FILE_TYPE_MISMATCH', { extension, content: 'xls' });
  return parseWorkbook(bytes, limits);
}

// The libraries are loaded when the file has passed: most of a short child's time is loading.

async function parseWorkbook(bytes: Buffer, limits: OfficeLimits, facts?: ZipFacts): Promise<OfficeDocument> {
  const { workbookSheets } = await import('./workbook-sheets.js');
  return { kind: 'workbook', sheets: workbookSheets(bytes, limits, facts) };
}

async function parseDocument(bytes: Buffer, limits: OfficeLimits): Promise<OfficeDocument> {
  const { documentBlocks } = await import('./document-blocks.js');
  return { kind: 'document', blocks: await documentBlocks(bytes, limits) };
}
