import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Light } from '../../components/light.js';
import type { Sitting } from './litigation-queries.js';

/** One hearing in the calendar: time, department, number, and where each department stands in shape, word and colour. */
export function HearingChip({ item }: { item: Sitting }): ReactNode {
  const { hearing, number, cause, caseId } = item;
  const isOff = hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED';
  return (
    <Link to={`/court-cases/${caseId}#${hearing.id}`} className={isOff ? 'court-chip is-off' : 'court-chip'}>
      <span>
        {hearing.time} {hearing.seats.map(({ departmentName }) => departmentName).join('、')}
      </span>
      <span className="court-quiet">
        {number} {cause}
      </span>
      {isOff ? (
        <span className="court-quiet">{hearing.stateLabel}</span>
      ) : (
        hearing.seats.map((seat) => (
          <Light
            key={seat.department}
            value={seat.light}
            why={seat.explanation}
            word={hearing.seats.length > 1 ? `${seat.departmentName} ${seat.standing}` : seat.standing}
          />
        ))
      )}
    </Link>
  );
}
