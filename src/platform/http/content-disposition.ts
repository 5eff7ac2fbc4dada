/**
 * The header that says under which name a file is saved (RFC 6266): a plain name for old programs and the real one,
 * Chinese and all, as RFC 5987 writes it. The name has been cleaned of everything that could end the header.
 */
export function dispositionOf(name: string, isInline: boolean): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%]/g, '_');
  const real = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${real}`;
}
