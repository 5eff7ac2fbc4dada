import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { COLUMNS, USUAL_COLUMNS, type ColumnName } from './columns.js';

const REMEMBERED = 'diaodu.ledger.columns';

/** The columns chosen last on this computer. */
export function rememberedColumns(): readonly ColumnName[] {
  return columnsOf(localStorage.getItem(REMEMBERED)?.split(',') ?? null);
}

/** Keeps a choice for the next visit. */
export function rememberColumns(columns: readonly ColumnName[]): void {
  localStorage.setItem(REMEMBERED, columns.join(','));
}

/** Known names only, in the order they stand; the usual ones where nothing was chosen. */
export function columnsOf(names: readonly string[] | null): readonly ColumnName[] {
  const chosen = COLUMNS.filter((name) => names?.includes(name));
  return chosen.length > 0 ? chosen : USUAL_COLUMNS;
}

/** Which columns show. */
export function ColumnChoice({
  value,
  onChange,
}: {
  value: readonly ColumnName[];
  onChange: (columns: readonly ColumnName[]) => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-choice">
          <Checkbox.Group
            value={[...value]}
            onChange={(names) => onChange(columnsOf(names))}
            options={COLUMNS.map((name) => ({ value: name, label: t(`column.${name}`) }))}
          />
          <Button size="small" onClick={() => onChange(USUAL_COLUMNS)}>
            {t('columns.usual')}
          </Button>
        </div>
      }
    >
      <Button className="only-desk">{t('columns.name')}</Button>
    </Popover>
  );
}
