/** After the last suite of a Jest run: ends the shared PostgreSQL where one was started. */
export default async function closeSharedPostgres() {
  await globalThis.closeSharedPostgres?.();
}
