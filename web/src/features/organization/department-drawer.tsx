import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { PageState } from '../../components/page-state.js';
import { TextField } from '../../components/text-field.js';
import { Aliases } from './aliases.js';
import {
  DEPARTMENT_KINDS,
  departmentQuery,
  type DepartmentDetail,
  type DepartmentKind,
} from './organization-queries.js';

/** One department, to be made (without a code) or changed. */
export function DepartmentDrawer({ code, onClose }: { code: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation('organization');
  const read = useQuery({ ...departmentQuery(code), enabled: code !== '' });
  return (
    <Drawer open onClose={onClose} size="large" title={read.data?.name ?? t('departments.new')}>
      {read.isLoading && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {(code === '' || read.data) && (
        <DepartmentForm key={read.data?.version ?? 0} department={read.data ?? null} onDone={onClose} />
      )}
      {read.data && <Aliases department={read.data} />}
    </Drawer>
  );
}

type Fields = Pick<
  DepartmentDetail,
  'code' | 'name' | 'shortName' | 'kind' | 'isEnforcementUnit' | 'isResponsibleDepartment'
>;

const EMPTY: Fields = {
  code: '',
  name: '',
  shortName: '',
  kind: 'GOVERNMENT',
  isEnforcementUnit: false,
  isResponsibleDepartment: false,
};

function DepartmentForm({
  department,
  onDone,
}: {
  department: DepartmentDetail | null;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('organization');
  const [fields, setFields] = useState<Fields>(department ?? EMPTY);
  const { code, name, shortName, kind, isEnforcementUnit, isResponsibleDepartment } = fields;
  const body = { name, shortName, kind, isEnforcementUnit, isResponsibleDepartment };
  const save = useDeed(
    (_: undefined, key) =>
      take(
        department === null
          ? api.POST('/api/v1/departments', { body: { ...body, code }, headers: once(key) })
          : api.PATCH('/api/v1/departments/{code}', {
              params: { path: { code } },
              body,
              headers: ifMatch(department.version),
            }),
      ),
    { touches: [['departments']], onDone },
  );
  const change = (changes: Partial<Fields>): void => setFields({ ...fields, ...changes });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <FormFault error={save.error} />
      <TextField
        label={t('department.code')}
        disabled={department !== null}
        required
        value={code}
        onText={(text) => change({ code: text.toUpperCase() })}
      />
      <TextField
        label={t('department.name')}
        required
        value={name}
        onText={(text) => change({ name: text })}
      />
      <TextField
        label={t('department.shortName')}
        required
        value={shortName}
        onText={(text) => change({ shortName: text })}
      />
      <Field label={t('department.kind')}>
        {(ties) => (
          <Select<DepartmentKind>
            {...ties}
            value={kind}
            onChange={(chosen) => change({ kind: chosen })}
            popupMatchSelectWidth={false}
            options={DEPARTMENT_KINDS.map((value) => ({ value, label: t(`departmentKind.${value}`) }))}
          />
        )}
      </Field>
      <div className="organization-filter">
        <Checkbox
          checked={isEnforcementUnit}
          onChange={({ target }) => change({ isEnforcementUnit: target.checked })}
        >
          {t('department.enforcement')}
        </Checkbox>
        <Checkbox
          checked={isResponsibleDepartment}
          onChange={({ target }) => change({ isResponsibleDepartment: target.checked })}
        >
          {t('department.responsible')}
        </Checkbox>
      </div>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
