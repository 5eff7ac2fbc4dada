import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { isSought, pinyinInitials } from '../lib/pinyin-initials.js';
import { useDepartments } from './use-departments.js';

/** Several departments in an order, sought by name, code or the initials of their pinyin; gives their codes. */
export function DepartmentsSelect({
  value,
  onChange,
  ...rest
}: {
  id?: string;
  'aria-describedby'?: string | undefined;
  'aria-label'?: string;
  value: readonly string[];
  onChange: (codes: string[]) => void;
  placeholder?: string;
}): ReactNode {
  const [isUsed, setUsed] = useState(false);
  const read = useDepartments();
  const initials = useQuery({
    queryKey: ['pinyin-initials'],
    queryFn: async () => ({ of: await pinyinInitials() }),
    enabled: isUsed,
    staleTime: Infinity,
  });
  return (
    <Select
      {...rest}
      mode="multiple"
      value={[...value]}
      onChange={onChange}
      onFocus={() => setUsed(true)}
      loading={read.isLoading}
      status={read.isError ? 'error' : undefined}
      className="departments-select"
      style={{ width: '100%' }}
      showSearch={{
        filterOption: (typed, option) =>
          isSought(typed, {
            name: option?.label ?? '',
            code: option?.value ?? '',
            initials: option?.initials ?? '',
          }),
      }}
      options={(read.data ?? []).map(({ code, name }) => ({
        value: code,
        label: name,
        initials: initials.data?.of(name) ?? '',
      }))}
    />
  );
}
