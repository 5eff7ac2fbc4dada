import type { Options } from '../options.js';
import { PrintedTable, type Table } from '../table.js';

export async function workersPart(_options: Options, _root: string): Promise<Table> {
  return new PrintedTable('workers', 'not yet');
}
