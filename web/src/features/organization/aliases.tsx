import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { TextField } from '../../components/text-field.js';
import type { DepartmentDetail } from './organization-queries.js';

const TOUCHED = [['departments']] as const;

/** The other names papers use for a department, each with its days. */
export function Aliases({ department }: { department: DepartmentDetail }): ReactNode {
  const { t } = useTranslation('organization');
  const { today } = useSession();
  const [alias, setAlias] = useState('');
  const path = { code: department.code };
  const add = useDeed(
    (text: string, key) =>
      take(
        api.POST('/api/v1/departments/{code}/aliases', {
          params: { path },
          body: { alias: text },
          headers: once(key),
        }),
      ),
    { touches: TOUCHED, onDone: () => setAlias('') },
  );
  const end = useDeed(
    (aliasId: string) =>
      take(
        api.POST('/api/v1/departments/{code}/aliases/{aliasId}/end', {
          params: { path: { ...path, aliasId } },
          body: { lastDay: today },
        }),
      ),
    { touches: TOUCHED },
  );
  return (
    <section className="organization-aliases">
      <h3>{t('alias.title')}</h3>
      <ul>
        {department.aliases.map((one) => (
          <li key={one.id}>
            {one.alias}
            <span className="organization-quiet">
              {one.validTo !== null && t('department.until', { day: one.validTo })}
            </span>
            {one.validTo === null && (
              <ConfirmDeed
                label={t('alias.end')}
                title={t('alias.endTitle', { alias: one.alias })}
                button={{ size: 'small' }}
                onConfirm={() => end.mutateAsync(one.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <FormFault error={add.error} />
      <div className="organization-filter">
        <TextField label={t('alias.new')} maxLength={100} value={alias} onText={setAlias} />
        <Button
          disabled={alias.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate(alias.trim())}
        >
          {t('alias.add')}
        </Button>
      </div>
    </section>
  );
}
