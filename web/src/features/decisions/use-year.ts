import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session.js';

/** Code of the city or district below that the address asks for; undefined for one's own. */
export function useJurisdiction(): string | undefined {
  const [search] = useSearchParams();
  return search.get('jurisdiction') ?? undefined;
}

/** The year asked for in the address; this year where none, or no year, is asked for. */
export function useYear(): number {
  const { today } = useSession();
  const [search] = useSearchParams();
  const asked = Number(search.get('year'));
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : Number(today.slice(0, 4));
}
