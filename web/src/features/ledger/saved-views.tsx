import { App, Button, Input, Popover } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import type { components } from '../../api/schema.js';
import { useDeed } from '../../api/use-deed.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import {
  queryOf,
  withChange,
  type BoardFilters,
  type BoardSort,
  type FilterChange,
} from './board-filters.js';
import { columnsOf } from './column-choice.js';
import type { ColumnName } from './columns.js';

type SavedView = components['schemas']['SavedViewResponse'];

/** What a view keeps. */
interface View {
  filters: BoardFilters;
  sort: BoardSort;
  columns: readonly ColumnName[];
}

interface SavedViewsProps {
  now: View;
  onChoose: (view: { address: string; columns: readonly ColumnName[] }) => void;
}

/** Filters, columns and order under a name, kept for the post. */
export function SavedViews(props: SavedViewsProps): ReactNode {
  const { t } = useTranslation('ledger');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<ViewList {...props} onClose={() => setOpen(false)} />}
    >
      <Button>{t('views.name')}</Button>
    </Popover>
  );
}

function ViewList({ now, onChoose, onClose }: SavedViewsProps & { onClose: () => void }): ReactNode {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const read = useQuery({
    queryKey: ['saved-views'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/saved-views', { signal })),
  });
  const views = read.data?.items ?? [];
  const same = views.find((view) => view.name === name.trim());
  const touches = [['saved-views']];
  const save = useDeed(
    (wished: string, key) => keep({ ...now, name: wished }, same, key),
    { touches, onDone: (_, wished) => { void message.success(t('views.saved', { name: wished })); onClose(); } }, // prettier-ignore
  );
  const remove = useDeed(({ id, version }: SavedView) => drop(id, version), {
    touches,
    onDone: (_, view) => void message.success(t('views.removed', { name: view.name })),
  });
  const choose = ({ filter, sort, columns }: SavedView): void => {
    const { part, ...rest } = filter;
    const change = { ...rest, part, sort } as unknown as FilterChange;
    onChoose({ address: withChange(new URLSearchParams(), change).toString(), columns: columnsOf(columns) });
    onClose();
  };
  return (
    <div className="saved-views">
      <FormFault error={read.error ?? remove.error} />
      {read.isSuccess && views.length === 0 && <p>{t('views.none')}</p>}
      <ul aria-label={t('views.own')}>
        {views.map((view) => (
          <li key={view.id}>
            <Button type="text" onClick={() => choose(view)}>
              {view.name}
            </Button>
            <Button
              type="text"
              aria-label={t('views.remove', { name: view.name })}
              onClick={() => remove.mutate(view)}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !save.isPending) save.mutate(name.trim());
        }}
      >
        <FormFault error={save.error} />
        <Field label={t('views.nameLabel')} hint={same ? t('views.replace') : undefined}>
          {(ties) => (
            <Input {...ties} maxLength={40} value={name} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={save.isPending}>
          {t('views.save')}
        </Button>
      </form>
    </div>
  );
}

/** Saves a view, or changes the one of the same name. */
function keep(
  { name, filters, sort, columns }: View & { name: string },
  same: SavedView | undefined,
  key: string,
): Promise<SavedView> {
  const body = { name, filter: queryOf(filters), sort, columns: [...columns] };
  if (!same) return take(api.POST('/api/v1/saved-views', { body, headers: once(key) }));
  const path = { id: same.id };
  return take(
    api.PUT('/api/v1/saved-views/{id}', { params: { path }, body, headers: ifMatch(same.version) }),
  );
}

function drop(id: string, version: number): Promise<unknown> {
  return take(
    api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } }, headers: ifMatch(version) }),
  );
}
