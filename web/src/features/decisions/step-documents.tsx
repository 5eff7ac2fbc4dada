import { useQueryClient } from '@tanstack/react-query';
import { Select, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { useEvidenceRules } from '../../components/evidence-list/evidence-query.js';
import { FileDrop } from '../../components/file-drop.js';
import { TOUCHED } from './decision-queries.js';
import type { Matter, Step, StepDefinition } from './decision-types.js';
import { FileLink } from './file-link.js';

/** The papers that belong to a step: which are on file, which are missing, and where one files them. */
export function StepDocuments({ matter, step }: { matter: Matter; step: Step }): ReactNode {
  const { t } = useTranslation('decisions');
  const kinds = matter.procedure.steps.find(({ id }) => id === step.id)?.documents ?? [];
  if (kinds.length === 0 || (step.state === 'NOT_APPLICABLE' && step.documents.length === 0)) return null;
  // Whoever may record a step files its papers; a matter that is over takes none.
  const isRecorder = step.deeds.some(({ deed }) => deed === 'RECORD');
  const isOver = ['TERMINATED', 'CLOSED'].includes(matter.decision.state);
  return (
    <div>
      <h4>{t('papers.title')}</h4>
      <ul className="decision-rows">
        {kinds.map((kind) => {
          const filed = step.documents.filter(({ document }) => document === kind.id);
          return (
            <li key={kind.id}>
              <span>{kind.name}</span>
              {step.missingDocuments.includes(kind.name) && <Tag color="orange">{t('papers.missing')}</Tag>}
              {filed.length === 0 && !kind.required && <Tag>{t('papers.optional')}</Tag>}
              {filed.map((paper) => (
                <span key={paper.seq}>
                  <FileLink id={matter.decision.id} file={paper} />{' '}
                  <span className="decision-quiet">
                    {paper.recorder} <DayText day={paper.recordedOn} />
                  </span>
                </span>
              ))}
            </li>
          );
        })}
      </ul>
      {isRecorder && !isOver && <FilePaper id={matter.decision.id} step={step} kinds={kinds} />}
    </div>
  );
}

/** One place to drop files for a step; which paper it is, is chosen before, the first missing one by itself. */
function FilePaper({
  id,
  step,
  kinds,
}: {
  id: string;
  step: Step;
  kinds: StepDefinition['documents'];
}): ReactNode {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const rules = useEvidenceRules();
  const [chosen, setChosen] = useState<string | null>(null);
  const missing = kinds.find((kind) => !step.documents.some(({ document }) => document === kind.id));
  const kind = kinds.find((each) => each.id === chosen) ?? missing ?? kinds[0];
  if (!kind) return null;
  return (
    <div className="decision-files no-print">
      <Select
        aria-label={t('papers.kind')}
        value={kind.id}
        popupMatchSelectWidth={false}
        onChange={setChosen}
        options={kinds.map(({ id: value, name }) => ({ value, label: name }))}
      />
      <FileDrop
        label={t('papers.upload', { name: kind.name })}
        url={`/api/v1/decisions/${id}/steps/${step.id}/documents/${kind.id}`}
        maxMb={rules.data ? Math.floor(rules.data.maxBytes / 1024 / 1024) : undefined}
        accept={rules.data?.kinds.map(({ extension }) => `.${extension.replace(/^\./, '')}`).join(',')}
        onDone={() => {
          setChosen(null);
          for (const queryKey of TOUCHED) void client.invalidateQueries({ queryKey });
        }}
      />
    </div>
  );
}
