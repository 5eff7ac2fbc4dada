/** Files the OpenAPI plugin reads classes from; the names of their classes are the names of the contract. */
const DESCRIBED = /(^|\/)(present-[^/]+|[^/]*requests|list-query)\.ts$/;
const CLASS = /^export class (\w+)[^{]*\{\n(.*?)^\}/gms;
const COMMENT = /\/\*\*.*?\*\/|^\s*\/\/.*$/gms;

/** Takes sources by path; gives a sentence for every name that two different classes of the contract bear. */
export function clashingNames(sources: Readonly<Record<string, string>>): string[] {
  const known = new Map<string, { path: string; body: string }>();
  const findings: string[] = [];
  for (const [path, text] of Object.entries(sources)) {
    if (!DESCRIBED.test(path)) continue;
    for (const [, name = '', body = ''] of text.matchAll(CLASS)) {
      const shape = body.replace(COMMENT, '').replace(/\s+/g, ' ');
      const first = known.get(name);
      if (first && first.body !== shape)
        findings.push(`${name} is another thing in ${first.path} and ${path}`);
      else if (!first) known.set(name, { path, body: shape });
    }
  }
  return findings;
}
