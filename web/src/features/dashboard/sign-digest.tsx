import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import { DayText } from '../../components/day-text.js';
import { FormFault } from '../../components/form-fault.js';
import type { DepartmentDesk } from './workbench-types.js';

/** A day's reminders: read here, signed for here. */
export function SignDigest({ digest }: { digest: DepartmentDesk['toSign'][number] }): ReactNode {
  const { t } = useTranslation('dashboard');
  const { message } = App.useApp();
  const [text, setText] = useState<string | null>(null);
  const path = { id: digest.id };
  const read = useDeed(() => take(api.GET('/api/v1/digests/{id}', { params: { path } })), {
    onDone: (answer) => setText(answer.text),
  });
  const sign = useDeed(
    () => take(api.POST('/api/v1/digests/{id}/sign', { params: { path }, headers: ifMatch(digest.version) })),
    {
      touches: [['workbench'], ['reminders'], ['digests']],
      onDone: () => void message.success(t('desk.signed')),
    },
  );
  return (
    <li>
      <span>
        {digest.subject} <DayText day={digest.day} />
      </span>
      <span className="no-print workbench-deeds">
        {text === null && (
          <Button size="small" loading={read.isPending} onClick={() => read.mutate(undefined)}>
            {t('desk.read')}
          </Button>
        )}
        <Button size="small" type="primary" loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
          {t('desk.sign')}
        </Button>
      </span>
      {text !== null && <pre className="workbench-text">{text}</pre>}
      <FormFault error={sign.error ?? read.error} />
    </li>
  );
}
