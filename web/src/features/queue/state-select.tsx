import { Select } from 'antd';
import type { ReactNode } from 'react';

/** Which of the rows are listed. */
export function StateSelect<State extends string>({
  label,
  value,
  states,
  onChange,
}: {
  label: string;
  value: State;
  states: readonly { value: State; label: string }[];
  onChange: (state: State) => void;
}): ReactNode {
  return (
    <Select<State>
      aria-label={label}
      value={value}
      options={[...states]}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  );
}
