import type { TestApp } from './app.js';
import { makeMassData, type MassData } from './mass-data.js';

/** The office's posts in stories that begin with a frozen month. */
export const OFFICE = { clerk: 'YFB-CLERK', director: 'YFB-DIRECTOR', leader: 'YFB-LEADER' } as const;

/** A district of five departments and thirty tasks, ten of them overdue, whose November 2023 is its first month. */
export async function novemberDistrict(test: TestApp): Promise<MassData> {
  const plan = { tasks: 30, departments: 5, overdueEvery: 3, lastDay: '2023-11-30' };
  const data = await makeMassData(test.db, plan);
  await test.db.unitOfWork.run(async () => {
    await test.db.write(`UPDATE ledger SET issued_on = '2023-11-02'`);
    for (const kind of ['CLERK', 'DIRECTOR', 'LEADER']) {
      await test.db.write(
        `INSERT INTO post (id, code, department_id, kind, holder, email, from_day, version) VALUES (?, ?, ?, ?, ?, '', '2022-01-01', 1)`,
        [`post-${kind}`, `YFB-${kind}`, data.departmentIds[0] ?? '', kind, `${kind}某`],
      );
    }
  });
  await test.holdDay('2023-11-30', '10:00');
  return data;
}

/** Freezes November; gives the id of its round. */
export async function freezeNovember(test: TestApp): Promise<string> {
  const body = { ledger: 'KT-2023', month: '2023-11' };
  const frozen = await test.request('POST', '/api/v1/rounds/freeze', { as: OFFICE.clerk, body });
  if (frozen.status !== 200) throw new Error(`freeze answered ${JSON.stringify(frozen.body)}`);
  return roundOfNovember(test);
}

/** Id of the round, frozen or not. */
export async function roundOfNovember(test: TestApp): Promise<string> {
  const rounds = await test.request('GET', '/api/v1/rounds?ledger=KT-2023', { as: OFFICE.clerk });
  return (rounds.body as { id: string }[])[0]?.id ?? '';
}
