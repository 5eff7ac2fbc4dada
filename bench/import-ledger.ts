import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { CommitImportService } from '../src/features/ledger/import/commit-import.service.js';
import { ImportLedgerService } from '../src/features/ledger/import/import-ledger.service.js';
import { LEDGER_CODE } from '../test/support/mass-data.js';
import { answer, spentOn, type Spent } from './child.js';
import { openProduct } from './product.js';

/** What the child answers. */
export interface Imported {
  preview: Spent;
  commit: Spent;
  added: number;
}

// Child: reads, shows and takes in a ledger as the command line does. Words: file.
const [file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const app = await openProduct();
let id = '';
const preview = await spentOn(async () => {
  const options = { kind: 'LEDGER', year: 2023, ledger: LEDGER_CODE } as const;
  id = (await app.get(ImportLedgerService).preview(bytes, 'ledger.xlsx', options)).id;
});
let added = 0;
const commit = await spentOn(async () => {
  added = (await app.get(CommitImportService).commit(id)).diff.added.length;
});
await app.close();
answer({ preview, commit, added } satisfies Imported);
