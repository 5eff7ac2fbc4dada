/**
 * Measures of official papers in the units of Word. Source: GB/T 9704-2012 (A4, 版心 156 mm × 225 mm, 22 lines of
 * 28 characters). Twips unless the name says otherwise; font sizes in half-points.
 */
export const PAGE = {
  width: 11_906,
  height: 16_838,
  top: 2_098,
  left: 1_587,
  right: 1_474,
  bottom: 1_984,
  /** Page number 7 mm below the text. */
  footer: 1_361,
} as const;

/** Width of the text area, 156 mm. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Exact line of 29 pt, 22 to a page. */
export const LINE = 580;

/** A 3号 character, and the tightening that lets 28 of them fit into a line. */
export const CHARACTER = 320;
export const TIGHTENING = -5;

export const SIZE = { title: 44, body: 32, page: 28, table: 21 } as const;

/** Fonts by the names the standard's users know, each with the one that most machines have instead. */
export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  page: '宋体',
  latin: 'Times New Roman',
} as const;

export const FALLBACK: Readonly<Record<string, string>> = {
  方正小标宋简体: 'STZhongsong',
  仿宋_GB2312: 'FangSong',
  楷体_GB2312: 'KaiTi',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

export const RED = 'FF0000';
