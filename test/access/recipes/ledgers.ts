import { csv } from '../../support/ledger.js';
import { upload } from '../../support/upload.js';
import { ofOffice, type Ask, type Recipes } from '../recipe.js';

const FILE = csv([['91', '甲', '乙', '又一项任务', '区教育局', '', '10月底前']]);

/** How the operations on ledgers and their imports are asked. */
export const LEDGER_RECIPES: Recipes = {
  'GET /api/v1/ledgers': { about: 'nothing', ask: () => [{}, { query: { year: '2023' } }] },
  'GET /api/v1/ledgers/{id}': ofOffice(({ office }) => ({ params: { id: office.ledgerId } })),
  'GET /api/v1/ledgers/{id}/indicators': ofOffice(({ office }) => ({ params: { id: office.ledgerId } })),
  'POST /api/v1/ledgers/{id}/issue': ofOffice(({ office }) => ({
    params: { id: office.ledgerId },
    version: office.ledgerVersion,
    body: { leaveOutReason: '时限待核' },
  })),
  'POST /api/v1/ledgers/{id}/close': ofOffice(({ office: { closable, ledgerId, ledgerVersion } }) => [
    { params: { id: closable.id }, version: closable.version, body: {} },
    { params: { id: ledgerId }, version: ledgerVersion, body: {}, state: 'OPEN' },
  ]),
  'POST /api/v1/ledger-imports': {
    about: 'nothing',
    ask: () => {
      const { body, headers } = upload('again.csv', FILE, '');
      return {
        query: { year: '2023', issuedOn: '2023-01-10' },
        body: body as Buffer,
        headers: headers ?? {},
      };
    },
  },
  'GET /api/v1/ledger-imports': { about: 'nothing', ask: () => [{}] },
  'GET /api/v1/ledger-imports/{id}': ofOffice(({ office }) => ({ params: { id: office.preview.id } })),
  'GET /api/v1/ledger-imports/{id}/workbook': ofOffice(({ office }) => ({
    params: { id: office.preview.id },
  })),
  'PUT /api/v1/ledger-imports/{id}/mapping': ofOffice(({ office: { preview } }) => ({
    ...versioned(preview),
    body: { mapping: { 完成时限: 'DEADLINE' } },
  })),
  'PATCH /api/v1/ledger-imports/{id}/rows/{row}': ofOffice(({ office: { preview } }) => ({
    params: { id: preview.id, row: '0' },
    version: preview.version,
    body: { title: '更正后的任务' },
  })),
  'POST /api/v1/ledger-imports/{id}/commit': ofOffice(({ office: { preview } }) => ({
    ...versioned(preview),
    body: {},
  })),
  'DELETE /api/v1/ledger-imports/{id}': ofOffice(({ office: { preview } }) => versioned(preview)),
};

function versioned({ id, version }: { id: string; version: number }): Ask {
  return { params: { id }, version };
}
