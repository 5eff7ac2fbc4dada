/** The nonce of this page, which the service allows styles by; absent while developing. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * Gives the nonce to style elements that the ready-made parts make without asking for it: the lock of scrolling behind a
 * dialog, and the measuring of scroll bars. Only scripts of our own can get here, and those may style the page anyway.
 */
export function lendNonce(): void {
  const nonce = cspNonce();
  const make = Reflect.get(document, 'createElement').bind(document) as MakeElement;
  const lend: MakeElement = (name, options) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  Reflect.set(document, 'createElement', lend);
}

type MakeElement = (name: string, options?: ElementCreationOptions) => HTMLElement;
