import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import { EvidenceList } from '../../components/evidence-list/evidence-list.js';
import { Panel } from './panel.js';
import type { TaskView } from './task-types.js';

const OFFICE: ReadonlySet<string> = new Set(['CLERK', 'DIRECTOR']);
const OF_A_DEPARTMENT: ReadonlySet<string> = new Set(['LIAISON', 'HEAD']);

/** What proves the work. */
export function EvidencePanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { post } = useSession();
  const role = post?.role ?? '';
  const own = page.parts.find(
    ({ department, state }) => state !== 'WITHDRAWN' && department.code === post?.department?.code,
  );
  const isOffice = OFFICE.has(role);
  return (
    <Panel id="evidence" title={t('evidence.title')}>
      <EvidenceList
        taskId={page.task.id}
        mayUpload={isOffice || (OF_A_DEPARTMENT.has(role) && own !== undefined)}
        mayShare={isOffice || own?.role === 'LEAD'}
      />
    </Panel>
  );
}
