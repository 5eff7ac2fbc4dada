import { TreeSelect } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from './board-types.js';

/** A heading with what lies under it. */
interface Node {
  value: string;
  name: string;
  count: number;
  children: Node[];
}

const BETWEEN = ' / ';

/** Headings out of the counted paths; a heading's number is that of all below it. */
function treeOf(facets: readonly Facet[]): Node[] {
  const top: Node[] = [];
  for (const { value, count } of facets) {
    let level = top;
    const names = value.split(BETWEEN);
    names.forEach((name, at) => {
      const path = names.slice(0, at + 1).join(BETWEEN);
      let node = level.find((each) => each.value === path);
      if (!node) level.push((node = { value: path, name, count: 0, children: [] }));
      node.count += count;
      level = node.children;
    });
  }
  return top;
}

/** One heading of the ledger, chosen out of its tree. */
export function IndicatorSelect({
  facets,
  value,
  onChange,
}: {
  facets: readonly Facet[];
  value: string | undefined;
  onChange: (path: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const option = ({ name, count, children, ...node }: Node): object => ({
    value: node.value,
    title: t('filter.counted', { label: name, count }),
    name,
    children: children.map(option),
  });
  return (
    <TreeSelect
      aria-label={t('filter.indicator')}
      placeholder={t('filter.indicator')}
      allowClear
      showSearch={{ treeNodeFilterProp: 'name' }}
      treeDefaultExpandAll
      treeNodeLabelProp="name"
      popupMatchSelectWidth={false}
      className="filter-indicator"
      value={value}
      onChange={(path?: string) => onChange(path)}
      treeData={treeOf(facets.filter((facet) => facet.value !== '')).map(option)}
    />
  );
}
