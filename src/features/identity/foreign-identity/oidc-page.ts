/** Pages of a sign-in that leads through another service; they run nothing and load nothing. */

/**
 * Sends the browser on. A page of ours does it rather than a redirect: the session's cookie is given to requests that our
 * own site begins only, and a redirect would still count as the other site's.
 */
export function movingPage(address: string, text: string): string {
  const to = escaped(address);
  return page(
    `<meta http-equiv="refresh" content="0;url=${to}">`,
    `<p>${escaped(text)} <a href="${to}">继续</a></p>`,
  );
}

/** Tells why it did not work, and the way back. */
export function refusalPage(sentence: string, code: string): string {
  return page(
    '',
    `<h1>未能登录</h1><p>${escaped(sentence)}</p><p><small>代码 ${escaped(code)}</small></p><p><a href="/">返回登录页</a></p>`,
  );
}

function page(head: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>法治调度</title>${head}</head><body>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
