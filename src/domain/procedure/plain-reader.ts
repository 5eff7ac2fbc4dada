/** A plain value of a configuration file. */
export type Plain = Readonly<Record<string, unknown>>;

/** Reads plain values and gathers what is wrong with them, each fault with the place it stands at. */
export class PlainReader {
  constructor(
    private readonly value: Plain,
    private readonly place: string,
    private readonly faults: string[],
  ) {}

  fault(text: string): void {
    this.faults.push(`${this.place}：${text}`);
  }

  /** Names keys that nobody would read: a misspelt key must not be lost silently. */
  only(...keys: string[]): this {
    for (const key of Object.keys(this.value)) if (!keys.includes(key)) this.fault(`不认识的“${key}”`);
    return this;
  }

  has(key: string): boolean {
    return this.value[key] !== undefined && this.value[key] !== null;
  }

  text(key: string): string {
    const found = this.value[key];
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    this.fault(`缺少“${key}”`);
    return '';
  }

  whole(key: string, least: number, fallback?: number): number {
    const found = this.value[key] ?? fallback;
    if (typeof found === 'number' && Number.isInteger(found) && found >= least) return found;
    this.fault(`“${key}”应为不小于 ${least} 的整数`);
    return least;
  }

  flag(key: string): boolean {
    const found = this.value[key] ?? false;
    if (typeof found !== 'boolean') this.fault(`“${key}”应为 true 或者 false`);
    return found === true;
  }

  oneOf<T extends string>(key: string, words: readonly T[], fallback?: T): T {
    const found = this.value[key] ?? fallback;
    const word = words.find((each) => each === found);
    if (word !== undefined) return word;
    this.fault(`“${key}”应为 ${words.join('、')} 之一`);
    return words[0] as T;
  }

  texts(key: string): string[] {
    const found = this.value[key] ?? [];
    if (Array.isArray(found) && found.every((each) => typeof each === 'string')) return found;
    this.fault(`“${key}”应为文字的列表`);
    return [];
  }

  /** A mapping inside this one; an empty one, with a fault, where there is none. */
  inner(key: string): PlainReader {
    if (!isPlain(this.value[key])) this.fault(`缺少“${key}”`);
    return new PlainReader(plain(this.value[key]), `${this.place}的 ${key}`, this.faults);
  }

  /** Keys and texts of a mapping of words. */
  words(key: string): [string, string][] {
    const found = Object.entries(plain(this.value[key]));
    for (const [id, word] of found) if (typeof word !== 'string') this.fault(`“${key}”的“${id}”应为文字`);
    return found.map(([id, word]) => [id, String(word)]);
  }

  /** The mappings of a list, each read at a place named after its id. */
  list<T>(key: string, read: (each: PlainReader) => T): T[] {
    const found = this.value[key] ?? [];
    if (!Array.isArray(found) || !found.every(isPlain)) {
      this.fault(`“${key}”应为列表`);
      return [];
    }
    return found.map((each: Plain, i) => {
      const id = typeof each['id'] === 'string' ? each['id'] : `第 ${i + 1} 项`;
      return read(new PlainReader(each, `${this.place}的 ${key} ${id}`, this.faults));
    });
  }
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function plain(value: unknown): Plain {
  return isPlain(value) ? value : {};
}
