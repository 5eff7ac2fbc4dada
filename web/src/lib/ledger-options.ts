/** What a choice of ledgers needs to know of each. */
export interface ChoosableLedger {
  title: string;
  owner?: { jurisdiction: { code: string; name: string } | null };
}

/** A choice, or those of one jurisdiction under its name. */
export type LedgerOption =
  { value: string; label: string } | { label: string; options: { value: string; label: string }[] };

/**
 * Takes ledgers and which of their keys is chosen by; gives the choices of a select. Where they belong to several
 * jurisdictions they stand under its name, which is sought with the title.
 */
export function ledgerOptions<Ledger extends ChoosableLedger>(
  ledgers: readonly Ledger[],
  keyOf: (ledger: Ledger) => string,
): LedgerOption[] {
  const byOwner = new Map<string, Ledger[]>();
  for (const ledger of ledgers) {
    const name = ledger.owner?.jurisdiction?.name ?? '';
    byOwner.set(name, [...(byOwner.get(name) ?? []), ledger]);
  }
  if (byOwner.size < 2) return ledgers.map((each) => ({ value: keyOf(each), label: each.title }));
  return [...byOwner].map(([label, owned]) => ({
    label,
    options: owned.map((each) => ({ value: keyOf(each), label: `${label} ${each.title}`.trim() })),
  }));
}
