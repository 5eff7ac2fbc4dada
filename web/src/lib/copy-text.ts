/**
 * Puts text on the clipboard; false when the browser does not let us. Browsers keep `navigator.clipboard` from pages on
 * plain http, which is what many office networks have, so the older way is tried as well.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if ('clipboard' in navigator) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Not permitted just now; the older way may still be.
  }
  const box = document.createElement('textarea');
  box.value = text;
  box.readOnly = true;
  box.className = 'hidden-text';
  document.body.append(box);
  box.select();
  // oxlint-disable-next-line typescript/no-deprecated -- the only way to copy where the page is not on https
  const isCopied = document.execCommand('copy');
  box.remove();
  return isCopied;
}
