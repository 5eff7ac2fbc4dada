/** Lines of text on one A4 page. */
const LEFT = 72;
const TOP = 770;
const LEADING = 28;

/**
 * A PDF of one page with lines of Chinese, the same bytes for the same lines. It carries no font: the reader's machine has
 * one for the standard name, as all viewers in Chinese offices do.
 */
export function pdfOfLines(lines: readonly string[]): Buffer {
  const shown = lines.map((line, i) => `<${utf16Hex(line)}> Tj${i === lines.length - 1 ? '' : ' T*'}`);
  const stream = `BT /F1 16 Tf ${LEFT} ${TOP} Td ${LEADING} TL ${shown.join(' ')} ET`;
  const font = '/Type /Font /Subtype';
  const descriptor =
    '/Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93';
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    `<< ${font} /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>`,
    `<< ${font} /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>`,
    `<< ${descriptor} >>`,
  ]);
}

/** Puts objects, their places and the trailer together; all of it is ASCII. */
function assemble(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

function utf16Hex(line: string): string {
  return Buffer.from(line, 'utf16le').swap16().toString('hex');
}
