import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { answer, spentOn } from './child.js';

// Child: the floor of reading a ledger: the same library on the same file in this process, with no limit, no check and no
// child process. Words: file.
const [file = ''] = process.argv.slice(2);
let rows: unknown[] = [];
const spent = await spentOn(() => {
  const book = read(readFileSync(file));
  rows = book.SheetNames.flatMap((name) => utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 }));
});
answer({ ...spent, rows: rows.length });
