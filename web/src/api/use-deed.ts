import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './headers.js';

/** What happens around a deed. */
export interface DeedOptions<Input, Output> {
  /** What was read and is no longer true once the deed is done. */
  touches?: readonly QueryKey[];
  onDone?: (output: Output, input: Input) => void | Promise<void>;
  onRefused?: (error: Error, input: Input) => void;
}

/**
 * A write. `run` is given an Idempotency-Key that stays the same while one and the same input is tried again, so a second
 * press after a lost answer is done once; give it to the service with `once(key)`.
 */
export function useDeed<Input, Output>(
  run: (input: Input, key: string) => Promise<Output>,
  { touches = [], onDone, onRefused }: DeedOptions<Input, Output> = {},
): UseMutationResult<Output, Error, Input> {
  const client = useQueryClient();
  const submission = useRef({ input: '', key: '' });
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => {
      const text = JSON.stringify(input) ?? '';
      if (submission.current.key === '' || submission.current.input !== text) {
        submission.current = { input: text, key: newKey() };
      }
      return run(input, submission.current.key);
    },
    onSuccess: async (output, input) => {
      submission.current = { input: '', key: '' };
      await Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })));
      await onDone?.(output, input);
    },
    onError: (error, input) => onRefused?.(error, input),
  });
}
