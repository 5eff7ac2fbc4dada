import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';

/** What a bulletin says, as it is stored: everything its files are made of, and nothing they would have to look up. */
export interface BulletinContent {
  /** Shape of this value; a stored bulletin keeps the shape it was issued in. */
  version: 1;
  title: string;
  /** 第5期. */
  number: string;
  month: Month;
  issuedOn: Day;
  office: string;
  addressee: string;
  sections: BulletinSection[];
  attachments: BulletinTable[];
  snapshotSha256: string;
}

/** 一、… with what stands in it, in order. */
export interface BulletinSection {
  heading: string;
  parts: BulletinPart[];
}

export type BulletinPart = { kind: 'subheading' | 'text'; text: string };

/** 附件N; a cell is text or a number, so that the workbook can count. */
export interface BulletinTable {
  title: string;
  header: string[];
  rows: (string | number | null)[][];
  /** Share of a page's width per column. */
  shares: number[];
  /** Columns (0-based) that stand in the middle. */
  centred: number[];
  /** Column that holds a light's word, coloured where colour is possible. */
  lightColumn: number | null;
}
