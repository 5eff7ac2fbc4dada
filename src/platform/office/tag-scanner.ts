import { officeRefusal } from './office.errors.js';

/** One tag of an XML part, as it stands in the bytes. */
export interface Tag {
  /** Name without its namespace prefix. */
  name: string;
  closing: boolean;
  /** What stands between the name and the closing bracket. */
  attributes: string;
}

const LONGEST_TAG = 1024 * 1024;
const TAG_NAME = /^\/?(?:[\w.-]+:)?([\w.-]+)/;

/**
 * Reads the tags of one XML part while it is being inflated, before any library expands it. It is stricter than
 * a parser on purpose: every `<` counts, also inside comments, because the readers behind it search by patterns
 * and see those too. Refuses (FILE_XML_UNSAFE) document types, entities, XInclude, encodings other than UTF-8,
 * tags without end and nesting deeper than the limit.
 */
export class TagScanner {
  private rest = '';
  private depth = 0;
  private started = false;

  constructor(
    private readonly maxDepth: number,
    private readonly onTag: (tag: Tag) => void = () => undefined,
    /** For parts that no library reads: Excel writes its own query data as UTF-16. */
    private readonly anyEncoding = false,
  ) {}

  write(chunk: Buffer): void {
    if (!this.started && !this.anyEncoding) this.checkEncoding(chunk);
    this.started = true;
    // Latin-1 keeps one character a byte; names and attributes asked for are ASCII.
    const text = this.rest + chunk.toString('latin1');
    let open = text.indexOf('<');
    while (open !== -1) {
      const close = text.indexOf('>', open);
      if (close === -1) break;
      this.tag(text.slice(open + 1, close));
      open = text.indexOf('<', open + 1);
    }
    this.rest = open === -1 ? '' : text.slice(open);
    if (this.rest.length > LONGEST_TAG) throw officeRefusal('FILE_XML_UNSAFE', { reason: 'tag' });
  }

  private checkEncoding(chunk: Buffer): void {
    const head = chunk.subarray(0, 200);
    const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([^"']+)["']/.exec(
      head.toString('latin1'),
    )?.[1];
    const wide = head[0] === 0xfe || head[0] === 0xff || head.subarray(0, 4).includes(0);
    if (wide || (declared !== undefined && !/^(utf-8|us-ascii)$/i.test(declared))) {
      throw officeRefusal('FILE_XML_UNSAFE', { reason: 'encoding' });
    }
  }

  private tag(raw: string): void {
    if (raw.startsWith('!')) return refuseDeclaration(raw);
    const name = TAG_NAME.exec(raw)?.[1];
    if (name === undefined) return;
    const closing = raw.startsWith('/');
    this.count(closing, raw.endsWith('/'));
    if (name === 'include' && raw.includes('href'))
      throw officeRefusal('FILE_XML_UNSAFE', { reason: 'include' });
    this.onTag({ name, closing, attributes: raw });
  }

  private count(closing: boolean, empty: boolean): void {
    if (closing) this.depth = Math.max(0, this.depth - 1);
    else if (!empty) this.depth += 1;
    if (this.depth > this.maxDepth) throw officeRefusal('FILE_XML_UNSAFE', { reason: 'depth' });
  }
}

function refuseDeclaration(raw: string): void {
  if (raw.startsWith('!--') || raw.startsWith('![CDATA[')) return;
  throw officeRefusal('FILE_XML_UNSAFE', { reason: 'doctype' });
}

/** The value of one attribute of a tag (ASCII, not unescaped), whatever its namespace prefix; undefined if absent. */
export function attributeOf(tag: Tag, name: string): string | undefined {
  return new RegExp(`[\\s:]${name}\\s*=\\s*["']([^"']*)["']`).exec(tag.attributes)?.[1];
}
