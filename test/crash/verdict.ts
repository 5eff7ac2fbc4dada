import { isDeepStrictEqual } from 'node:util';
import { isClean, noFindings, type Findings } from './findings.js';

/** Collects what a case found wrong, so that one wrong thing does not hide the next. */
export class Verdict {
  readonly found: Findings = noFindings();

  add(found: Findings): void {
    for (const kind of ['lost', 'doubled', 'invented', 'faults'] as const)
      this.found[kind].push(...found[kind]);
  }

  fault(sentence: string): void {
    this.found.faults.push(sentence);
  }

  holds(what: string, isSo: boolean): void {
    if (!isSo) this.fault(`not so: ${what}`);
  }

  same(what: string, actual: unknown, wanted: unknown): void {
    if (!isDeepStrictEqual(actual, wanted))
      this.fault(`${what}: ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`.slice(0, 2_000));
  }

  get isClean(): boolean {
    return isClean(this.found);
  }
}
