import { Input, InputNumber } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { DepartmentsSelect } from '../departments-select.js';
import { EvidenceChoice } from '../evidence-list/evidence-choice.js';
import type { FieldTies } from '../field.js';
import type { FieldKind, FieldSpec, Target } from './field-spec.js';
import { GroupsSelect } from './groups-select.js';
import { IndicatorsInput } from './indicators-input.js';
import { PartsInput, type Part } from './parts-input.js';
import { TargetInput } from './target-input.js';

const DayPicker = lazy(() => import('../day-picker.js').then((file) => ({ default: file.DayPicker })));

/** What an input of a form is given. */
interface FieldInputProps {
  spec: FieldSpec;
  ties: FieldTies;
  value: unknown;
  onChange: (value: unknown) => void;
  /** The ledger whose indicators are offered. */
  ledgerId: string;
  /** The task whose evidence is offered; none while the task is not yet made. */
  taskId?: string | undefined;
}

/** The input that fits a field. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { spec, ties, value, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const number = typeof value === 'number' ? value : null;
  switch (spec.kind) {
    case 'lines':
      return (
        <Input.TextArea
          {...ties}
          rows={2}
          className="deed-lines"
          maxLength={spec.maxLength}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'day':
      return (
        <Suspense fallback={<Input {...ties} disabled />}>
          <DayPicker id={ties.id} value={text || null} onChange={onChange} />
        </Suspense>
      );
    case 'percent':
      return (
        <InputNumber
          {...ties}
          min={0}
          max={100}
          precision={0}
          suffix="%"
          value={number}
          onChange={onChange}
        />
      );
    case 'count':
      return <InputNumber {...ties} min={0} precision={0} value={number} onChange={onChange} />;
    case 'text':
      return (
        <Input
          {...ties}
          maxLength={spec.maxLength}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'departments':
    case 'groups':
    case 'indicators':
    case 'target':
    case 'parts':
    case 'evidence':
      return <ManyInput {...props} kind={spec.kind} />;
  }
}

type ManyKind = Exclude<FieldKind, 'lines' | 'day' | 'percent' | 'count' | 'text'>;

/** Inputs for more than one value. */
function ManyInput({
  kind,
  ties,
  value,
  onChange,
  ledgerId,
  taskId = '',
}: FieldInputProps & { kind: ManyKind }): ReactNode {
  const list = Array.isArray(value) ? value : [];
  switch (kind) {
    case 'departments':
      return <DepartmentsSelect {...named(ties)} value={list as string[]} onChange={onChange} />;
    case 'groups':
      return <GroupsSelect {...named(ties)} value={list as string[]} onChange={onChange} />;
    case 'indicators':
      return (
        <IndicatorsInput id={ties.id} ledgerId={ledgerId} value={list as string[]} onChange={onChange} />
      );
    case 'target':
      return <TargetInput id={ties.id} value={(value ?? null) as Target | null} onChange={onChange} />;
    case 'parts':
      return <PartsInput value={list as Part[]} onChange={onChange} />;
    case 'evidence':
      return <EvidenceChoice taskId={taskId} value={list as string[]} onChange={onChange} />;
  }
}

function named({ id, 'aria-describedby': described }: FieldTies): {
  id: string;
  'aria-describedby': string | undefined;
} {
  return { id, 'aria-describedby': described };
}
