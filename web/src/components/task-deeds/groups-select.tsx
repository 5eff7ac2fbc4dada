import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useGroups } from './use-groups.js';

/** Groups of departments, e.g. 各街道; the departments come in with them. */
export function GroupsSelect({
  value,
  onChange,
  ...rest
}: {
  id?: string;
  'aria-describedby'?: string | undefined;
  value: readonly string[];
  onChange: (codes: string[]) => void;
}): ReactNode {
  const read = useGroups();
  return (
    <Select
      {...rest}
      mode="multiple"
      style={{ width: '100%' }}
      value={[...value]}
      onChange={onChange}
      loading={read.isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      options={(read.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
