import { attributeOf, type Tag } from './tag-scanner.js';

/** What a cell style says that the sheet library does not hand on. */
export interface StyleMark {
  strikethrough: boolean;
  /** Number format of a built-in Chinese date style. */
  format?: string;
}

/**
 * Built-in date formats of the Chinese edition, which files name by number only: the sheet library shows them in
 * the American order, and a month would come out as a day. Source: ECMA-376 part 1, 18.8.30, zh-cn.
 */
const CHINESE_DATES: Readonly<Record<string, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Collects from `xl/styles.xml` the cell styles that strike text through or show a Chinese built-in date. */
export class StyleScan {
  /** By the index that cells name in their `s` attribute. */
  readonly marks = new Map<string, StyleMark>();
  private readonly struckFonts = new Set<string>();
  private readonly redefined = new Set<string>();
  private section: 'fonts' | 'cellXfs' | null = null;
  private index = -1;

  tag(tag: Tag): void {
    if (tag.name === 'fonts' || tag.name === 'cellXfs') {
      this.section = tag.closing ? null : tag.name;
      this.index = -1;
    } else if (!tag.closing) this.opened(tag);
  }

  private opened(tag: Tag): void {
    if (tag.name === 'numFmt') this.redefined.add(attributeOf(tag, 'numFmtId') ?? '');
    if (this.section === 'fonts') {
      if (tag.name === 'font') this.index += 1;
      if (tag.name === 'strike' && !/^(0|false)$/.test(attributeOf(tag, 'val') ?? '1')) {
        this.struckFonts.add(String(this.index));
      }
    }
    if (this.section === 'cellXfs' && tag.name === 'xf') this.style(tag);
  }

  private style(tag: Tag): void {
    this.index += 1;
    const number = attributeOf(tag, 'numFmtId') ?? '0';
    const format = this.redefined.has(number) ? undefined : CHINESE_DATES[number];
    const strikethrough = this.struckFonts.has(attributeOf(tag, 'fontId') ?? '');
    if (strikethrough || format) this.marks.set(String(this.index), { strikethrough, format });
  }
}
