import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useDeed, type DeedOptions } from '../../../api/use-deed.js';
import { importQuery, type LedgerImport } from './import-types.js';

/** A change of a preview; the service answers with the whole of it, which is shown at once. */
export function useImportChange<Input>(
  run: (input: Input, key: string) => Promise<LedgerImport>,
  options: Pick<DeedOptions<Input, LedgerImport>, 'onDone'> = {},
): UseMutationResult<LedgerImport, Error, Input> {
  const client = useQueryClient();
  return useDeed(run, {
    onDone: async (content, input) => {
      client.setQueryData(importQuery(content.id).queryKey, content);
      await options.onDone?.(content, input);
    },
  });
}
