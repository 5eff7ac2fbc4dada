import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch } from '../../api/headers.js';
import type { components } from '../../api/schema.js';
import { useDeed } from '../../api/use-deed.js';
import { DayText } from '../../components/day-text.js';
import { FormFault } from '../../components/form-fault.js';
import { LinesField } from '../../components/lines-field.js';
import { TextField } from '../../components/text-field.js';

type Outcome = components['schemas']['NoticeOutcomeResponse'];

/** A holiday notice, pasted as text: looked at day by day first, then taken in. */
export function Notice({ year, version }: { year: number; version: number }): ReactNode {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [number, setNumber] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const path = { year: String(year) };
  const body = { text, noticeNumber: number };
  const look = useDeed(
    () => take(api.POST('/api/v1/calendar/{year}/notice/preview', { params: { path }, body })),
    { onDone: setOutcome },
  );
  const apply = useDeed(
    () =>
      take(api.PUT('/api/v1/calendar/{year}/notice', { params: { path }, body, headers: ifMatch(version) })),
    {
      touches: [['calendar'], ['workbench'], ['rounds']],
      onDone: () => {
        setOutcome(null);
        setText('');
        void message.success(t('notice.done', { year }));
      },
    },
  );
  return (
    <section className="panel no-print">
      <h2>{t('notice.title', { year })}</h2>
      <LinesField
        label={t('notice.text')}
        hint={t('notice.hint')}
        rows={6}
        value={text}
        onText={(notice) => {
          setText(notice);
          setOutcome(null);
        }}
      />
      <TextField label={t('notice.number')} value={number} onText={setNumber} maxLength={50} />
      <Button disabled={text.trim() === ''} loading={look.isPending} onClick={() => look.mutate(undefined)}>
        {t('notice.look')}
      </Button>
      <FormFault error={look.error ?? apply.error} />
      {outcome && (
        <>
          <h3>{t('notice.changes', { count: outcome.changes.length })}</h3>
          <ul className="calendar-days">
            {outcome.changes.map(({ day, was, now }) => (
              <li key={day}>
                <DayText day={day} /> {was ? `${was.kind}${was.name}` : '–'} →{' '}
                <strong>{now ? `${now.kind}${now.name}` : '–'}</strong>
              </li>
            ))}
          </ul>
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(undefined)}>
            {t('notice.apply')}
          </Button>
        </>
      )}
    </section>
  );
}
