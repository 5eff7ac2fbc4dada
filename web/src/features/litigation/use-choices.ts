import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a page is narrowed to, kept in its address, so that it can be sent to a colleague. */
export interface Choices {
  choices: Readonly<Record<string, string>>;
  choose: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Choices of a page by name; an empty one leaves the address. */
export function useChoices(): Choices {
  const [search, setSearch] = useSearchParams();
  const choices = useMemo(() => Object.fromEntries(search), [search]);
  const choose = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { choices, choose };
}
