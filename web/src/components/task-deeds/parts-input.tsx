import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DepartmentsSelect } from '../departments-select.js';
import { Field } from '../field.js';

/** One of the tasks that another is split into. */
export interface Part {
  title: string;
  deadline?: string;
  measures?: string;
  lead: readonly string[];
  support?: readonly string[];
}

/** The tasks that one is split into. */
export function PartsInput({
  value,
  onChange,
}: {
  value: readonly Part[];
  onChange: (parts: Part[]) => void;
}): ReactNode {
  const { t } = useTranslation('task-deeds');
  const change = (at: number, wish: Partial<Part>): void =>
    onChange(value.map((part, place) => (place === at ? { ...part, ...wish } : part)));
  return (
    <div className="deed-parts">
      {value.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part has no name of its own before it is saved
        <fieldset key={at} className="deed-part">
          <legend>{t('part', { ordinal: at + 1 })}</legend>
          <Field label={t('field.title')}>
            {(ties) => (
              <Input
                {...ties}
                maxLength={500}
                value={part.title}
                onChange={({ target }) => change(at, { title: target.value })}
              />
            )}
          </Field>
          <Field label={t('field.lead')}>
            {({ id }) => (
              <DepartmentsSelect id={id} value={part.lead} onChange={(lead) => change(at, { lead })} />
            )}
          </Field>
          <Field label={t('field.support')}>
            {({ id }) => (
              <DepartmentsSelect
                id={id}
                value={part.support ?? []}
                onChange={(support) => change(at, { support })}
              />
            )}
          </Field>
          <Field label={t('field.deadline')} hint={t('hint.partDeadline')}>
            {(ties) => (
              <Input
                {...ties}
                maxLength={300}
                value={part.deadline ?? ''}
                onChange={({ target }) => change(at, { deadline: target.value || undefined })}
              />
            )}
          </Field>
          {value.length > 1 && (
            <Button size="small" onClick={() => onChange(value.filter((_, place) => place !== at))}>
              {t('removePart')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button onClick={() => onChange([...value, { title: '', lead: [] }])}>{t('addPart')}</Button>
    </div>
  );
}
