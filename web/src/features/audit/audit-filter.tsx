import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { DayPicker } from '../../components/day-picker.js';
import { commonStart } from './common-start.js';

type OperationName = components['schemas']['AuditOperationNameResponse'];

/** What the list is narrowed by; empty parts narrow nothing. */
export interface Filter {
  from: string;
  to: string;
  actor: string;
  /** How the operation's code begins: a whole group of operations. */
  operation: string;
  operationIs: string;
  objectKind: string;
  q: string;
}

export const NOTHING: Filter = {
  from: '',
  to: '',
  actor: '',
  operation: '',
  operationIs: '',
  objectKind: '',
  q: '',
};

interface FilterProps {
  filter: Filter;
  change: (changes: Partial<Filter>) => void;
}

/** Days, post, operation and kind of object by their names, and text. */
export function AuditFilter({ filter, change }: FilterProps): ReactNode {
  const { t } = useTranslation('audit');
  return (
    <div className="audit-filter no-print">
      <label>
        {t('from')}
        <DayPicker value={filter.from || null} onChange={(day) => change({ from: day ?? '' })} />
      </label>
      <label>
        {t('to')}
        <DayPicker value={filter.to || null} onChange={(day) => change({ to: day ?? '' })} />
      </label>
      <NameSelects filter={filter} change={change} />
      {(['actor', 'q'] as const).map((name) => (
        <Input.Search
          key={name}
          allowClear
          aria-label={t(`filter.${name}`)}
          placeholder={t(`filter.${name}`)}
          onSearch={(text) => change({ [name]: text.trim() })}
        />
      ))}
    </div>
  );
}

function NameSelects({ filter, change }: FilterProps): ReactNode {
  const { t } = useTranslation('audit');
  const names = useQuery({
    queryKey: ['audit-events', 'names'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/audit-events/names', { signal })),
    staleTime: Infinity,
  });
  const common = {
    allowClear: true,
    showSearch: { optionFilterProp: 'label' },
    loading: names.isPending,
    popupMatchSelectWidth: false,
    ...(names.isError ? { status: 'error' as const } : {}),
  };
  return (
    <>
      <Select
        {...common}
        className="audit-choice"
        aria-label={t('filter.operation')}
        placeholder={t('filter.operation')}
        value={filter.operationIs || filter.operation || undefined}
        onChange={(code?: string) => change(chosen(names.data?.operations ?? [], code ?? ''))}
        options={groupsOf(names.data?.operations ?? []).map(([group, operations]) => ({
          label: group,
          options: [
            { value: startOf(operations), label: t('filter.whole', { group }) },
            ...operations.map(({ code, name }) => ({ value: code, label: name })),
          ],
        }))}
      />
      <Select
        {...common}
        className="audit-choice"
        aria-label={t('filter.objectKind')}
        placeholder={t('filter.objectKind')}
        value={filter.objectKind || undefined}
        onChange={(objectKind?: string) => change({ objectKind: objectKind ?? '' })}
        options={(names.data?.objectKinds ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}

function groupsOf(operations: readonly OperationName[]): [string, OperationName[]][] {
  const groups = new Map<string, OperationName[]>();
  for (const operation of operations) {
    groups.set(operation.group, [...(groups.get(operation.group) ?? []), operation]);
  }
  return [...groups];
}

function startOf(operations: readonly OperationName[]): string {
  return commonStart(operations.map(({ code }) => code.slice(0, code.indexOf('.') + 1)));
}

/** One operation is asked for as it is, a group by how its codes begin. */
function chosen(operations: readonly OperationName[], code: string): Partial<Filter> {
  const isOne = operations.some((each) => each.code === code);
  return isOne ? { operationIs: code, operation: '' } : { operationIs: '', operation: code };
}
