import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import type { Matter, Step } from './decision-types.js';
import { GateList } from './gate-list.js';
import { StepDeeds } from './step-deeds.js';
import { StepDocuments } from './step-documents.js';
import { wordOf } from './step-values.js';

const MARKS = { DONE: '✓', NOT_APPLICABLE: '–', CURRENT: '●', WAITING: '', OPTIONAL: '' } as const;

/** What nobody has to do does not look like what must be done next. */
function lookOf({ state, optional }: Step): keyof typeof MARKS {
  return state === 'CURRENT' && optional ? 'OPTIONAL' : state;
}

/** One step: how it stands in a line, and opened what is done, what is missing, what the law asks and what can be done. */
export function StepItem({ matter, step }: { matter: Matter; step: Step }): ReactNode {
  // What waits for somebody else is told in its line; what waits for the reader lies open.
  const [isOpen, setOpen] = useState(
    step.state === 'CURRENT' && !step.optional && step.deeds.some(({ possible }) => possible),
  );
  return (
    <li className={`step step-${lookOf(step).toLowerCase()}`} id={`step-${step.id}`}>
      <span className="step-mark" aria-hidden="true">
        {MARKS[lookOf(step)]}
      </span>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="step-name">{step.name}</span>
          <span className="step-state">
            <StateWords matter={matter} step={step} />
          </span>
          <span className="decision-quiet">{step.role}</span>
        </summary>
        {isOpen && <StepBody matter={matter} step={step} />}
      </details>
    </li>
  );
}

/** How the step stands, in a few words: done on which day, or what it lacks and by when it is due. */
function StateWords({ matter, step }: { matter: Matter; step: Step }): ReactNode {
  const { t } = useTranslation('decisions');
  if (step.state === 'DONE') return t('step.doneOn', { day: step.doneOn ?? '' });
  if (step.state !== 'CURRENT' || step.optional) return t(`step.${lookOf(step)}`);
  const { state, stateLabel } = matter.decision;
  const lacks = step.missingDocuments.length;
  return [
    state === 'RUNNING' ? t('step.CURRENT') : t('step.halted', { state: stateLabel }),
    ...(lacks > 0 ? [t('step.lacks', { count: lacks })] : []),
    ...(step.dueOn === null ? [] : [t('step.due', { day: step.dueOn })]),
  ].join(' · ');
}

function StepBody({ matter, step }: { matter: Matter; step: Step }): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <div className="step-body">
      <p className="decision-quiet">{step.article}</p>
      {step.question !== null && (
        <div>
          <h4>{t('step.question')}</h4>
          {step.question} <strong>{t(`applies.${String(step.applies)}`)}</strong>
          {step.applicabilityReason !== '' && (
            <p className="decision-quiet">{t('step.why', { reason: step.applicabilityReason })}</p>
          )}
        </div>
      )}
      {step.waitsFor.length > 0 && (
        <p className="decision-quiet">{t('step.waitsFor', { steps: step.waitsFor.join('、') })}</p>
      )}
      {step.doneOn !== null && <Recorded matter={matter} step={step} />}
      {step.gates.length > 0 && <GateList gates={step.gates} isDone={step.state === 'DONE'} />}
      <StepDocuments matter={matter} step={step} />
      <StepDeeds matter={matter} step={step} />
    </div>
  );
}

/** What the step was recorded with, in the order of the procedure. */
function Recorded({ matter, step }: { matter: Matter; step: Step }): ReactNode {
  const { t } = useTranslation('decisions');
  const fields = matter.procedure.steps.find(({ id }) => id === step.id)?.fields ?? [];
  const draft = matter.decision.drafts.findIndex(({ sha256 }) => sha256 === step.draftSha256);
  return (
    <dl className="decision-facts">
      <dt>{t('record.on')}</dt>
      <dd>
        <DayText day={step.doneOn} />
      </dd>
      {draft >= 0 && (
        <>
          <dt>{t('record.draft')}</dt>
          <dd>{t('drafts.version', { ordinal: draft + 1 })}</dd>
        </>
      )}
      {fields
        .filter(({ id }) => step.fields[id] !== undefined)
        .map((field) => (
          <Fragment key={field.id}>
            <dt>{field.name}</dt>
            <dd>{wordOf(field, step.fields[field.id] ?? '')}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
