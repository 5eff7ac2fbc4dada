import { Table, type TableProps } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';

type WideTableProps<Row extends object> = Omit<TableProps<Row>, 'scroll' | 'pagination' | 'size'> & {
  /** What the table lists, for who hears it. */
  label: string;
};

/** A table that scrolls sideways in a box of its own; where it is wider than its box, the keyboard reaches the box too. */
export function WideTable<Row extends object>({ label, ...table }: WideTableProps<Row>): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = root.current?.querySelector<HTMLElement>('.ant-table-content');
    if (!box) return undefined;
    const observer = new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute('role', 'region');
        box.setAttribute('aria-label', label);
      } else for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    });
    observer.observe(box);
    // What is read later makes it wider without a change of the box.
    for (const inside of box.children) observer.observe(inside);
    return () => observer.disconnect();
  }, [label]);
  return (
    <div ref={root}>
      <Table<Row> {...table} size="small" pagination={false} scroll={{ x: 'max-content' }} />
    </div>
  );
}
