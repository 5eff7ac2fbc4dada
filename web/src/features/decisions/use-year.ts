import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session.js';

/** The year asked for in the address; this year where none, or no year, is asked for. */
export function useYear(): number {
  const { today } = useSession();
  const [search] = useSearchParams();
  const asked = Number(search.get('year'));
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : Number(today.slice(0, 4));
}
