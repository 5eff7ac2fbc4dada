import yauzl from 'yauzl';
import type { OfficeLimits } from './office-limits.js';
import { officeRefusal } from './office.errors.js';
import { SheetScan } from './sheet-scan.js';
import { StyleScan } from './style-scan.js';
import { attributeOf, TagScanner, type Tag } from './tag-scanner.js';

/** What the look through a zip container found: its parts, and per worksheet part the marks of its cells. */
export interface ZipFacts {
  names: ReadonlySet<string>;
  macro: boolean;
  /** By part name, e.g. `xl/worksheets/sheet1.xml`. */
  sheets: ReadonlyMap<string, SheetScan>;
  /** Worksheet part names in the order of the workbook; '' where a sheet has no part. */
  sheetOrder: string[];
}

interface Walk {
  limits: OfficeLimits;
  fileBytes: number;
  inflated: number;
  styles: StyleScan;
  sheets: Map<string, SheetScan>;
  /** Relationship id → part name, and the ids in workbook order. */
  targets: Map<string, string>;
  order: string[];
  macro: boolean;
}

const ARCHIVE_NAME = /\.(zip|rar|7z|jar|tgz|gz|bz2|xz|xls[xmb]?|doc[xm]?|ppt[xm]?|ods|odt|et|wps)$/i;
const XML_NAME = /\.(xml|rels|vml)$/i;
const ARCHIVE_HEADS = ['504b0304', '52617221', '377abcaf'];

/**
 * Takes the bytes of a zip container; inflates every part in a stream, counts what really comes out and keeps
 * none of it. Refuses encrypted, nested, overlapping, doubled or too many parts, too much or too dense content,
 * and XML that no office program writes. Rule R16 of the reliability plan: measured before any library expands it.
 */
export async function checkZip(bytes: Buffer, limits: OfficeLimits): Promise<ZipFacts> {
  const zip = await broken(() =>
    yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }),
  );
  if (zip.entryCount > limits.entries) throw officeRefusal('FILE_BOMB', { entries: zip.entryCount });
  const entries = await broken(() => entriesOf(zip));
  checkDirectory(entries, limits);
  const walk: Walk = {
    limits,
    fileBytes: bytes.length,
    inflated: 0,
    styles: new StyleScan(),
    sheets: new Map(),
    targets: new Map(),
    order: [],
    macro: entries.some((entry) => /vbaProject\.bin$/i.test(entry.fileName)),
  };
  // Styles first: a sheet's cells are marked by them.
  for (const entry of entries.toSorted((a, b) => rank(a.fileName) - rank(b.fileName))) {
    await inflate(zip, entry, walk);
  }
  return {
    names: new Set(entries.map((entry) => entry.fileName)),
    macro: walk.macro,
    sheets: walk.sheets,
    sheetOrder: walk.order.map((id) => walk.targets.get(id) ?? ''),
  };
}

async function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function rank(name: string): number {
  return name === 'xl/styles.xml' ? 0 : 1;
}

function checkDirectory(entries: yauzl.Entry[], limits: OfficeLimits): void {
  if (entries.some((entry) => entry.isEncrypted())) throw officeRefusal('FILE_ENCRYPTED');
  if (new Set(entries.map((entry) => entry.fileName.toLowerCase())).size < entries.length) {
    throw officeRefusal('FILE_BROKEN', { reason: 'duplicate' });
  }
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > limits.inflatedBytes) throw officeRefusal('FILE_BOMB', { inflatedBytes: declared });
  if (entries.some((entry) => ARCHIVE_NAME.test(entry.fileName))) throw officeRefusal('FILE_NESTED');
  // Parts that share bytes are how a small archive is made to inflate without end.
  let end = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end) throw officeRefusal('FILE_BOMB', { reason: 'overlap' });
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize;
  }
}

async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, walk: Walk): Promise<void> {
  const stream = await broken(() => zip.openReadStreamPromise(entry));
  let scanner: TagScanner | null = null;
  let size = 0;
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (;;) {
    const next = await broken(() => chunks.next());
    if (next.done) return;
    if (size === 0) {
      const head = next.value.subarray(0, 4);
      if (ARCHIVE_HEADS.includes(head.toString('hex'))) throw officeRefusal('FILE_NESTED');
      // Looked at by content too: a part's name need not end in .xml for the libraries to read it as XML.
      if (XML_NAME.test(entry.fileName) || head.includes('<')) scanner = scannerFor(entry.fileName, walk);
    }
    size += next.value.length;
    walk.inflated += next.value.length;
    checkMeasure(size, entry.compressedSize, walk.limits);
    checkMeasure(walk.inflated, walk.fileBytes, walk.limits);
    scanner?.write(next.value);
  }
}

function checkMeasure(inflated: number, compressed: number, limits: OfficeLimits): void {
  if (inflated > limits.inflatedBytes) throw officeRefusal('FILE_BOMB', { inflatedBytes: inflated });
  if (inflated > Math.max(limits.ratioFloorBytes, compressed * limits.ratio)) {
    throw officeRefusal('FILE_BOMB', { reason: 'ratio' });
  }
}

function scannerFor(name: string, walk: Walk): TagScanner {
  return new TagScanner(walk.limits.xmlDepth, readerFor(name, walk), name.startsWith('customXml/'));
}

function readerFor(name: string, walk: Walk): (tag: Tag) => void {
  if (name === 'xl/styles.xml') return (tag) => walk.styles.tag(tag);
  if (name === 'xl/workbook.xml') return (tag) => readWorkbook(tag, walk);
  if (name === 'xl/_rels/workbook.xml.rels') return (tag) => readTarget(tag, walk);
  if (name === '[Content_Types].xml') {
    return (tag) => {
      if (/macroEnabled/i.test(attributeOf(tag, 'ContentType') ?? '')) walk.macro = true;
    };
  }
  // Any other part may be a worksheet, whatever it is called.
  const scan = new SheetScan(walk.styles.marks, walk.limits);
  walk.sheets.set(name, scan);
  return (tag) => scan.tag(tag);
}

function readWorkbook(tag: Tag, walk: Walk): void {
  if (tag.name !== 'sheet' || tag.closing) return;
  walk.order.push(attributeOf(tag, 'id') ?? '');
  if (walk.order.length > walk.limits.sheets) {
    throw officeRefusal('FILE_TOO_MANY_SHEETS', { limit: walk.limits.sheets });
  }
}

function readTarget(tag: Tag, walk: Walk): void {
  const target = attributeOf(tag, 'Target');
  if (tag.name !== 'Relationship' || target === undefined) return;
  walk.targets.set(attributeOf(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
}

/** Runs a step of the zip library; whatever it cannot read is a broken file. Our own refusals are thrown outside. */
async function broken<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw officeRefusal('FILE_BROKEN', { reason: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}
