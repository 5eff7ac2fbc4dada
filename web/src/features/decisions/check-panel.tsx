import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFault } from '../../components/form-fault.js';
import { previewQuery } from './decision-queries.js';
import type { Preview, PreviewWish } from './decision-types.js';
import { useSettled } from './use-settled.js';

/** Says before a deed is sent what would be refused: which article, what is missing, from which day it can be done. */
export function CheckPanel({
  id,
  wish,
  onExcept,
}: {
  id: string;
  wish: PreviewWish;
  /** Asks to be let past a gate that may be passed over with a reason. */
  onExcept?: (gate: string) => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const { data, error } = useQuery(previewQuery(id, useSettled(wish)));
  if (error) return <FormFault error={error} />;
  if (!data) return <p className="decision-quiet">{t('check.waiting')}</p>;
  const warnings = data.gates.filter(({ status }) => status === 'WARNED' || status === 'OVERRIDDEN');
  return (
    <div className={data.allowed ? 'check' : 'check check-refused'} aria-live="polite">
      <p>
        <strong>{t(data.allowed ? 'check.allowed' : 'check.refused')}</strong>
      </p>
      {data.problems.length > 0 && (
        <ul>
          {data.problems.map((problem) => (
            <CheckLine key={`${problem.code} ${problem.message}`} problem={problem} onExcept={onExcept} />
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <ul>
          {warnings.map((gate) => (
            <li key={gate.gate}>
              {t(`gate.${gate.status}`)} {gate.name}（{gate.article}）{gate.missing.join('；')}
            </li>
          ))}
        </ul>
      )}
      {data.fallen.length > 0 && <p>{t('check.fallen', { steps: data.fallen.join('、') })}</p>}
    </div>
  );
}

function CheckLine({
  problem,
  onExcept,
}: {
  problem: Preview['problems'][number];
  onExcept: ((gate: string) => void) | undefined;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const { gate, earliest, overridable } = problem;
  return (
    <li>
      {problem.message}
      {earliest !== null &&
        !problem.message.includes(earliest) &&
        ` ${t('gate.earliest', { day: earliest })}`}
      {overridable && gate !== null && onExcept && (
        <>
          {' '}
          <Button size="small" onClick={() => onExcept(gate)}>
            {t('except.label')}
          </Button>
        </>
      )}
    </li>
  );
}
