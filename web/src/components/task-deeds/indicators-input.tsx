import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';

const LEVELS = [0, 1, 2] as const;

/** The headings a task stands under, from the first level down; known ones are offered, new ones may be written. */
export function IndicatorsInput({
  id,
  ledgerId,
  value,
  onChange,
}: {
  id: string;
  ledgerId: string;
  value: readonly string[];
  onChange: (names: string[]) => void;
}): ReactNode {
  const { t } = useTranslation('task-deeds');
  const read = useQuery({
    queryKey: ['ledger', ledgerId, 'indicators'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/ledgers/{id}/indicators', { params: { path: { id: ledgerId } }, signal })),
    enabled: ledgerId !== '',
  });
  const known = read.data?.items ?? [];
  const namesAt = (level: number): string[] => {
    const above = value.slice(0, level).join(' / ');
    const within = known.filter(
      (each) => each.level === level + 1 && (level === 0 || each.path.startsWith(`${above} / `)),
    );
    return [...new Set(within.map(({ name }) => name))];
  };
  const write = (level: number, name: string): void => {
    const names = LEVELS.map((at) => (at === level ? name : (value[at] ?? '')));
    // A heading of a lower level belongs to the one above it.
    onChange(names.map((each, at) => (at > level && name !== value[level] ? '' : each)));
  };
  return (
    <Space.Compact block>
      {LEVELS.map((level) => (
        <AutoComplete
          key={level}
          id={level === 0 ? id : undefined}
          aria-label={t(`field.indicator${level + 1}`)}
          placeholder={t(`field.indicator${level + 1}`)}
          style={{ width: '34%' }}
          popupMatchSelectWidth={false}
          value={value[level] ?? ''}
          onChange={(name: string) => write(level, name)}
          showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
          options={namesAt(level).map((name) => ({ value: name }))}
        />
      ))}
    </Space.Compact>
  );
}
