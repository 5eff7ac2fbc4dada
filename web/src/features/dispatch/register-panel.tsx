import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import { PageState } from '../../components/page-state.js';
import {
  previewRegistersQuery,
  registersQuery,
  type RegisterLights,
  type RegisterRow,
  type Registers,
} from './dispatch-queries.js';
import { LIGHTS } from './month-result.js';

/** Decisions and hearings of a frozen month. */
export function FrozenRegisters({ roundId }: { roundId: string }): ReactNode {
  return <RegisterPanel read={useQuery(registersQuery(roundId))} />;
}

/** The same as a freeze today would find them. */
export function PreviewedRegisters({ ledger, month }: { ledger: string; month: string }): ReactNode {
  return <RegisterPanel read={useQuery(previewRegistersQuery(ledger, month))} />;
}

/** One box per register; nothing where the month has no such thing. */
function RegisterPanel({ read }: { read: UseQueryResult<Registers> }): ReactNode {
  if (read.isPending) return <PageState kind="loading" />;
  if (read.isError) return <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />;
  return read.data.totals.map((totals) => (
    <RegisterBox
      key={totals.register}
      totals={totals}
      rows={read.data.rows.filter((row) => row.register === totals.register)}
    />
  ));
}

function RegisterBox({ totals, rows }: { totals: RegisterLights; rows: RegisterRow[] }): ReactNode {
  const { t } = useTranslation('dispatch');
  const { register, total, lights } = totals;
  return (
    <section className="panel">
      <h2>{t(`register.${register}`, { count: total })}</h2>
      <ul className="round-figures">
        {LIGHTS.filter((light) => lights[light] > 0).map((light) => (
          <li key={light}>
            <Light value={light} /> <strong>{lights[light]}</strong>
          </li>
        ))}
      </ul>
      <ul className="round-rows">
        {rows.map((row) => (
          <li key={row.number}>
            <Light value={row.light} why={row.explanation} />
            <strong>
              {row.number} {row.title}
            </strong>
            <span>{row.departmentName}</span>
            <span className="round-quiet">{row.standing}</span>
            <DayText day={row.dueOn} none={t('noDue')} />
            <p className="round-quiet">{row.explanation}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
