import type { TestResponse } from './app.js';

/** A cookie as a browser would take it. */
export interface GivenCookie {
  name: string;
  value: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: string | null;
  path: string | null;
}

/** The cookies an answer sets. */
export function cookiesOf(answer: TestResponse): GivenCookie[] {
  const header = answer.headers['set-cookie'];
  const lines = header === undefined ? [] : ([header].flat() as string[]);
  return lines.map((line) => {
    const [pair = '', ...flags] = line.split('; ');
    const at = pair.indexOf('=');
    const flag = (name: string) =>
      flags.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    return {
      name: pair.slice(0, at),
      value: decodeURIComponent(pair.slice(at + 1)),
      httpOnly: flags.includes('HttpOnly'),
      secure: flags.includes('Secure'),
      sameSite: flag('samesite') ?? null,
      path: flag('path') ?? null,
    };
  });
}
