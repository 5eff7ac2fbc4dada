import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attributeOf, TagScanner, type Tag } from './tag-scanner.js';

const XML =
  '<?xml version="1.0" encoding="utf-8"?><a r:id="rId1" sheetId="9"><x:b s = \'5\'/>文字<!-- <c/> --></a>';

function scan(...chunks: Buffer[]): Tag[] {
  const tags: Tag[] = [];
  const scanner = new TagScanner(10, (tag) => tags.push(tag));
  for (const chunk of chunks) scanner.write(chunk);
  return tags;
}

describe('tags of an XML part', () => {
  it('are found without their prefixes, those in comments too', () => {
    const tags = scan(Buffer.from(XML)).map((tag) => `${tag.closing ? '/' : ''}${tag.name}`);
    expect(tags).toEqual(['a', 'b', 'c', '/a']);
  });

  it('are the same however the bytes are cut', () => {
    const bytes = Buffer.from(XML);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: bytes.length }), { maxLength: 6 }), (cuts) => {
        const ends = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = ends.slice(1).map((end, i) => bytes.subarray(ends[i], end));
        expect(scan(...chunks)).toEqual(scan(bytes));
      }),
    );
  });

  it('tell their attributes by whole names', () => {
    const [a, b] = scan(Buffer.from(XML));
    expect([
      attributeOf(a!, 'id'),
      attributeOf(a!, 'sheetId'),
      attributeOf(b!, 's'),
      attributeOf(b!, 'r'),
    ]).toEqual(['rId1', '9', '5', undefined]);
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity', '<a/><!ENTITY x "y">'],
    ['nesting beyond the limit', '<a>'.repeat(11)],
    ['another encoding', '<?xml version="1.0" encoding="GBK"?><a/>'],
    ['a tag without end', `<a${' '.repeat(1_100_000)}`],
    ['an inclusion', '<a><xi:include href="x"/></a>'],
  ])('%s is refused', (_what, xml) => {
    expect(() => scan(Buffer.from(xml))).toThrow(expect.objectContaining({ code: 'FILE_XML_UNSAFE' }));
  });

  it('ten deep is not too deep', () => {
    expect(scan(Buffer.from('<a>'.repeat(10)))).toHaveLength(10);
  });
});
