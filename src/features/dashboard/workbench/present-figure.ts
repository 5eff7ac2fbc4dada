/** A number and where its records are listed. */
export class FigureView {
  n!: number;
  /** 列出这些记录的接口，自 /api/v1 起，筛选条件与此数相同 */
  list!: string;
}

/** A figure with its list; parts of the address that are empty narrow nothing and are left out. */
export function figure(n: number, path: string, filter: Readonly<Record<string, string>> = {}): FigureView {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return { n, list: query === '' ? path : `${path}?${query}` };
}
