import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../../components/day-text.js';
import { Nothing, Panel } from './panel.js';
import type { TaskView } from './task-types.js';

const AT_FIRST = 12;

/** Who did what and when, in words, the latest first. */
export function AuditPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? page.audit : page.audit.slice(0, AT_FIRST);
  const hidden = page.audit.length - shown.length;
  return (
    <Panel id="audit" title={t('audit.title')}>
      {page.audit.length === 0 && <Nothing>{t('audit.none')}</Nothing>}
      <ol className="task-audit">
        {shown.map((event) => (
          <li key={event.seq}>
            <InstantText at={event.at} />
            <span className="task-audit-who" title={event.post}>
              {event.who}
            </span>
            <span>
              {event.subject && <b>{event.subject}　</b>}
              {event.sentence}
            </span>
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <Button className="no-print" onClick={() => setWhole(true)}>
          {t('audit.all', { count: hidden })}
        </Button>
      )}
    </Panel>
  );
}
